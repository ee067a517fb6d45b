"""``polyleaf help``."""

from __future__ import annotations

import click

from polyleaf.cli.options import verbose_option


@click.command("help")
@click.argument("words", nargs=-1, metavar="[COMMAND]...")
@click.pass_context
@verbose_option
def help_command(context: click.Context, words: tuple[str, ...]) -> None:
    r"""Show the help of polyleaf or of a command.

    \b
    Example:
      polyleaf help build
      polyleaf help catalog status
    """
    shown = context.parent or context
    for word in words:
        if not isinstance(shown.command, click.Group):
            break
        name, command, _ = shown.command.resolve_command(shown, [word])
        if command is not None:
            shown = click.Context(command, parent=shown, info_name=name)
    click.echo(shown.get_help())
