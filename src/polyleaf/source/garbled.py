"""Signs that another program wrote wrongly: UTF-8 that was taken for Windows-1252, so that 5 °C reads 5 Â°C."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyleaf.manuscript.faults import FaultLog

_ODD = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
"""Bytes that Windows-1252 has no letter for; programs leave them as they are."""

_BEHIND = re.escape("".join(chr(one) if one in _ODD else bytes([one]).decode("cp1252") for one in range(0x80, 0xC0)))
"""What all bytes of a letter in UTF-8 but the first look like in Windows-1252."""

_GARBLED = re.compile(rf"[ÂÃ](?![’”])[{_BEHIND}]|â[€‚†ˆ‰„Šœ][{_BEHIND}]|Î[¼©]")


_NOT_COPIED = re.compile(r"\(cid:\d+\)|\ufffd")
"""What stands in the place of a sign whose meaning a PDF file or an encoding does not give."""


_OBJECT = "\ufffc"
"""What word processors copy for a picture."""


def tell_garbled(lines: list[str], log: FaultLog) -> None:
    """Notes each line that holds such signs, with the first of them."""
    for number, line in enumerate(lines, start=1):
        if _OBJECT in line:
            log.add(
                "A picture or another object was copied here with the text, and only its mark came along (U+FFFC)",
                number,
                "Save the picture in the folder images and show it with a figure box, or take the mark out",
            )
        if match := _NOT_COPIED.search(line):
            log.add(
                f"“{match[0]}” stands here for a sign that another program could not copy",
                number,
                "Look at the original, and type the sign; before a line it is mostly a bullet: - ",
            )
        for wrong, right in _garbled(line):
            log.add(
                f"“{wrong}” stands here for “{right}”: another program has written this line wrongly",
                number,
                "Type these signs anew; if there are many, copy the text once more, and save it as UTF-8",
            )
            break


def _garbled(line: str) -> Iterator[tuple[str, str]]:
    for match in _GARBLED.finditer(line):
        try:
            yield match[0], b"".join(map(_byte, match[0])).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue


def _byte(char: str) -> bytes:
    return bytes([ord(char)]) if ord(char) in _ODD else char.encode("cp1252")
