"""The command ``polyleaf``: its commands and the one place where errors become words and an exit status."""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys
import threading
import traceback
from contextlib import suppress
from typing import NoReturn

import click

from polyleaf import __version__
from polyleaf.cli.build import build
from polyleaf.cli.catalog import catalog
from polyleaf.cli.check import check
from polyleaf.cli.completion import completion
from polyleaf.cli.doctor import doctor
from polyleaf.cli.explain import explain
from polyleaf.cli.export_command import export_command
from polyleaf.cli.group import CommandGroup
from polyleaf.cli.help import help_command
from polyleaf.cli.import_command import import_command
from polyleaf.cli.impose import impose
from polyleaf.cli.init import init
from polyleaf.cli.languages import languages
from polyleaf.cli.new import new
from polyleaf.cli.open_command import open_command
from polyleaf.cli.options import project_before_option, verbose_option
from polyleaf.cli.package import package
from polyleaf.cli.preflight import preflight
from polyleaf.cli.serve import serve
from polyleaf.cli.validate import validate
from polyleaf.cli.verify import verify
from polyleaf.cli.worker import worker
from polyleaf.errors import ExitCode, PolyleafError
from polyleaf.model.finding import Fault
from polyleaf.report.door import one_door

_LINK_LOOP = "Symlink loop"
"""How ``Path.resolve`` of Python 3.11 begins what it has to say of one; later versions raise an ``OSError``."""
_FULL = (errno.ENOSPC, errno.EDQUOT)


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="polyleaf")
@project_before_option
@verbose_option
def polyleaf() -> None:
    r"""Write a leaflet once; print it in every language.

    \b
    Example:
      polyleaf init my-leaflets
      polyleaf build -C my-leaflets
    """


for _command in (
    init,
    new,
    import_command,
    export_command,
    build,
    open_command,
    serve,
    catalog,
    check,
    validate,
    explain,
    languages,
    doctor,
    preflight,
    impose,
    package,
    verify,
    worker,
    completion,
    help_command,
):
    polyleaf.add_command(_command)


def _keep_lines(command: click.Command) -> None:
    """Examples keep their lines: click looks for a real backspace, and raw docstrings hold a backslash and a b."""
    command.help = (command.help or "").replace("\\b\n", "\b\n")
    for inner in getattr(command, "commands", {}).values():
        _keep_lines(inner)


_keep_lines(polyleaf)


_SELDOM = (50_000, 5, 10)
"""How seldom to look for garbage: most of what a command makes lasts as long as it, and looking took a tenth of it."""


def main(arguments: list[str] | None = None) -> NoReturn:
    """Runs one command and ends the process with a documented exit status."""
    gc.set_threshold(*_SELDOM)
    _end(run(arguments))


def _end(code: ExitCode) -> NoReturn:
    """Ends the process without taking its objects apart one by one, a tenth of ``check``; mypy ends in this way too."""
    if threading.active_count() == 1 and sys.getprofile() is None and sys.gettrace() is None:
        atexit._run_exitfuncs()  # noqa: SLF001 - what was lent goes back: folders, processes
        with suppress(OSError, ValueError):  # a pipe that nobody reads any more: Python says so itself
            for stream in filter(None, (sys.stdout, sys.stderr)):
                stream.flush()
            os._exit(code)
    sys.exit(code)


def run(arguments: list[str] | None = None) -> ExitCode:
    """Runs one command; whatever it prints is safe for a terminal."""
    with one_door():
        return _run(sys.argv[1:] if arguments is None else arguments)


def _run(arguments: list[str]) -> ExitCode:  # noqa: PLR0911 - one return a kind of failure
    """Runs one command; every error is told in words, never as a traceback unless ``-v`` is given."""
    verbose = bool({"-v", "--verbose"} & set(arguments))
    try:
        result = polyleaf.main(arguments, prog_name="polyleaf", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        return _tell("Stopped. Files that were finished are kept; nothing is half-written.", "", ExitCode.INTERRUPTED)
    except PolyleafError as error:
        if verbose:
            traceback.print_exc()
        return _tell_faults(error)
    except SystemExit as ended:  # the shell has its completions, or the reader of a pipe has gone
        return ExitCode.FINDINGS if ended.code else ExitCode.OK
    except OSError as error:
        if verbose:
            traceback.print_exc()
        hint = "Make room on the disk." if error.errno in _FULL else "Check the folder and its permissions."
        return _tell(f"{error.filename or 'A file'}: {error.strerror or error}", hint, ExitCode.ENVIRONMENT)
    except Exception as error:  # noqa: BLE001 - the last door: people get words, not tracebacks
        if verbose:
            traceback.print_exc()
        return _tell_unforeseen(error)
    return result if isinstance(result, ExitCode) else ExitCode.OK


def _tell_faults(error: PolyleafError) -> ExitCode:
    """Tell every fault of a file with its own way out; errors of other kinds have one."""
    faults: tuple[Fault, ...] = getattr(error, "faults", ())
    for fault in faults:
        _tell(str(fault), fault.hint, error.exit_code)
    return error.exit_code if faults else _tell(error.message, error.hint, error.exit_code)


def _tell_unforeseen(error: Exception) -> ExitCode:
    """A fault of the tool, or a loop of links."""
    if isinstance(error, RuntimeError) and str(error).startswith(_LINK_LOOP):
        return _tell(str(error), "It is a link that leads back to itself: remove it.", ExitCode.ENVIRONMENT)
    return _tell(
        f"polyleaf itself failed: {type(error).__name__}: {error}",
        "This is a fault of the tool. Run again with -v and report what it prints.",
        ExitCode.INTERNAL,
    )


def _tell(message: str, hint: str, code: ExitCode) -> ExitCode:
    click.echo(f"polyleaf: {message}", err=True)
    if hint:
        click.echo(f"  -> {hint}", err=True)
    return code
