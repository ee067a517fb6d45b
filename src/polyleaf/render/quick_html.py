"""Pages are read sooner: tinyhtml5 2.1 keeps its patterns under a wrong name, so it makes each anew for each piece."""

from __future__ import annotations

import re

from tinyhtml5 import inputstream

Key = tuple[frozenset[str], bool]


class Patterns(dict[Key, re.Pattern[str]]):
    """Finds runs of characters that are none of some, or are some of them (``opposite``)."""

    def __missing__(self, key: Key) -> re.Pattern[str]:
        characters, opposite = key
        inside = "".join(f"\\x{ord(character):02x}" for character in characters)
        found = self[key] = re.compile(f"[{inside}]+" if opposite else f"[^{inside}]+")
        return found


def install() -> None:
    """Put them in place of those that it looks for."""
    if not isinstance(getattr(inputstream, "characters_until_regex", None), Patterns):
        inputstream.characters_until_regex = Patterns()
