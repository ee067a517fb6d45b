"""Languages by the names people use: codes of any spelling, English names, own names. Never by likeness of letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from polyleaf.locales.shared import shared
from polyleaf.locales.shelf import Shelf, folded
from polyleaf.locales.tags import (
    Tag,
    english_name,
    full,
    is_in_cldr,
    language_code,
    line_of,
    parse_tag,
    replaced,
    says_something,
    script_code,
    territory_code,
)

_LONGEST = 80
_APOSTROPHES = "'`´‘’ʻʼ"
_QUALIFIED = re.compile(r"(?P<name>[^(),:/–-]+?)\s*[(,:/–-]\s*(?P<part>[^()]+?)\s*\)?")
_NEAR = 0.8
"""How like a name must be to be offered: "Farsi" is not "Dari"."""

_FORM = (
    "Languages are written like pl, pt-BR or zh-Hans, or by name: polyleaf languages lists them."
    " For one that is not there `polyleaf languages new CODE`, with its code of ISO 639, makes a skeleton"
)


def meanings(text: str, shelf: Shelf) -> tuple[str, ...]:
    """The locales that a code or a name can mean: one, none, or several that share a name ("Kurdish").

    Args:
        text: What somebody wrote.
        shelf: The language files.
    """
    if found := by_code(text, shelf):
        return (found,)
    return _by_name(text, shelf) if len(text) <= _LONGEST else ()


def by_code(text: str, shelf: Shelf) -> str:
    """The locale that a language tag means, in the one spelling it has here; "" if no leaflet can be printed in it.

    ``zh-CN`` is ``zh_Hans`` and ``pt-br`` is ``pt``, as CLDR has it; ``es-MX`` stays a language of its own.
    """
    tag = parse_tag(text)
    if tag is None:
        return ""
    if tag.locale in shelf.files:
        return tag.locale
    tag = _known_by_another(tag, shelf)
    if tag.locale in shelf.files:
        return tag.locale
    whole = full(tag.bare)
    in_cldr = next(filter(is_in_cldr, (tag.bare.locale, whole.locale)), "")
    if in_cldr:
        return _private(_same(in_cldr, shelf), tag)
    if not _is_real(tag) or not any(one in shelf.files or is_in_cldr(one) for one in line_of(tag.locale)):
        return ""
    likely = next((one for one in _shorter(whole) if one in shelf.files), "") if not tag.territory else ""
    return _private(likely, tag) if likely else tag.locale


def unknown(text: str, shelf: Shelf) -> tuple[str, str]:
    """What is wrong with a name that means no language, or several: a clause behind the name, and the way out."""
    heads = shelf.heads
    if len(several := meanings(text, shelf)) > 1:
        named = " or ".join(f"{heads[one].english} ({one})" for one in several)
        return "a name of more than one language", f"Write the code: {named}"
    tag = parse_tag(text)
    if tag and (name := english_name(replaced(tag).language)):
        code = replaced(tag).language
        if code in heads or is_in_cldr(code):
            return "which has no such script or territory", f"{name} is {code!r}"
        spoken = "" if tag.script or tag.territory else _spoken_in(code, shelf)
        way = f"languages/{code}.toml: `polyleaf languages new {code}` makes a skeleton"
        hint = f"{heads[spoken].english} is {spoken!r}. For {name} write {way}" if spoken else f"Write {way}"
        return f"{name}, a language that neither polyleaf nor CLDR has data for", hint
    if code := language_code(" ".join(text[:_LONGEST].split())):
        hint = f"Its code is {code}: `polyleaf languages new {code}` makes a skeleton of the file that is needed"
        return "a language that neither polyleaf nor CLDR has data for", hint
    by_name = {name.casefold(): code for code, head in heads.items() for name in (head.english, head.native)}
    near = get_close_matches(text[:_LONGEST].casefold(), by_name, n=1, cutoff=_NEAR)
    hint = f"Did you mean {by_name[near[0]]!r} ({heads[by_name[near[0]]].english})?" if near else _FORM
    return "a language that polyleaf does not know", hint


def _spoken_in(code: str, shelf: Shelf) -> str:
    """The language with a file that most people of a territory read (``kr``: Korean), or ""."""
    likely = full(Tag("und", "", code.upper()))
    if likely.language == full(Tag("und")).language:  # what CLDR says of no territory in particular
        return ""
    return next((one for one in (f"{likely.language}_{likely.script}", likely.language) if one in shelf.files), "")


def _known_by_another(tag: Tag, shelf: Shelf) -> Tag:
    """The tag with codes that others write, and those that CLDR has replaced, put right."""
    others = shelf.other_codes
    for known in (Tag(tag.language, tag.script, tag.territory), Tag(tag.language, "", tag.territory)):
        if meant := parse_tag(others.get(folded(known.locale), "")):
            return Tag(meant.language, meant.script or tag.script, meant.territory, tag.private)
    tag = replaced(tag)
    if meant := parse_tag(others.get(tag.language, "")):
        tag = Tag(meant.language, tag.script or meant.script, tag.territory or meant.territory, tag.private)
    return tag


def _same(locale: str, shelf: Shelf) -> str:
    """The locale that a locale of CLDR is another name of: the nearest with a file, or with facts of its own.

    A language alone may have its file under the name with its script: ``zh`` is ``zh_Hans``.
    """
    line = line_of(locale)
    own = next((one for one in line if one in shelf.files or says_something(one)), line[-1])
    if own in shelf.files or "_" in own:
        return own
    return next((one for one in _shorter(full(Tag(own))) if one in shelf.files), own)


def _private(locale: str, tag: Tag) -> str:
    return f"{locale}_x_{tag.private}" if tag.private else locale


def _shorter(whole: Tag) -> Iterator[str]:
    """Shorter names of the same language, script and likely territory."""
    for one in (Tag(whole.language, whole.script), Tag(whole.language)):
        if full(one) == whole:
            yield one.locale


def _is_real(tag: Tag) -> bool:
    from babel import Locale  # noqa: PLC0415 - needed for territories without data of their own alone

    known = Locale("en")
    return (not tag.territory or tag.territory in known.territories) and (not tag.script or tag.script in known.scripts)


def _by_name(text: str, shelf: Shelf) -> tuple[str, ...]:
    exact, short = _names(shelf)
    name = _key(text)
    if found := exact.get(name):
        return found
    in_cldr = by_code(language_code(" ".join(text.split())) or "?", shelf)
    others = short.get(name, ())
    if len({one.partition("_")[0] for one in others}) > 1:
        return others
    if in_cldr or others:
        return (in_cldr or others[0],)
    if (match := _QUALIFIED.fullmatch(text.strip())) and len(named := _by_name(match["name"], shelf)) == 1:
        part = match["part"]
        if code := territory_code(part) or script_code(part):
            locale = by_code(f"{named[0].partition('_')[0]}_{code}", shelf)
            return (locale,) if locale else ()
    return ()


def _names(shelf: Shelf) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """Locales by the names in their files, and by what stands before a bracket in them."""
    exact: dict[str, dict[str, None]] = {}
    short: dict[str, dict[str, None]] = {}
    for locale, head in shelf.heads.items():
        for name in (head.english, head.native):
            exact.setdefault(_key(name), {})[locale] = None
        short.setdefault(_key(head.english.partition("(")[0]), {})[locale] = None
    for name, locale in shared().other_names.items():
        exact.setdefault(_key(name), {})[locale] = None
    return {name: tuple(ones) for name, ones in exact.items()}, {name: tuple(ones) for name, ones in short.items()}


def _key(name: str) -> str:
    """A name without marks, apostrophes, brackets and the order of its words: "Chinese (Simplified)"."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(char for char in plain if not ("\u0300" <= char <= "\u036f" or char in _APOSTROPHES))
    words = re.sub(r"[(),:/–_-]", " ", unicodedata.normalize("NFC", plain)).split()
    return " ".join(sorted(words))
