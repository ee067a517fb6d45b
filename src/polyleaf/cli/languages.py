"""``polyleaf languages``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.group import CommandGroup
from polyleaf.cli.options import project_before_option, project_option, verbose_option
from polyleaf.errors import ExitCode, UsageError


class _Finding(CommandGroup):
    """A group in which a word that is no command is looked for: ``polyleaf languages Urdu``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        words = [word for word in args if not word.startswith("-")]
        if not {"-h", "--help"} & {*args} and not (words and words[0] in (*self.commands, "help")):
            args = ["find", *args]
        return super().parse_args(ctx, args)


@click.group("languages", cls=_Finding)
@project_before_option
@verbose_option
def languages() -> None:
    r"""Say which languages there are, and what there is for each: `polyleaf languages find Urdu`.

    \b
    Example:
      polyleaf languages find
      polyleaf languages find Urdu
      polyleaf languages new kar
    """


@languages.command("find")
@click.argument("word", default="")
@project_option
@verbose_option
def find(word: str, folder: Path) -> ExitCode:
    r"""Look for a language by its code, its English name or its own name; all are listed without a WORD.

    `find` may be left out. For each language: its script, whether its font is installed, how many of
    the words around the text ("Page 3 of 8") are translated, and what checks have no words for. Every
    locale of CLDR is known by its code; listed are those with a language file.

    The exit status is 2 if there is no such language.

    \b
    Example:
      polyleaf languages find
      polyleaf languages find Urdu
      polyleaf languages find pt-AO
    """
    from polyleaf.inspecting.languages import equipment, found, why_not
    from polyleaf.render.words import template_messages
    from polyleaf.report.languages import language_card, language_table
    from polyleaf.source.own_languages import read_own_languages
    from polyleaf.source.root import find_root
    from polyleaf.starter.rooms import starter_root, template_rooms, translation_rooms

    try:
        root = find_root(folder)
    except UsageError:  # outside of a project there are polyleaf's own languages
        root = starter_root()
    else:
        read_own_languages(root)
    locales = found(word)
    if not locales:
        what, hint = why_not(word)
        raise UsageError(f"{word[:40]!r} is {what}", hint)
    rows = tuple(equipment(locales, template_messages(template_rooms(root)), translation_rooms(root)))
    lines = language_table(rows) if len(rows) > 1 else language_card(rows[0])
    for line in lines:
        click.echo(line)
    return ExitCode.OK


@languages.command("new")
@click.argument("code")
@project_option
@verbose_option
def new(code: str, folder: Path) -> None:
    r"""Start a language file of the project, `languages/CODE.toml`, from a skeleton that asks for what is needed.

    \b
    Example:
      polyleaf languages new din
    """
    from polyleaf.source.root import find_root
    from polyleaf.starter.language import new_language

    root = find_root(folder)
    path = new_language(root, code)
    click.echo(f"made {path.relative_to(root)}")
    click.echo(f"\nFill it in, add {path.stem!r} to targets in polyleaf.toml, then:  polyleaf languages {path.stem}")
