"""Telephone numbers with an extension behind them: "01632 960 100 ext. 12"."""

from __future__ import annotations

import re

_WORD = (
    r"(?:extension|extn?\.?|x|\#|durchwahl|dw\.?|nebenstelle|poste|interno|int\.|anexo|ramal|toestel|ankn\.?|lokal"
    r"|wew\.?|dahili|linka|kl\.|доб\.?|вн\.?|εσωτ\.?|内線|分机|分機|轉|转|내선)"
)
"""Words of languages that run from left to right: others would turn the number round."""

_EXTENSION = re.compile(
    rf"[ \u00a0]*[,;]?[ \u00a0]*\(?(?:;ext=|{_WORD}[ \u00a0]*:?[ \u00a0]*)(?=\d{{1,7}}\)?$)", re.IGNORECASE
)
_NAMES_EXTENSION = re.compile(rf"[(,]?{_WORD}:?", re.IGNORECASE)


def names_extension(word: str) -> bool:
    """Whether a word stands before the extension of a telephone number."""
    return _NAMES_EXTENSION.fullmatch(word) is not None


def without_extension(number: str) -> tuple[str, str]:
    """A number as written, and the digits of its extension, or ""."""
    main, *extension = _EXTENSION.split(number, maxsplit=1)
    return (main, extension[0].rstrip(")")) if extension else (number, "")


def telephone_address(number: str) -> str:
    """``tel:`` address (RFC 3966): "+44 (0)20 7946 0000 ext 12" -> ``tel:+442079460000;ext=12``."""
    main, extension = without_extension(number)
    plus = "+" if main.lstrip().startswith("+") else ""
    digits = "".join(char for char in (main.replace("(0)", "") if plus else main) if char.isascii() and char.isdigit())
    return f"tel:{plus}{digits}" + (f";ext={extension}" if extension else "")
