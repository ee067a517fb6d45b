"""Language tags as people and programs write them, and what CLDR knows of them: aliases, likely subtags, parents."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

ROOT = "root"
"""The locale of CLDR that all others come from."""

_LONGEST = 60
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:_(?P<script>[a-z]{4}))?(?:_(?P<territory>[a-z]{2}|\d{3}))?"
    r"(?:_(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:_[a-wyz](?:_[a-z\d]{2,8})+)*"
    r"(?:_x(?P<private>(?:_[a-z\d]{1,8}){1,3}))?"
)
_POSIX_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva", "arabic": "Arab"}
"""What follows an ``@`` in locales of POSIX (``sr_RS@latin``); ``@euro`` and the like say nothing of the language."""

_NOTHING_NEW = frozenset(("locale_id", "week_data", "plural_form", "ordinal_form", "day_period_rules"))
"""What CLDR repeats for a locale that says nothing of its own (``pt_BR`` is ``pt``, ``zh_Hans`` is ``zh``)."""


@dataclass(frozen=True, slots=True)
class Tag:
    """The parts of a language tag; "" for those it does not name."""

    language: str
    script: str = ""
    territory: str = ""
    private: str = ""

    @property
    def locale(self) -> str:
        """The tag as a Babel locale, with private subtags behind ``x``."""
        parts = (self.language, self.script, self.territory, f"x_{self.private}" if self.private else "")
        return "_".join(filter(None, parts))

    @property
    def bare(self) -> Tag:
        """The tag without private subtags, which CLDR knows nothing of."""
        return replace(self, private="")


@lru_cache(maxsize=4096)
def parse_tag(text: str) -> Tag | None:
    """The parts of a tag or a POSIX locale (``zh-CN``, ``pt_BR.UTF-8``, ``sr@latin``), or None if it is none.

    Variants and extensions are passed over: no leaflet is printed another way for them.
    """
    name, _, modifier = text.strip()[: _LONGEST + 1].partition("@")
    folded = name.partition(".")[0].replace("-", "_").lower()
    match = _TAG.fullmatch(folded) if len(folded) <= _LONGEST else None
    if match is None:
        return None
    parts = match.groupdict(default="")
    script = parts["script"].title() or _POSIX_SCRIPTS.get(modifier.lower(), "")
    return Tag(parts["language"], script, parts["territory"].upper(), parts["private"].strip("_"))


def replaced(tag: Tag) -> Tag:
    """The tag with what CLDR has replaced: ``iw`` is ``he``, ``prs`` is ``fa_AF``, ``sh`` is ``sr_Latn``."""
    aliases = _global("language_aliases")
    meant = aliases.get(f"{tag.language}_{tag.territory}") if tag.territory else None
    new = parse_tag(meant or aliases.get(tag.language, ""))
    if new is None:
        return tag
    territory = new.territory if meant else tag.territory or new.territory
    return Tag(new.language, tag.script or new.script, territory, tag.private)


@lru_cache(maxsize=4096)
def full(tag: Tag) -> Tag:
    """The tag with the script and territory that CLDR holds for likely (UTS 35, likely subtags)."""
    likely = _global("likely_subtags")
    asked = (Tag(tag.language, tag.script, tag.territory), Tag(tag.language, "", tag.territory))
    for known in (*asked, Tag(tag.language, tag.script), Tag(tag.language)):
        if found := parse_tag(likely.get(known.locale, "")):
            return Tag(found.language, tag.script or found.script, tag.territory or found.territory, tag.private)
    return tag


def is_in_cldr(locale: str) -> bool:
    """Whether CLDR, as Babel brings it along, has a locale of that name."""
    from babel import localedata  # noqa: PLC0415 - 20 ms that help and names of languages do not need

    return localedata.exists(locale)


def cldr_of(locale: str) -> str:
    """The locale of CLDR by which another is printed: itself, its nearest parent that CLDR has, or ``root``."""
    return next(filter(is_in_cldr, line_of(locale)), ROOT)


@lru_cache(maxsize=1024)
def says_something(locale: str) -> bool:
    """Whether CLDR has facts of its own for a locale, so that it is not its parent by another name."""
    from babel.localedata import resolve_locale_filename  # noqa: PLC0415 - as above

    # Babel's `load(merge_inherited=False)` would leave the bare data in its cache for everybody.
    own = pickle.loads(Path(resolve_locale_filename(locale)).read_bytes())  # noqa: S301 - a file of the package
    return any(value for name, value in own.items() if name not in _NOTHING_NEW)


@lru_cache(maxsize=4096)
def line_of(locale: str) -> tuple[str, ...]:
    """A locale, then those it falls back to, as CLDR has them: ``pt_AO``, ``pt_PT``, ``pt``.

    A script that is not the likely one of its language ends the line: ``zh_Hant`` is not printed as ``zh`` is.
    """
    return tuple(_line_of(locale))


def _line_of(locale: str) -> Iterator[str]:
    while tag := parse_tag(locale):
        yield locale
        if tag.private:
            locale = tag.bare.locale
        elif parent := _global("parent_exceptions").get(locale):
            locale = parent
        elif tag.territory:
            locale = Tag(tag.language, tag.script).locale
        elif tag.script and full(Tag(tag.language)).script == tag.script:
            locale = tag.language
        else:
            return


def territory_code(name: str) -> str:
    """The territory of an English name ("Brazil"), or ""."""
    return _by_english_name("territories").get(name.casefold(), "")


def script_code(name: str) -> str:
    """The script of an English name ("Cyrillic"), or ""."""
    return _by_english_name("scripts").get(name.casefold(), "")


def script_name(code: str) -> str:
    """What CLDR calls a script in English ("Devanagari"); its code if it has no name."""
    from babel import Locale  # noqa: PLC0415 - as above

    return str(Locale("en").scripts.get(code, code))


def language_code(name: str) -> str:
    """The language of an English name in CLDR ("Urdu", "Brazilian Portuguese"), or ""."""
    return _by_english_name("languages").get(name.casefold(), "")


def codes_with(word: str) -> tuple[str, ...]:
    """The languages of CLDR that have a word in their English names, by name ("pidgin")."""
    part = re.compile(rf"\b{re.escape(word.casefold())}\b") if word.strip() else None
    return tuple(code for name, code in sorted(_by_english_name("languages").items()) if part and part.search(name))


def english_name(code: str) -> str:
    """What CLDR calls a language in English, or ""."""
    from babel import Locale  # noqa: PLC0415 - as above

    return str(Locale("en").languages.get(code, ""))


@lru_cache(maxsize=3)
def _by_english_name(kind: str) -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - as above

    names: dict[str, str] = getattr(Locale("en"), kind)
    return {name.casefold(): code for code, name in reversed(list(names.items()))}


def _global(table: str) -> Any:  # noqa: ANN401 - tables of texts and of lists
    from babel.core import get_global  # noqa: PLC0415 - as above

    return get_global(table)  # type: ignore[arg-type]
