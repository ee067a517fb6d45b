"""Levels of the bidirectional algorithm, against another program's and against Unicode's own test."""

import unicodedata
from pathlib import Path

import pytest

from polyleaf.locales.bidi import levels

DISPLAYED = [
    ("\u0644\u0645\u062f\u0629 10-15 \u062f", 1, "\u062f 15-10 \u0629\u062f\u0645\u0644"),
    ("\u05d0\u05d1 10-15 \u05d2", 1, "\u05d2 10-15 \u05d1\u05d0"),
    ("\u0645\u0646 Vitamin D3 (Plus) \u0643\u0644", 1, "\u0644\u0643 Vitamin D3 (Plus) \u0646\u0645"),
    ("\u00b0 -1\u062c\u05d1C[\u05d1", 0, "\u00b0 -1\u05d1\u062cC[\u05d1"),
    ("\u05d2,\u00b0\u062c [ ", 0, "\u062c\u00b0,\u05d2 [ "),
    ("%%\u05d0 \u05d1\u05d15", 1, "5\u05d1\u05d1 \u05d0%%"),
    ("\u06631\u062c/%).5(", 1, "(5.)%/\u062c\u06631"),
    ("a:\u05d0a2", 0, "a:\u05d0a2"),
    (":2] \u00b0\u05d1", 0, ":2] \u00b0\u05d1"),
    ("% ]1\u05d2\u05d2]  ", 1, "  ]\u05d2\u05d21] %"),
    ("![-\u05d2\u062fc", 0, "![-\u062f\u05d2c"),
    ("::0\u05d00\u062c", 1, "\u062c0\u05d00::"),
    ("\u0663\u062c(\u062c,", 1, ",\u062c(\u062c\u0663"),
    ("\u062fb(%C0\u05d0  ", 1, "  \u05d0b(%C0\u062f"),
    (")\u05d25 ]\u05d0% ,", 0, ")\u05d0] 5\u05d2% ,"),
    ("\u05d1 \u0664,1-]\u05d2", 1, "\u05d2]-1,\u0664 \u05d1"),
    ("3 \u05d2 \u00b0- %", 0, "3 \u05d2 \u00b0- %"),
    ("]c,a\u05d0(", 1, "(\u05d0c,a]"),
    (":\u05d0\u00b0: 3", 1, "3 :\u00b0\u05d0:"),
    ("/a0 \u062c", 0, "/a0 \u062c"),
    (" 1\u0663]\u062c,2", 1, "2,\u062c]1\u0663 "),
    ("\u05d0/\u00b01 0\u00b0\u05d0/", 0, "\u05d00\u00b0 \u00b01/\u05d0/"),
    (": (a:a]\u062c+ ", 1, " +\u062c]a:a( :"),
    ("/(0\u00b0\u0663\u062f+-", 0, "/(0\u00b0\u062f\u0663+-"),
    (")/ -,\u062c\u0664/ ,", 0, ")/ -,\u0664\u062c/ ,"),
    ("2.\u062f b\u00b03[", 0, "2.\u062f b\u00b03["),
    ("\u05d1%,(\u05d2c a", 1, "c a\u05d2(,%\u05d1"),
    (".1 3\u05d2a -!", 0, ".1 3\u05d2a -!"),
    ("(/\u05d0) C!", 1, "!C )\u05d0/("),
    ("ac:\u0663\u062f\u0664 \u05d0", 1, "\u05d0 \u0664\u062f\u0663:ac"),
    ("%c!(0\u062f", 1, "\u062fc!(0%"),
    (".\u05d21,0b\u05d1 +", 1, "+ \u05d11,0b\u05d2."),
    ("(/ \u05d25 ", 0, "(/ 5\u05d2 "),
    ("\u05d1   c+%)", 1, ")%+c   \u05d1"),
    ("\u062c.()\u0664! Cc", 0, "\u0664)(.\u062c! Cc"),
    ("0 5(5cb\u05d0)", 1, ")\u05d05cb(5 0"),
    ("-%\u00b0 1\u05d1C-.", 1, ".-C\u05d11 \u00b0%-"),
    (" [(   \u05d2", 0, " [(   \u05d2"),
    ("\u05d1\u00b03b .", 0, "\u00b03\u05d1b ."),
    ("]\u062f2\u0664\u062c,1", 1, "1,\u062c2\u0664\u062f]"),
    (" + ::0%a \u05d0", 1, "\u05d0 0%a:: + "),
    ("+](,+( \u062c", 0, "+](,+( \u062c"),
    ("\u05d2:c\u05d1[(\u0664.", 0, "\u05d2:c\u0664([\u05d1."),
]
"""A paragraph, its level, and how python-bidi 0.6 shows it; signs drawn at random."""

CHARACTER_TEST = Path("/usr/share/unicode/BidiCharacterTest.txt")
"""Unicode's own, in the Debian package unicode-data."""

_RESET = ("WS", "LRI", "RLI", "FSI", "PDI", "LRE", "RLE", "LRO", "RLO", "PDF", "BN")


def on_a_line(text, found, base):
    """Levels with the ends of the line at that of the paragraph (L1)."""
    found, reset = list(found), True
    for at in reversed(range(len(text))):
        kind = unicodedata.bidirectional(text[at])
        reset = kind in ("B", "S") or (reset and kind in _RESET)
        if reset:
            found[at] = base
    return found


def shown(text, found):
    """The characters from left to right (L2)."""
    order = list(range(len(text)))
    for level in range(max(found, default=0), 0, -1):
        at = 0
        while at < len(order):
            stop = at
            while stop < len(order) and found[order[stop]] >= level:
                stop += 1
            order[at:stop] = reversed(order[at:stop])
            at = stop + 1
    return "".join(text[at] for at in order)


@pytest.mark.parametrize(("text", "base", "display"), DISPLAYED)
def test_as_another_program_shows_it(text, base, display):
    assert shown(text, on_a_line(text, levels(text, base), base)) == display


@pytest.mark.slow
@pytest.mark.skipif(not CHARACTER_TEST.is_file(), reason="unicode-data is not installed")
def test_unicode_bidi_character_test():
    rows = 0
    for line in CHARACTER_TEST.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        codes, _, base, wanted, _ = line.split(";")
        text, rows = "".join(chr(int(code, 16)) for code in codes.split()), rows + 1
        found = on_a_line(text, levels(text, int(base)), int(base))
        assert all(want in ("x", str(level)) for want, level in zip(wanted.split(), found, strict=True)), line
    assert rows > 90_000
