"""``polyleaf init``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.options import verbose_option


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@verbose_option
def init(folder: Path) -> None:
    r"""Make a working project in the new folder DIR.

    It holds two leaflets in thirteen languages, to look at and to change. Nothing is ever written
    into a folder that has something in it.

    \b
    Example:
      polyleaf init my-leaflets
    """
    from polyleaf.starter.init import init as make

    made = make(folder)
    for path in made:
        click.echo(f"made {path}")
    click.echo(f"\nNext:  polyleaf build -C {folder}")
