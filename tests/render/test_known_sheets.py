"""A style sheet that is known makes the same file, and one with anything to say is read each time."""

import pytest

from polyleaf.render import known_sheets
from polyleaf.render.weasy import write_pdf

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Eyes</title><style>
@page {{ size: A6; margin: 10mm; @bottom-left {{ content: counter(page, stars) }} }}
@counter-style stars {{ system: cyclic; symbols: "*" "+" }}
h1 {{ color: #003087 }} li {{ list-style: stars }} {more}
</style></head><body><h1>Eyes</h1><p class="lead">{text}</p><ul><li>One</li><li>Two</li></ul></body></html>"""


def nothing(address):
    raise KeyError(address)


def made(tmp_path, more="", text="Bring your glasses."):
    target = tmp_path / "eyes.pdf"
    _, complaints, _ = write_pdf(PAGE.format(more=more, text=text), nothing, target)
    return target.read_bytes(), complaints


@pytest.fixture(autouse=True)
def forgetful():
    known_sheets._known.clear()
    known_sheets._rules.clear()
    yield
    known_sheets._known.clear()
    known_sheets._rules.clear()


def test_the_file_is_the_same_and_the_sheet_is_read_once(tmp_path, monkeypatch):
    read = []
    real = known_sheets._parsed
    monkeypatch.setattr(known_sheets, "_parsed", lambda rule, options: read.append(rule) or real(rule, options))
    first, other = made(tmp_path), made(tmp_path, text="Another text.")
    assert made(tmp_path) == first
    assert made(tmp_path, text="Another text.") == other != first
    assert len(read) == len(set(read)) == 5
    known_sheets._known.clear()
    known_sheets._rules.clear()
    assert made(tmp_path, text="Another text.") == other
    known_sheets._rules.clear()
    made(tmp_path, more=".lead { color: #900 }")
    made(tmp_path, more=".lead { color: #090 }")
    assert len(read) == 5 + 5 + 6 + 1, "only what is new in a sheet is read"


def test_another_sheet_is_another(tmp_path):
    first = made(tmp_path)
    assert made(tmp_path, more=".lead { color: #900 }") != first
    assert made(tmp_path) == first
    assert len(known_sheets._known) == 2


@pytest.mark.parametrize(
    "more", ["p { colour: red }", "@font-face { font-family: X; src: url(x.ttf) }", "@layer a { p { color: red } }"]
)
def test_what_leaves_a_trace_is_read_each_time(tmp_path, more):
    first = made(tmp_path, more=more)
    assert made(tmp_path, more=more) == first
    assert not known_sheets._known


def test_not_more_than_so_many_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(known_sheets, "_MOST", 2)
    for number in range(4):
        made(tmp_path, more=f"p {{ margin: {number}pt }}")
    assert len(known_sheets._known) == 2


def test_a_sheet_is_put_together_from_rules_that_are_known(tmp_path):
    made(tmp_path)
    first = made(tmp_path, more="h1 { color: #333 } h1 { color: #900 } .lead { margin: 0 }")
    known_sheets._known.clear()
    made(tmp_path, more=".lead { margin: 0 } h1 { color: #900 }")
    assert made(tmp_path, more="h1 { color: #333 } h1 { color: #900 } .lead { margin: 0 }") == first
    known_sheets._rules.clear()
    known_sheets._known.clear()
    assert made(tmp_path, more="h1 { color: #333 } h1 { color: #900 } .lead { margin: 0 }") == first


@pytest.mark.parametrize(
    ("sheet", "cut"),
    [
        ("p { color: red } q { color: red }", ["p { color: red }", " q { color: red }", ""]),
        ("@media print { p { margin: 0 } } q {}", ["@media print { p { margin: 0 } }", " q {}", ""]),
        ('p::before { content: "}" } q {}', ['p::before { content: "}" }', " q {}", ""]),
        ("p { content: '\\'}' } q {}", ["p { content: '\\'}' }", " q {}", ""]),
        ("/* } */ p { /* } */ } /* {", ["/* } */ p { /* } */ }", " /* {"]),
        ("p { background: URL( a}b ) } q {}", ["p { background: URL( a}b ) }", " q {}", ""]),
        (r"p\} { margin: 0 } q {}", [r"p\} { margin: 0 }", " q {}", ""]),
        ("a { b: c } p { margin: (0 } q {} r {}", ["a { b: c }", " p { margin: (0 } q {} r {}"]),
        ("a { b: 'c } q {} r {}", ["a { b: 'c } q {} r {}"]),
        ("a { b: 'c\n' } q {} r {}", ["a { b: 'c\n' } q {} r {}"]),
        ('a[b="]"] { } } q {}', ['a[b="]"] { }', " } q {}"]),
    ],
)
def test_sheets_are_cut_where_no_block_is_open(sheet, cut):
    assert list(known_sheets.rules_of(sheet)) == cut


def test_cutting_takes_linear_time():
    for piece in ("(", "{", "'", "/*", "\\", "url(", "a{}", "url( \t"):
        list(known_sheets.rules_of(piece * 50_000))
