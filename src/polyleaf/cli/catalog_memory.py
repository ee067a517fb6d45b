"""``polyleaf catalog memory``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.group import CommandGroup
from polyleaf.cli.opened import codes, opened
from polyleaf.cli.options import (
    leaflets_argument,
    locales_option,
    new_file_option,
    not_misnamed,
    project_before_option,
    project_option,
    replace_option,
    verbose_option,
)
from polyleaf.model.wording import count


@click.group("memory", cls=CommandGroup)
@project_before_option
@verbose_option
def memory_group() -> None:
    r"""Give the translations to other tools as a memory (TMX), or take in the memory of others.

    \b
    Example:
      polyleaf catalog memory export -l ur -o ours.tmx
      polyleaf catalog memory import theirs.tmx
    """


@memory_group.command("export")
@leaflets_argument
@locales_option
@click.option("--approved", is_flag=True, help="Only translations that are signed off.")
@new_file_option
@replace_option
@project_option
@verbose_option
def export_memory_command(
    leaflets: tuple[str, ...], locales: tuple[str, ...], approved: bool, out: Path, force: bool, folder: Path
) -> None:
    r"""Write a translation memory (TMX 1.4b) of all leaflets or those named.

    \b
    Example:
      polyleaf catalog memory export -o memory.tmx
      polyleaf catalog memory export -l pl --approved -o approved-pl.tmx
    """
    from polyleaf.translating.sharing import send_memory

    workspace = opened(folder, leaflets, templates=True)
    target = not_misnamed(out, ".tmx")
    texts, translations = send_memory(workspace, codes(locales), leaflets, target, approved=approved, force=force)
    click.echo(f"{out}: {count(texts, 'text')}, {count(translations, 'translation')}")


@memory_group.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@locales_option
@project_option
@verbose_option
def import_memory_command(file: Path, locales: tuple[str, ...], folder: Path) -> None:
    r"""Keep the memory of others (TMX) in translations/memory/.

    There is one file for each language. The catalogs are not touched: `polyleaf catalog update` then
    proposes these translations, as fuzzy.

    \b
    Example:
      polyleaf catalog memory import agency.tmx
      polyleaf catalog memory import agency.tmx -l pl
    """
    from polyleaf.catalog.memory.folder import import_memory

    project = opened(folder).project
    for locale, number in import_memory(project, file, str(file), codes(locales)).items():
        click.echo(f"translations/memory/{locale}.tmx: {number} new translations")
