"""What the style sheet inside a page says of letters: programs that write pages give every look a class."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from polyleaf.importing.web_runs import css_of

_MOST_LETTERS = 2**20
_REMARK = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_NESTED = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^{};]*;")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"(?:p|span|li|td|th|div|a|b|i|strong|em)?\.([\w-]+)", re.IGNORECASE)
_KEPT = ("font-weight", "font-style", "font-family")
"""Not what is hidden: a script shows it when somebody clicks."""


def with_looks(root: html.HtmlElement) -> None:
    """Gives every element the look of its classes as a style of its own, where it has none that says otherwise."""
    looks = _looks("\n".join(node.text or "" for node in root.iter("style"))[:_MOST_LETTERS])
    if not looks:
        return
    for node in root.iter():
        names = node.get("class", "").split() if isinstance(node.tag, str) else ()
        found: dict[str, str] = {}
        for name in names:
            found |= looks.get(name, {})
        if found:
            own = dict(_declared(css_of(node)))
            more = "; ".join(f"{key}: {said}" for key, said in found.items() if key not in own)
            node.set("style", "; ".join(part for part in (node.get("style"), more) if part))


def _looks(sheet: str) -> dict[str, dict[str, str]]:
    """What the classes of a style sheet say of letters."""
    looks: dict[str, dict[str, str]] = {}
    for match in _RULE.finditer(_NESTED.sub("", _REMARK.sub("", sheet))):
        said = {key: value for key, value in _declared(match[2].lower()) if key in _KEPT}
        for name in match[1].split(",") if said else ():
            if one := _CLASS.fullmatch(name.strip()):
                looks.setdefault(one[1], {}).update(said)
    return looks


def _declared(css: str) -> Iterator[tuple[str, str]]:
    for part in css.split(";"):
        key, colon, said = part.partition(":")
        if colon:
            yield key.strip(), said.strip()
