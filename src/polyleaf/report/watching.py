"""What a watcher tells, on a console."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape

from polyleaf.model.wording import listed
from polyleaf.report.progress import BuildTeller
from polyleaf.watching.events import Building, Built, Done, Event, Found, Lost, Noted, Overtaken, Seen, Trouble

_TOLD = 3
"""Most files that a line names."""


class WatchTeller:
    """Tells each build as ``polyleaf build`` does, and between them what was saved.

    Args:
        console: Where to tell it.
        verbose: Tell notes and tracebacks too.
    """

    def __init__(self, console: Console, *, verbose: bool = False) -> None:
        self._console, self._verbose = console, verbose
        self._teller: BuildTeller | None = None

    def __call__(self, event: Event) -> None:
        """Tell one event."""
        match event:
            case Seen(paths):
                self._say(f"saved: {listed(paths, _TOLD)}")
            case Overtaken():
                self.close()
            case Trouble(message, hint):
                self.close()
                for line in message.splitlines():
                    self._console.print(f"[bold red]error[/] {escape(line)}", soft_wrap=True)
                self._say(f"    -> {hint}" if hint else "")
                self._say("watching; it is built when that is mended")
            case Done(report):
                self._now().summary(report)
                self.close()
                self._say("watching; Ctrl-C ends it")
            case _:
                self._of_a_build(event, self._now())

    @staticmethod
    def _of_a_build(event: Event, teller: BuildTeller) -> None:
        match event:
            case Found(findings):
                teller.found(findings)
            case Building(total, unchanged):
                teller.started(total, unchanged)
            case Built(artifact, findings):
                teller.finished(artifact, findings)
            case Lost(failed):
                teller.refused(failed)
            case Noted(text):
                teller.note(text)

    def close(self) -> None:
        """End what moves on the terminal."""
        if self._teller is not None:
            self._teller.__exit__(None, None, None)
            self._teller = None

    def _now(self) -> BuildTeller:
        if self._teller is None:
            self._teller = BuildTeller(self._console, verbose=self._verbose).__enter__()
        return self._teller

    def _say(self, text: str) -> None:
        self._console.print(escape(text), soft_wrap=True)
