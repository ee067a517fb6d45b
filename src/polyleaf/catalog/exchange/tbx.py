"""Glossaries as TBX (ISO 30042), the exchange format of terminology programs.

Written is the form of 2008, which every program in use reads (Translate Toolkit and Weblate read no other); read are
both, that of 2008 and that of 2019.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from polyleaf.catalog.exchange.xml_in import Node, read_xml
from polyleaf.catalog.exchange.xml_out import document, element, open_tag
from polyleaf.locales.shelf import folded
from polyleaf.locales.table import LANGUAGES, own_code
from polyleaf.model.finding import Location
from polyleaf.model.glossary import Glossary, Term
from polyleaf.model.language import Language

_STATUS = "administrativeStatus"
_PREFERRED, _ADMITTED, _DEPRECATED = "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts"
_REFUSED = ("deprecatedTerm", "supersededTerm", "obsolete", "deprecated", "superseded", "notRecommended")
_SAFETY = "patient safety"
"""Subject field of safety terms: TBX has no field of its own for them."""

_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Unread:
    """A concept of a TBX file that no term could be made of.

    Attributes:
        line: Its line.
        reason: Why.
    """

    line: int
    reason: str


def write_tbx(glossaries: Iterable[Glossary], source: Language) -> bytes:
    """One TBX file of one or more glossaries: a concept for each source term, a section for each language.

    A term that is a safety term in some languages only is two concepts: TBX marks concepts.
    """
    by_term: dict[tuple[str, bool], list[tuple[Glossary, Term]]] = {}
    for glossary in glossaries:
        for term in glossary.terms:
            by_term.setdefault((term.term, term.safety), []).append((glossary, term))
    lines = [
        open_tag("martif", {"type": "TBX-Basic", "xml:lang": source.tag}),
        "<martifHeader><fileDesc><sourceDesc>",
        element("p", "Glossary written by polyleaf"),
        "</sourceDesc></fileDesc></martifHeader>",
        "<text><body>",
    ]
    for number, ((name, _), found) in enumerate(by_term.items(), 1):
        lines += _concept(f"c{number}", name, found, source)
    return document([*lines, "</body></text>", "</martif>"])


def _concept(ident: str, term: str, found: list[tuple[Glossary, Term]], source: Language) -> Iterator[str]:
    yield open_tag("termEntry", {"id": ident})
    if any(one.safety for _, one in found):
        yield element("descrip", _SAFETY, {"type": "subjectField"})
    yield open_tag("langSet", {"xml:lang": source.tag})
    yield f"<tig>{element('term', term)}</tig>"
    yield "</langSet>"
    for glossary, one in found:
        yield open_tag("langSet", {"xml:lang": LANGUAGES[glossary.locale].tag})
        if one.note:
            yield element("note", one.note)
        statuses = [_PREFERRED, *[_ADMITTED] * len(one.translations)]
        words = [*zip(one.translations, statuses, strict=False), *((word, _DEPRECATED) for word in one.forbidden)]
        for word, status in words:
            standing = element("termNote", status, {"type": _STATUS})
            yield f"<tig>{element('term', word)}{standing}</tig>"
        yield "</langSet>"
    yield "</termEntry>"


def read_tbx(data: bytes, path: str, source: Language) -> tuple[Mapping[str, list[Term]], tuple[Unread, ...]]:
    """The terms of a TBX file by locale, and what could not be used.

    Both dialects are read (``conceptEntry`` of 2019, ``termEntry`` of 2008), and both styles of categories.

    Raises:
        ReplyError: It is no XML, damaged, too large, or declares entities.
    """
    root = read_xml(data, path, doctype="martif")
    terms: dict[str, list[Term]] = {}
    unread: list[Unread] = []
    for concept in (*root.walk("conceptEntry"), *root.walk("termEntry")):
        sections = [*concept.children("langSec"), *concept.children("langSet")]
        names = [name for section in sections if _speaks(section.lang, source) for name, _ in _words(section)]
        if not names:
            unread.append(Unread(concept.line, f"no term in {source.english}"))
            continue
        for section in sections:
            locale = _locale(section.lang)
            if _speaks(section.lang, source):
                continue
            if not locale:
                unread.append(Unread(section.line, f"unknown language {section.lang[:20]!r}"))
                continue
            term = _term(names[0], concept, section, Location(path, section.line, locale=locale))
            if term.translations or term.forbidden:
                terms.setdefault(locale, []).append(term)
    return terms, tuple(unread)


def _term(name: str, concept: Node, section: Node, place: Location) -> Term:
    words = _words(section)
    allowed = tuple(dict.fromkeys(word for word, refused in words if not refused))
    forbidden = tuple(dict.fromkeys(word for word, refused in words if refused))
    note = next((_folded(node.text) for node in section.walk("note")), "")
    fields = [*concept.children("subjectField"), *concept.walk("descrip")]
    safety = any(_folded(node.text).casefold() == _SAFETY for node in fields)
    return Term(name, allowed, forbidden, note, safety, place)


def _words(section: Node) -> list[tuple[str, bool]]:
    """The words of one language, preferred ones first, each with whether it is refused."""
    found: list[tuple[bool, str, bool]] = []
    for group in (*section.walk("termSec"), *section.walk("tig"), *section.walk("ntig")):
        term = next(group.walk("term"), None)
        status = " ".join(
            _folded(node.text)
            for tag in (_STATUS, "termNote")
            for node in group.walk(tag)
            if tag == _STATUS or node.get("type") == _STATUS
        )
        word = _folded(term.text) if term else ""
        if word:
            found.append((_PREFERRED not in status, word, status.startswith(_REFUSED)))
    return [(word, refused) for _, word, refused in sorted(found, key=lambda one: one[0])]


def _folded(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]


def _speaks(tag: str, language: Language) -> bool:
    return tag.replace("_", "-").split("-")[0].casefold() == language.tag.split("-")[0]


def _locale(tag: str) -> str:
    """The locale of a language tag; without its region if there is no language file for that."""
    parts = tag.replace("_", "-").split("-")
    known = {folded(locale): locale for locale in LANGUAGES}
    for length in range(len(parts), 0, -1):
        code = "-".join(parts[:length])
        found = known.get(folded(code)) or known.get(folded(own_code(code)))
        if found:
            return found
    return ""
