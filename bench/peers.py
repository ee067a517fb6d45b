"""What other programs find in the same slips: ``pofilter`` of the Translate Toolkit, run as a program.

Weblate's checks need its whole server; they are run only where the package ``weblate`` can be imported.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from babel.messages.pofile import escape

Pair = tuple[str, str, str, bool]
"""Name, source, translation, whether it is fuzzy."""

_HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Language: {locale}\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n'
)
_UNIT = re.compile(r'msgctxt "([^"]+)"')
_FOUND = re.compile(r"\(pofilter\) ([a-z]+):")


def pofilter_program(named: str = "") -> str:
    """The program, or "" if it is not installed."""
    beside = shutil.which("pofilter", path=str(Path(sys.executable).parent))
    return named or beside or shutil.which("pofilter") or ""


def pofilter(program: str, locale: str, pairs: Sequence[Pair]) -> dict[str, frozenset[str]]:
    """Names of the tests that each pair fails, by the pair's name."""
    found: dict[str, set[str]] = defaultdict(set)
    with tempfile.TemporaryDirectory() as folder:
        given, told = Path(folder) / "in.po", Path(folder) / "out.po"
        given.write_text(_po(locale, pairs), encoding="utf-8")
        command = [program, "--progress=none", f"--language={locale}", str(given), str(told)]
        subprocess.run(command, check=False, capture_output=True, timeout=600)
        if not told.exists():
            return {}
        for unit in told.read_text(encoding="utf-8").split("\n\n"):
            name = _UNIT.search(unit)
            if name:
                found[name[1]].update(_FOUND.findall(unit))
    return {name: frozenset(tests) for name, tests in found.items()}


def _po(locale: str, pairs: Iterable[Pair]) -> str:
    units = [_HEADER.format(locale=locale)]
    for name, source, target, fuzzy in pairs:
        flag = "#, fuzzy\n" if fuzzy else ""
        units.append(f'{flag}msgctxt "{name}"\nmsgid {escape(source)}\nmsgstr {escape(target)}\n')
    return "\n".join(units)


def has_weblate() -> bool:
    """Whether Weblate's checks can be run here."""
    return importlib.util.find_spec("weblate") is not None
