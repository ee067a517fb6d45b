"""Codes of the leaflets that are not read: whoever works on one leaflet must still hear that another has its code.

Only the head of each file is looked at, and only its line ``code``: a thousand leaflets take a tenth of a second. A
file in which it cannot be found says nothing here; it says so itself when it is read.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from polyleaf.errors import PolyleafError
from polyleaf.files import open_plain

_HEAD = 16 * 1024
"""Bytes of a file in which its front matter is looked for."""

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(
    r"""^(?:code|"code"|'code')[ \t]*:[ \t]+(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#][^\n]*?))[ \t]*(?:[ \t]\#[^\n]*)?\r?$""",
    re.MULTILINE,
)


def other_codes(root: Path, names: Iterable[str]) -> Mapping[str, str]:
    """The codes of some leaflets by their path, as far as they can be told at a glance.

    Args:
        root: Folder of the project, resolved.
        names: Their folders in ``leaflets/``.
    """
    found = {}
    for name in names:
        path = root / "leaflets" / name / "leaflet.md"
        with contextlib.suppress(OSError, RuntimeError, PolyleafError):
            if path.resolve().is_relative_to(root):
                with open_plain(path) as file:
                    head = file.read(_HEAD).decode(errors="replace")
                if code := code_in(head):
                    found[f"leaflets/{name}/leaflet.md"] = code
    return found


def code_in(text: str) -> str:
    """The code in the front matter of a leaflet; "" if there is none to be seen."""
    front = _FRONT.match(text)
    code = _CODE.search(front[1]) if front else None
    return next((" ".join(word.split()) for word in code.groups() if word), "") if code else ""
