"""Groups of commands: patient with slips of the keyboard and with habits of other programs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import click

from polyleaf.cli.options import FOLDER
from polyleaf.errors import nearest

_DASHES = "\u2010-\u2015\u2212"
"""What word processors make of hyphens: a command that was copied from a letter has them."""
_LONG_DASH = re.compile(rf"[{_DASHES}-]*[{_DASHES}][{_DASHES}-]*(\w[\w-]*)(?:=.*)?", re.DOTALL)
_CURLY = re.compile("[\u2018\u201a\u201c-\u201e\u00ab][^\u2018\u2019\u201c\u201d\u00bb]*")
"""It opens and does not close: the shell has cut the name in two."""
_ONE_HYPHEN = re.compile(r"-(\w[\w-]+)(?:=.*)?", re.DOTALL)


_SAME = {
    "--locale": ("--lang", "--language", "--languages", "--locales"),
    "--edition": ("--size", "--editions", "--format", "--paper"),
    "--out": ("--output-dir", "--outdir", "--dest", "--destination", "--target", "--folder"),
    "--jobs": ("--workers", "--threads", "--parallel"),
    "--release": ("--final", "--publish"),
    "--force": ("--rebuild", "--all", "--clean"),
    "-C": ("--project", "--dir", "--directory", "--root", "--cwd"),
}
"""What other programs call our options."""

_NEEDLESS = {"--draft": "Leave it out: what is not approved is printed as a draft."}
"""Options of which people think, and what is so without them."""


class CommandGroup(click.Group):
    """A group that answers ``help``, takes ``-C`` before the command, and says what was probably meant."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """An option that belongs to the command and stands before it is told as that."""
        try:
            return super().parse_args(ctx, list(args))
        except click.NoSuchOption as error:
            for name in args:
                command = self.get_command(ctx, name)
                if command is not None and error.option_name in _options(command, ctx):
                    raise click.UsageError(
                        f"{error.option_name} stands after the command: {ctx.command_path} {name} {error.option_name}",
                        ctx,
                    ) from None
            raise

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """``help`` is known in every group: ``polyleaf catalog help status``."""
        root = ctx.find_root().command
        asked = root if cmd_name == "help" and isinstance(root, click.Group) else self
        return asked.commands.get(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the words begin with.

        Raises:
            click.UsageError: There is none, or one of the words is a slip; it says what was meant.
        """
        command = self.get_command(ctx, args[0])
        if isinstance(command, click.Group):
            return super().resolve_command(ctx, args)
        _tell_slips(ctx, args, {**_options(self, ctx), **_options(command, ctx)})
        if command is None and not args[0].startswith("-"):
            raise click.UsageError(f"There is no command {args[0]!r}.{self._meant(ctx, args[0])}", ctx)
        if FOLDER in ctx.find_root().meta and "-C" not in _options(command, ctx):
            raise click.UsageError(f"{ctx.command_path} {args[0]} works on no project: leave out -C.", ctx)
        return super().resolve_command(ctx, args)

    def _meant(self, ctx: click.Context, word: str) -> str:
        """The command of that name elsewhere, or the nearest one here, or anywhere."""
        if word == "version":
            return " Did you mean: polyleaf --version?"
        root = ctx.find_root()
        names = [" ".join((root.command_path, *path)) for path, _ in every_command(root.command)]
        there = [name for name in names if name.endswith(f" {word}")]
        if not there:
            ends = {end for name in names for end in (name.rpartition(" ")[2], name.partition(" ")[2])}
            near = nearest(word, {*self.commands, *ends})
            there = [f"{ctx.command_path} {near}"] if near in self.commands else []
            there = there or [name for name in names if near and name.endswith(f" {near}")]
        return f" Did you mean: {' or '.join(there)}?" if there else f" Try: {root.command_path} help"


def every_command(
    command: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command that does something, with its words after ``polyleaf``, in the order of their work."""
    if isinstance(command, click.Group):
        for name in command.commands:
            yield from every_command(command.commands[name], (*path, name))
    else:
        yield path, command


def _options(command: click.Command | None, ctx: click.Context) -> dict[str, click.Parameter]:
    parameters = command.get_params(ctx) if command is not None else []
    return {written: one for one in parameters if isinstance(one, click.Option) for written in one.opts}


def _meant_option(asked: str, known: Mapping[str, click.Parameter]) -> str:
    """Our option that other programs call so, or nearly so; "" if it is none of them, or a slip in one of ours."""
    elsewhere = {other: ours for ours, others in _SAME.items() if ours in known for other in others}
    if asked in elsewhere or not asked.startswith("--"):
        return elsewhere.get(asked, "")
    return elsewhere.get(nearest(asked, {*elsewhere, *known}), "")


def _tell_slips(ctx: click.Context, words: list[str], known: Mapping[str, click.Parameter]) -> None:
    """Find options with a long dash for two hyphens, or with one hyphen for two: ``-out x`` would write to ``ut``.

    Raises:
        click.UsageError: One is there; it says how it is written.
    """
    for word in words:
        if word == "--":
            return
        if dashed := _LONG_DASH.fullmatch(word):
            written = f"-{dashed[1]}" if len(dashed[1]) == 1 else nearest(f"--{dashed[1]}", known)
            hint = f"Did you mean {written}?" if written in known else "Type a hyphen."
            raise click.UsageError(f"{word} begins with a dash that a word processor made. {hint}", ctx)
        if _CURLY.fullmatch(word):
            raise click.UsageError(
                f'{word} begins with a quotation mark of a word processor. Type straight ones: "', ctx
            )
        asked = word.partition("=")[0]
        if asked not in known and asked in _NEEDLESS:
            raise click.UsageError(f"There is no option {asked}. {_NEEDLESS[asked]}", ctx)
        if asked not in known and (same := _meant_option(asked, known)):
            raise click.UsageError(f"There is no option {asked}. Did you mean {same}?", ctx)
        hyphened = _ONE_HYPHEN.fullmatch(word)
        if hyphened and f"--{hyphened[1]}" in known:
            raise click.UsageError(f"There is no option {word}. Did you mean --{hyphened[1]}?", ctx)
