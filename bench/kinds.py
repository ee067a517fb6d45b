"""The kinds of slips, and which checks should notice each."""

from __future__ import annotations

from dataclasses import dataclass

from bench import text_slips as text
from bench import value_slips as value
from bench.denials import negation_dropped, one_of_several
from bench.value_slips import Make

VALUES = frozenset(f"translation/{name}-mismatch" for name in ("number", "unit", "time", "phone"))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of slip.

    Attributes:
        name: As the report calls it.
        group: ``value``, ``form``, ``meaning`` or ``letters``.
        numbered: Whether it is made in texts with numbers in them.
        expected: Checks whose finding counts as caught.
        make: Makes the translation with the slip.
        share: How many of a hundred slips are of this kind.
    """

    name: str
    group: str
    numbered: bool
    expected: frozenset[str]
    make: Make
    share: float = 4.0


def checks(*names: str) -> frozenset[str]:
    """Ids of checks on translations."""
    return frozenset(f"translation/{name}" for name in names)


_STRANGE = checks(
    "missing", "unchanged", "another-script", "wrong-script", "wrong-language", "foreign-letter", "look-alike-letter"
)
_TERMS = checks("term-missing", "term-forbidden", "safety-term")
_PLACEHOLDERS = checks("placeholder-mismatch")
_LOST = checks("sentence-missing", "length-unusual", "negation-lost", "term-missing", "safety-term") | _PLACEHOLDERS

KINDS: tuple[Kind, ...] = (
    Kind("digit changed", "value", True, VALUES, value.digit_changed, 10),
    Kind("digits swapped", "value", True, VALUES, value.digits_swapped, 5),
    Kind("decimal moved", "value", True, VALUES, value.decimal_moved, 5),
    Kind("other digits, one wrong", "value", True, VALUES, value.other_system_wrong, 5),
    Kind("amount changed", "value", True, VALUES, value.number_of_fact_changed, 6),
    Kind("unit changed", "value", True, VALUES, value.unit_slip(value.OTHER_UNIT), 7),
    Kind("dose unit changed", "value", True, VALUES, value.unit_slip(value.OTHER_DOSE), 7),
    Kind("time changed", "value", True, VALUES, value.time_changed, 5),
    Kind("date changed", "value", True, VALUES, value.date_changed, 4),
    Kind("phone changed", "value", True, VALUES, value.phone_changed, 5),
    Kind("placeholder dropped", "form", False, _PLACEHOLDERS, text.placeholder_dropped),
    Kind("placeholder changed", "form", False, _PLACEHOLDERS, text.placeholder_renamed, 3),
    Kind("link changed", "form", False, checks("markup-mismatch"), text.link_changed),
    Kind("address changed", "form", False, checks("address-mismatch"), text.address_changed, 2),
    Kind("tag broken", "form", False, checks("markup-mismatch"), text.tag_broken, 3),
    Kind("untranslated", "form", False, _STRANGE, text.untranslated, 5),
    Kind("one sentence untranslated", "meaning", False, _STRANGE, text.partly_untranslated, 3),
    Kind("negation dropped", "meaning", False, checks("negation-lost"), negation_dropped, 7),
    Kind("one denial of several", "meaning", False, checks("negation-lost"), one_of_several, 1),
    Kind("glossary term replaced", "meaning", False, _TERMS, text.term_replaced, 5),
    Kind(
        "sentence missing",
        "meaning",
        False,
        _LOST,
        text.sentence_missing,
    ),
    Kind("wrong language", "meaning", False, _STRANGE, text.wrong_language, 4),
    Kind("left for right", "meaning", False, checks("left-right-differs"), text.left_right_swapped, 0.3),
    Kind("look-alike letter", "letters", False, checks("look-alike-letter"), text.confusable, 3),
    Kind("direction turned", "letters", False, checks("bidi-control"), text.control_inserted, 2),
    Kind("part of a sentence missing", "meaning", False, _LOST, text.part_missing),
)
