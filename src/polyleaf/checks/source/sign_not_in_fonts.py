from collections.abc import Iterator

from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.leaflet import a_paragraph, in_project
from polyleaf.locales.signs import FLAG, called, called_flag, instead_of, letters_by_script, of_colour_alone
from polyleaf.model.block_texts import every_text
from polyleaf.model.facts import Term
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.inline import plain
from polyleaf.model.letters import Letters
from polyleaf.model.subject import LeafletInProject

_TOLD = 4
"""Letters of another script that a finding shows."""

_LATIN = Letters(((0x20, 0x17F),))


@check(
    "source/sign-not-in-fonts",
    severity=Severity.ERROR,
    rationale="""
        A sign that no font of the leaflet has is printed as an empty box, or in whatever font the machine finds.
        Coloured pictures from telephones are the usual case. A circle that is nothing but green prints like one that is
        red. Signs such as ≥ → ✓ ☐ ☎ ⚠ ★ print in every language.
    """,
    references=("Matterhorn Protocol 1.1, 31-030", "ISO 14289-1, 7.21.8"),
    example=Example(bad="📞 Call the ward.", good="☎ Call the ward."),
    good=lambda: in_project(a_paragraph("Call the ward."), letters=_LATIN),
    bad=lambda: in_project(a_paragraph("📞 Call the ward."), letters=_LATIN),
)
def sign_not_in_fonts(subject: LeafletInProject) -> Faults:
    """A sign in the leaflet, or in polyleaf.toml, cannot be printed."""
    for text, place in _printed(subject):
        if flags := [flag for flag in dict.fromkeys(FLAG.findall(text)) if subject.letters.lacking(flag)]:
            words = ", ".join(f"{flag} ({called_flag(flag)})" for flag in flags)
            yield Fault(f"No font of the leaflet has {words}", place, "Delete it, and say the country or the language")
        lacking = subject.letters.lacking(FLAG.sub("", text))
        for char in of_colour_alone(text):
            if char not in lacking:
                yield Fault(f"{called(char)} loses its colour in print", place, instead_of(char, subject.letters))
        foreign = letters_by_script(lacking)
        for char in lacking:
            if not any(char in chars for chars in foreign.values()):
                yield Fault(f"No font of the leaflet has {called(char)}", place, instead_of(char, subject.letters))
        for script, chars in foreign.items():
            more = f" and {len(chars) - _TOLD} more" if len(chars) > _TOLD else ""
            words = f"the {script} letters {' '.join(chars[:_TOLD])}{more}"
            hint = (
                "Say it in the letters of the leaflet's own language; words of other languages come from translations"
            )
            yield Fault(f"No font of the leaflet has {words}", place, hint)


def _printed(subject: LeafletInProject) -> Iterator[tuple[str, Location]]:
    leaflet = subject.leaflet
    for text in (*every_text(leaflet), *subject.words):
        yield plain(text.inlines), text.location
    here = Location(leaflet.path)
    for name, fact in leaflet.facts.items():
        if isinstance(fact, Term):
            yield fact.value, leaflet.fact_locations.get(name, here)
    for key, words in (("owner", leaflet.owner), ("references", " ".join(leaflet.references))):
        yield words, leaflet.locations.get(key, here)
