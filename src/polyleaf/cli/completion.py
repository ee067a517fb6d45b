"""``polyleaf completion``."""

from __future__ import annotations

import os
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from polyleaf.cli.options import verbose_option
from polyleaf.errors import UsageError

_VARIABLE = "_POLYLEAF_COMPLETE"
_PLACES = {
    "bash": ".local/share/bash-completion/completions/polyleaf",
    "zsh": ".zfunc/_polyleaf",
    "fish": ".config/fish/completions/polyleaf.fish",
}
"""Where each shell looks for itself, in the home folder."""

_ZSH = "Add to ~/.zshrc, before compinit:  fpath+=~/.zfunc"


@click.command()
@click.argument("shell", type=click.Choice(tuple(_PLACES)), required=False)
@click.option("--install", is_flag=True, help="Write it where the shell looks for it.")
@verbose_option
@click.pass_context
def completion(context: click.Context, shell: str | None, install: bool) -> None:
    r"""Let the Tab key complete commands, options, leaflets and languages.

    Prints the script for your shell, or installs it; a new terminal then has it.

    \b
    Example:
      polyleaf completion --install
      polyleaf completion zsh
    """
    from polyleaf.files import write_atomic

    shell = shell or Path(os.environ.get("SHELL", "")).name
    if shell not in _PLACES:
        raise UsageError("it is not known which shell you use", f"Name it: {', '.join(_PLACES)}.")
    kind = get_completion_class(shell)
    if kind is None:
        raise UsageError(f"{shell} cannot be completed", f"Name another: {', '.join(_PLACES)}.")
    script = kind(context.find_root().command, {}, "polyleaf", _VARIABLE).source()
    if not install:
        click.echo(script)
        return
    path = Path.home() / _PLACES[shell]
    write_atomic(path, script.encode())
    click.echo(f"wrote {path}; open a new terminal")
    if shell == "zsh":
        click.echo(_ZSH)
