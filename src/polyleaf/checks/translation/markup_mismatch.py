import re
from collections import Counter

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.checks.samples.text import bold
from polyleaf.checks.translation_parts.entries import differing, printed_entries
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import Emphasis, Inline, LineBreak, Link, Strong, Words, plain, walk
from polyleaf.model.wording import count, listed, quote

_TO_FILL_IN = (
    (re.compile("\u2610"), "box to tick"),
    (re.compile("[\u2611\u2612]"), "ticked box"),
    (re.compile("__+"), "line to write on"),
)
_SEVERAL = {"box to tick": "boxes to tick", "ticked box": "ticked boxes", "line to write on": "lines to write on"}


@check(
    "translation/markup-mismatch",
    severity=Severity.ERROR,
    rationale="""
        What is bold in the text is what must not be overlooked. A lost link, or one to another address, leaves the
        reader without help or leads somewhere nobody has checked. A form that lost a box or a line cannot be
        filled in.
    """,
    references=("Translate Toolkit, pofilter: xmltags, urls", "polyleaf: inline Markdown stays in the message"),
    example=Example(
        bad='msgid "Do **not** eat."\nmsgstr "کچھ نہ کھائیں۔"',
        good='msgid "Do **not** eat."\nmsgstr "کچھ **نہ** کھائیں۔"',
    ),
    good=lambda: a_catalog(an_entry(("Do ", bold("not"), " eat."), ("کچھ ", bold("نہ"), " کھائیں۔"))),
    bad=lambda: a_catalog(an_entry(("Do ", bold("not"), " eat."), "کچھ نہ کھائیں۔")),
)
def markup_mismatch(catalog: CatalogView) -> Faults:
    """Bold, stress, links, line breaks or places to fill in of a translation are not those of the text."""
    for entry in printed_entries(catalog):
        wanted, found = _shape(entry.source), _shape(entry.target)
        if wanted == found:
            continue
        lost, extra = wanted - found, found - wanted
        stars = (lost or extra) and "*" in plain(entry.target) and "*" not in plain(entry.source)
        yield Fault(
            f"{differing(_named(lost), _named(extra))} in the translation of {quote(entry.msgid)}",
            entry.location,
            "Stars beside a space or a comma are printed as stars: put them right around the words"
            if stars
            else "Mark the same things as in the text ([ ] is a box, ____ a line); copy addresses letter for letter",
        )


def _shape(inlines: tuple[Inline, ...]) -> Counter[str]:
    """What is marked, in any order: languages put words in another."""
    shape: Counter[str] = Counter()
    for inline in walk(inlines):
        match inline:
            case Strong(children) | Emphasis(children):
                kind = "bold part" if isinstance(inline, Strong) else "stressed part"
                shape[kind if plain(children).strip() else f"empty {kind}"] += 1
            case Link(href, children):
                shape[f"{'link' if plain(children).strip() else 'empty link'} to {quote(href)}"] += 1
            case LineBreak():
                shape["line break"] += 1
            case Words(text):
                shape.update(name for sign, name in _TO_FILL_IN for _ in sign.findall(text))
            case _:
                pass
    return shape


def _named(shape: Counter[str]) -> str:
    return listed(
        name if "link to " in name else count(number, name, _SEVERAL.get(name, "")) for name, number in shape.items()
    )
