"""``polyleaf init``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.options import verbose_option


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--empty", is_flag=True, help="Without leaflets, for your own.")
@click.option("--wizard", is_flag=True, help="Without leaflets; asks for organisation, languages, contact, sizes.")
@verbose_option
def init(folder: Path, empty: bool, wizard: bool) -> None:
    r"""Make a working project in the new folder DIR.

    It holds two leaflets in thirteen languages, to look at and to change; with --empty or --wizard it
    holds none. Nothing is ever written into a folder that has something in it.

    \b
    Example:
      polyleaf init my-leaflets
      polyleaf init my-leaflets --wizard
    """
    from polyleaf.starter.choices import Choices
    from polyleaf.starter.init import check_new
    from polyleaf.starter.init import init as make

    check_new(folder)
    choices: Choices | None = None
    if wizard:
        from polyleaf.cli.wizard import asked

        choices = asked()
    elif empty:
        choices = Choices()
    made = make(folder, choices)
    for path in made:
        click.echo(f"made {path}")
    if choices is None:
        click.echo(f"\nNext:  polyleaf build -C {folder}")
    else:
        click.echo(f"\nNext:  polyleaf new knee -C {folder}   or   polyleaf import FILE.docx -C {folder}")
