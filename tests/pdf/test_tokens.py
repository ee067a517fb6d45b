"""Content streams are split as ISO 32000-1 says, whatever is in them."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.pdf.cmap import read_cmap
from polyleaf.pdf.tokens import operations
from polyleaf.pdf.unreadable import UnreadablePdf


def split(content):
    return list(operations(content))


@pytest.mark.parametrize(
    ("content", "operand"),
    [
        (b"(plain) Tj", b"plain"),
        (b"(a (nested (twice)) b) Tj", b"a (nested (twice)) b"),
        (rb"(a \( b) Tj", b"a ( b"),
        (rb"(\101\7\0533) Tj", b"A\x07+3"),
        (rb"(\n\t\\\q) Tj", b"\n\t\\q"),
        (b"(one\\\ntwo\r\nthree) Tj", b"onetwo\nthree"),
        (b"<48 65\n6c6C6f> Tj", b"Hello"),
        (b"<487> Tj", b"Hp"),
        (b"-.5 Tj", -0.5),
        (b"+4. Tj", 4.0),
        (b"/F#31 Tj", "/F1"),
        (b"[<0012>0<0034>-20(x)] Tj", [b"\x00\x12", 0.0, b"\x00\x34", -20.0, b"x"]),
        (b"[<0012>0<0034>-20<56>] Tj", [b"\x00\x12\x00\x34", -20.0, b"\x56"]),
        (b"[[1 2] [3]] Tj", [[1.0, 2.0], [3.0]]),
        (b"1 % a comment ) Tj\n Tj", 1.0),
    ],
)
def test_operands(content, operand):
    assert split(content) == [(b"Tj", [operand])]


def test_dictionaries_lie_open():
    assert split(b"/P <</MCID 3/Lang(en)>> BDC EMC") == [
        (b"BDC", ["/P", "/MCID", 3.0, "/Lang", b"en"]),
        (b"EMC", []),
    ]


def test_the_data_of_an_inline_image_is_passed_over():
    content = b"BI /W 2 /H 2 ID \x00\xff(EI\x01 EI \x02\x03((( Tj \x9c\nEI Q (a) Tj"
    assert [operator for operator, _ in split(content)] == [b"BI", b"ID", b"Q", b"Tj"]


@given(st.binary(max_size=400))
def test_any_bytes_can_be_split(content):
    split(content)
    read_cmap(content)


PIECES = [
    b"(",
    b")",
    b"<",
    b">",
    b"[",
    b"]",
    b"<<",
    b"\\",
    b"%",
    b"/",
    b"1",
    b" ",
    b"BI",
    b"ID ",
    b" EI",
    b"Tj",
    b"beginbfrange",
    b"<00> <ffff> <0041>",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map(b"".join))
def test_any_mixture_of_tokens_can_be_split(content):
    split(content)
    read_cmap(content)


@pytest.mark.parametrize(
    "piece", [b"(", b"(a(", b"<a", b"[1 ", b"[1(", b"<<", b" EI\x00", b"\\", b"(\\", b"1.2.3", b"BI ID "]
)
def test_hostile_repetition_takes_linear_time(piece):
    content = piece * (500_000 // len(piece))
    start = time.process_time()  # a quadratic reader would take minutes
    with contextlib.suppress(UnreadablePdf):  # too many operands
        split(content)
    assert time.process_time() - start < 20


@given(
    st.dictionaries(st.integers(0, 0xFFFF), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4))
)
def test_a_unicode_map_comes_back(mapping):
    entries = b"\n".join(
        b"<%04x> <%s>" % (code, text.encode("utf-16-be").hex().encode()) for code, text in mapping.items()
    )
    cmap = b"1 begincodespacerange <0000> <ffff> endcodespacerange %d beginbfchar %s endbfchar" % (
        len(mapping),
        entries,
    )
    assert read_cmap(cmap).unicode == mapping


def test_ranges_of_a_map():
    cmap = read_cmap(
        b"1 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0061> <00620063>] endbfrange"
        b" 1 begincidrange <0000> <0002> 7 endcidrange 1 begincidchar <0009> 0 endcidchar"
    )
    assert cmap.unicode == {0x10: "A", 0x11: "B", 0x12: "C", 0x20: "a", 0x21: "bc"}
    assert cmap.cids == {0: 7, 1: 8, 2: 9, 9: 0}


def test_overlapping_ranges_of_a_map_are_bounded():
    hostile = b"99 beginbfrange " + b"<0000> <ffff> <0041> " * 100_000 + b"endbfrange"
    start = time.process_time()  # a quadratic reader would take minutes
    assert len(read_cmap(hostile).unicode) <= 65_536
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (b"/P <</MCID 8>> BDC", b"/P << /MCID 8 >> BDC"),
        (b"/Span <</ActualText <feff0020>>> BDC", b"/Span << /ActualText <feff0020> >> BDC"),
        (b"7 /A#42<</MCID 3>>BDC", b"7 /A#42 << /MCID 3 >> BDC"),
        (b"/Span <</ActualText <fef>>> BDC EMC", b"/Span << /ActualText <fef> >> BDC EMC"),
        (b"1 0 0 -1 7.5 9 Tm\n<004A> Tj", b"1 0 0 -1 7.5 9  Tm  <004A>  Tj"),
        (b"9 Tz <004a>Tj/P", b"9 Tz [] pop <004a> Tj /P"),
        (b"/F 1 0 0 -1 7.5 9 Tm <004A> Tj", b"/F 1 0 0 -1 7.5 9  Tm  <004A>  Tj"),
        (b"1 ID <0041> Tj\nEI 2 w", b"1 ID x\nEI 2 w"),
        (b"9 Tz <004a>TJ", b"9 Tz  <004a>  TJ"),
        (b"/P <</MCID 8>> BDCx", b"/P << /MCID 8 >> BDCx"),
        (b"/P <</MCID 8 /X 1>> BDC", b"/P << /MCID 8 /X 1 >> BDC"),
    ],
)
def test_what_is_often_written_is_read_at_once_and_as_ever(short, long):
    def told(content):
        return [(operator, operands) for operator, operands in operations(content) if operator != b"pop"]

    assert told(short) == told(long)
