"""The quick scan of content finds what the careful tokenizer finds."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.pdf.press.refusal import PressRefusal
from polyleaf.pdf.press.repaint import repaint
from polyleaf.pdf.press.scan import scan
from polyleaf.pdf.tokens import operations

WATCHED = {
    b"rg",
    b"RG",
    b"g",
    b"G",
    b"k",
    b"K",
    b"cs",
    b"CS",
    b"sc",
    b"scn",
    b"q",
    b"Q",
    b"BT",
    b"ET",
    b"gs",
    b"Do",
    b"sh",
    b"BMC",
    b"BDC",
    b"EMC",
}

NUMBER = st.one_of(
    st.integers(-999, 999).map(str),
    st.floats(-99, 99, allow_nan=False).map("{:.4f}".format),
    st.sampled_from([".5", "-.25", "+1", "7."]),
)
STRING = st.one_of(
    st.text("ab()\\ rg1", max_size=8).map(
        lambda text: "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    ),
    st.text("0123456789abcdefABCDEF \n", max_size=8).map(lambda text: f"<{text}>"),
    st.just("(nested (rg) 1 0 0 rg)"),
)
NAME = st.text("abrgkq.#1", min_size=1, max_size=5).map(lambda text: "/" + text)


def numbers(count):
    return st.lists(NUMBER, min_size=count, max_size=count).map(" ".join)


OPERATION = st.one_of(
    st.tuples(numbers(3), st.sampled_from(["rg", "RG"])).map(" ".join),
    st.tuples(numbers(4), st.sampled_from(["k", "K"])).map(" ".join),
    st.tuples(numbers(1), st.sampled_from(["g", "G"])).map(" ".join),
    st.tuples(numbers(6), st.sampled_from(["cm", "Tm", "c"])).map(" ".join),
    st.tuples(numbers(4), st.sampled_from(["re", "v", "y"])).map(" ".join),
    st.tuples(numbers(2), st.sampled_from(["m", "l", "Td"])).map(" ".join),
    st.sampled_from(
        ["q", "Q", "BT", "ET", "f", "f*", "S", "W n", "EMC", "/Artifact BMC", "/P <</MCID 3>> BDC", "h", "T*"]
    ),
    STRING.map(lambda string: f"{string} Tj"),
    st.lists(st.one_of(STRING.filter(lambda s: "nested" not in s), NUMBER), max_size=4).map(
        lambda parts: f"[{' '.join(parts)}] TJ"
    ),
    st.tuples(NAME, NUMBER).map(lambda pair: f"{pair[0]} {pair[1]} Tf"),
    st.tuples(NAME, st.sampled_from(["gs", "Do", "cs", "sh"])).map(" ".join),
    STRING.filter(lambda s: "nested" not in s).map(lambda string: f"/Span <</ActualText {string} /MCID 1>> BDC"),
    st.just("% 1 0 0 rg a comment\n"),
)


@given(st.lists(OPERATION, max_size=30).map("\n".join))
def test_it_finds_what_matters(content):
    content = content.encode()
    found = [(one.operator, one.numbers) for one in scan(content) if one.operator in WATCHED]
    careful = [
        (
            operator,
            tuple(operand for operand in operands if isinstance(operand, float))
            if operator not in (b"BDC", b"BMC")
            else (),
        )
        for operator, operands in operations(content)
        if operator in WATCHED
    ]
    assert found == careful


@given(st.lists(OPERATION, max_size=30).map("\n".join))
def test_operations_stand_where_it_says(content):
    content = content.encode()
    for one in scan(content):
        assert content[one.start : one.end].split()[-1] == one.operator


class Plain:
    """A palette that counts: red becomes cyan, everything else black."""

    space = "DeviceCMYK"
    keeps_inks = True

    def converted(self, source, values, *, text=False, exact=False):
        return (1.0, 0.0, 0.0, 0.0) if tuple(values) == (1.0, 0.0, 0.0) else (0.0, 0.0, 0.0, 1.0)


@given(st.lists(OPERATION.filter(lambda one: "cs" not in one), max_size=30).map("\n".join))
def test_only_colours_and_marks_change(content):
    content = content.encode()

    def rest(data):
        dropped = {b"rg", b"RG", b"g", b"G", b"k", b"K", b"BMC", b"BDC", b"EMC"}
        return [
            (operator, operands)
            for operator, operands in operations(data)
            if operator not in dropped and not (operator == b"gs" and str(operands[-1]).startswith("/Polyleaf"))
        ]

    assert rest(repaint(content, None, Plain())) == rest(content)


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"1 0 0 rg 0 0 5 5 re f", b"1 0 0 0 k 0 0 5 5 re f"),
        (
            b"/P <</MCID 0>> BDC 0 g BT (a) Tj ET EMC",
            b" 0 0 0 1 k \n/PolyleafOver gs\nBT (a) Tj ET\n/PolyleafOut gs\n ",
        ),
        (b"1 0 0 rg BT (a) Tj ET", b"1 0 0 0 k BT (a) Tj ET"),
        (
            b"0 g BT (a) Tj 1 0 0 rg (b) Tj ET",
            b"0 0 0 1 k \n/PolyleafOver gs\nBT (a) Tj 1 0 0 0 k\n/PolyleafOut gs\n (b) Tj ET",
        ),
        (b"BT (a) Tj ET", b"BT (a) Tj ET"),  # a form: its colour is not known
        (b"q 0 g Q BT (a) Tj ET", b"q 0 0 0 1 k Q BT (a) Tj ET"),
        (b"/DeviceRGB cs 1 0 0 sc", b"0 0 0 1 k 1 0 0 0 k"),
        (b"/Pattern cs /P1 scn", b"/Pattern cs /P1 scn"),
        # lines drawn as bars and frames overprint if they are thin on the page
        (b"0 g 0 0 90 1 re f", b"0 0 0 1 k\n/PolyleafOver gs\n 0 0 90 1 re f\n/PolyleafOut gs\n"),
        (
            b"0 g 1 1 88 88 re 0 0 90 90 re f*",
            b"0 0 0 1 k\n/PolyleafOver gs\n 1 1 88 88 re 0 0 90 90 re f*\n/PolyleafOut gs\n",
        ),
        (b"0 g 0 0 90 9 re f", b"0 0 0 1 k 0 0 90 9 re f"),
        (b"1 0 0 rg 0 0 90 1 re f", b"1 0 0 0 k 0 0 90 1 re f"),
        (b"q 3 0 0 3 0 0 cm 0 g 0 0 90 1 re f Q", b"q 3 0 0 3 0 0 cm 0 0 0 1 k 0 0 90 1 re f Q"),
        (b"0 g 5 5 m 0 0 90 1 re f", b"0 0 0 1 k 5 5 m 0 0 90 1 re f"),
    ],
)
def test_repainted(content, wanted):
    assert repaint(content, None, Plain()) == wanted


def test_a_page_begins_in_black_ink():
    assert repaint(b"BT (a) Tj ET", None, Plain(), page=True).startswith(b"0 0 0 1 k 0 0 0 1 K\n\n/PolyleafOver gs\nBT")


@pytest.mark.parametrize(
    "content",
    [
        b"(" * 200_000,
        b"<" * 200_000,
        b"[" * 200_000,
        b"1 " * 200_000,
        b"/a " * 200_000,
        b"<<" * 100_000,
        b"1 0 0 rg " * 50_000,
    ],
)
def test_hostile_content_takes_no_time(content):
    start = time.process_time()  # a quadratic reader would take minutes
    try:
        for _ in scan(content):
            pass
    except PressRefusal:
        pass
    assert time.process_time() - start < 20
