"""The page about the commands, ``docs/commands.md``, from what click knows of them.

``python -m polyleaf.cli.command_pages docs/commands.md`` writes the file.
"""

from __future__ import annotations

import inspect
import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from polyleaf.cli.main import polyleaf
from polyleaf.errors import ExitCode

SHARED = ("-C", "-v", "-h")
"""Options that are told once for all commands."""

STATUSES = {
    ExitCode.OK: "Done.",
    ExitCode.FINDINGS: "A check found an error, or a leaflet could not be built. Each command says when.",
    ExitCode.USAGE: "The command line, `polyleaf.toml` or a name is wrong.",
    ExitCode.ENVIRONMENT: (
        "Something on the computer is missing (a font, a library), or a disk is full or cannot be written to."
    ),
    ExitCode.INTERNAL: "polyleaf itself has a fault. Run the command again with `-v` and report what it prints.",
    ExitCode.INTERRUPTED: "Stopped with Ctrl-C. Finished files are kept, and nothing is half-written.",
}

_HEAD = """\
# Commands

<!-- Written by `make docs` from src/polyleaf/cli/. Change the commands, not this file. -->

`polyleaf COMMAND --help` and `polyleaf help COMMAND` print what stands here. In the folder of the source code, write
`.venv/bin/python cli.py` for `polyleaf`.

{contents}

## Options of every command

| option | what it does |
|---|---|
| `-C DIR` | Work on the project in the folder DIR; before or after the command. Without it: this folder, or the \
nearest one above it that has a `polyleaf.toml`. Not for `init`, `impose`, `explain` and `help`. |
| `-v`, `--verbose` | Say more: notes, catalogs that are unchanged, and the details when polyleaf itself fails. |
| `-h`, `--help` | Show the help. |
| `--version` | Show the version. Only for `polyleaf` itself. |

`-l LOCALE` and `-e EDITION` may be given again: `-l ur -l pl` means both languages. The names of languages are in
[languages.md](languages.md).

## Exit statuses

For scripts. They are the same for all commands.

| status | what it means |
|---|---|
{statuses}

## The commands
"""


def commands_markdown() -> str:
    """The whole of ``docs/commands.md``."""
    every = list(_commands(polyleaf, ("polyleaf",)))
    contents = [f"- [`{' '.join(path)}`](#{'-'.join(path)}): {_title(command)}" for path, command in every]
    statuses = [f"| {code.value} | {meaning} |" for code, meaning in STATUSES.items()]
    head = _HEAD.format(contents="\n".join(contents), statuses="\n".join(statuses))
    return "\n".join([head, *(_section(path, command) for path, command in every)])


def _commands(group: click.Group, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name, command in group.commands.items():
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from _commands(command, (*path, name))


def _title(command: click.Command) -> str:
    return _escaped(_paragraphs(command)[0])


def _section(path: tuple[str, ...], command: click.Command) -> str:
    name = " ".join(path)
    parts = [f"### `{name}`"]
    context = click.Context(command, info_name=name)
    if not isinstance(command, click.Group):
        parts.append(f"`{name} {' '.join(command.collect_usage_pieces(context))}`")
    for paragraph in _paragraphs(command):
        example = re.match(r"\x08\nExamples?:\n(.*)", paragraph, re.DOTALL)
        parts.append(f"```sh\n{textwrap.dedent(example[1]).strip()}\n```" if example else _escaped(paragraph))
    options = [one for one in command.params if isinstance(one, click.Option) and not {*one.opts} & {*SHARED}]
    if options:
        parts.insert(
            -1, "\n".join(["| option | what it does |", "|---|---|", *(_row(one, context) for one in options)])
        )
    return "\n\n".join(parts) + "\n"


def _paragraphs(command: click.Command) -> list[str]:
    """The help, with the lines of a paragraph joined and those of the example kept."""
    parts = inspect.cleandoc(command.help or "").split("\n\n")
    return [part if part.startswith("\b") else " ".join(part.split()) for part in parts]


def _row(option: click.Option, context: click.Context) -> str:
    value = "" if option.is_flag else f" {option.make_metavar(context)}"
    names = ", ".join(f"`{written}{value}`".replace("|", "\\|") for written in option.opts)
    shown = f" Without it: `{option.default}`." if option.show_default else ""
    needed = " Required." if option.required else ""
    return f"| {names} | {_escaped(option.help or '')}{needed}{shown} |"


def _escaped(text: str) -> str:
    """Words of the help as Markdown: only what stands in backticks is code."""
    parts = text.split("`")
    parts[::2] = [re.sub(r"([*_<>|])", r"\\\1", part) for part in parts[::2]]
    return "`".join(parts)


def main(arguments: list[str]) -> ExitCode:
    """Write the page to the one path that is given."""
    if len(arguments) != 1:
        click.echo("python -m polyleaf.cli.command_pages docs/commands.md", err=True)
        return ExitCode.USAGE
    Path(arguments[0]).write_text(commands_markdown(), encoding="utf-8")
    return ExitCode.OK


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
