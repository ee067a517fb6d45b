"""Names that a translation keeps letter by letter: of persons behind a title, of accounts and of products."""

from __future__ import annotations

import re
import unicodedata

_TITLED = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Mx|Prof|Professor|Doctor|Sister|Nurse)\b\.?\s(?P<name>[A-Z][^\W\d_]+(?:[\s-][A-Z][^\W\d_]+)*)"
)
_ACCOUNT = re.compile(r"(?<![\w.@#])[@#](?P<name>[A-Za-z]\w{2,30})")
# A capital inside and a run of small letters: WhatsApp, iPhone; abbreviations (mRNA, HbA1c) are others elsewhere.
_PRODUCT = re.compile(r"\b(?P<name>(?=[A-Za-z]*[a-z]{3})[A-Za-z]{0,20}[a-z][A-Z][A-Za-z]{1,20}\d{0,2})\b")

_SHORTEST = 3
"""Letters of a name that are always compared."""


def kept_names(text: str) -> tuple[str, ...]:
    """The names of an English text that stay as they are in every language in Latin letters, each once, in order.

    Places and organisations are not among them, nor abbreviations: most languages have names of their own for those.
    """
    found = [(match.start(), match["name"].split()[-1]) for match in _TITLED.finditer(text)]
    found += [(match.start(), match["name"]) for one in (_ACCOUNT, _PRODUCT) for match in one.finditer(text)]
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


def has_name(name: str, text: str) -> bool:
    """Whether a name stands in a text, perhaps with an ending: "u doktora Nowaka" has Nowak, "Anny" Anna."""
    bare = _bare(name)
    ends = len(bare) if any(map(str.isdigit, bare)) else max(_SHORTEST, len(bare) - 1)
    return bare[:ends] in _bare(text)


def _bare(text: str) -> str:
    """Letters and digits alone, in small letters without accents."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in apart if char.isalnum())
