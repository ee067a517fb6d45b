"""CopyRequest lists: every fault with its line, and no order taken from a file that has one."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.projects.two_leaflets import Folder

from polyleaf.delivery.copies import MOST_BYTES, CopyRequest, read_copies
from polyleaf.errors import UsageError
from polyleaf.manuscript.faults import ContentError

HEAD = "leaflet,locale,edition,copies\n"


def read(folder, text):
    path = folder.root / "orders.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_copies(path, folder.read())


def faults(folder, text):
    with pytest.raises(ContentError) as caught:
        read(folder, text)
    return [(fault.location.line, fault.message) for fault in caught.value.faults]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_as_spreadsheets_save_them(folder, separator, mark, end):
    rows = [
        "Leaflet,Locale,Edition,Copies,Stock,Finishing",
        "eyes,pl,clear, 150 ,90 g,",
        ",,,,,",
        "eyes,en_GB,large,1,,",
    ]
    text = mark + end.join(row.replace(",", separator) for row in rows) + end
    assert read(folder, text) == {
        ("eyes", "pl", "clear"): CopyRequest(150, "90 g", ""),
        ("eyes", "en_GB", "large"): CopyRequest(1),
    }


def test_all_faults_are_told_with_their_lines(folder):
    found = faults(
        folder,
        HEAD
        + "eye,pl,clear,1\neyes,xx,clear,1\neyes,pl,tiny,1\neyes,pl,clear,-5\neyes,pl,large,0\neyes,en_GB,clear,ten\n"
        + "eyes,en_GB,large,1.5\n,pl,giant,1\nteeth,pl,clear,1\nteeth,pl,clear,2\nteeth,pl,large,1,extra,extra\n"
        + "teeth,pl,giant,99999999\nteeth,en_GB,giant,٣\n",
    )
    assert [line for line, _ in found] == [2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14]
    words = " ".join(message for _, message in found)
    for word in (
        "'eye'",
        "'xx'",
        "'tiny'",
        "'-5'",
        "'0'",
        "'ten'",
        "'1.5'",
        "in line 10 already",
        "2 cells more",
    ):
        assert word in words


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "empty"),
        ("\n\n", "empty"),
        (HEAD, "orders nothing"),
        ("leaflet,locale,edition\neyes,pl,clear\n", "`copies` is missing"),
        ("leaflet,locale,edition,copies,price\n", "'price' is no column"),
        ("leaflet,locale,edition,copies,copies\n", "twice"),
        ("eyes,pl,clear,1\n", "missing"),
        (HEAD + '"eyes,pl,clear,1\n', "CSV"),
        (HEAD.encode() + b"ey\xff,pl,clear,1\n", "UTF-8"),
        ("leaflet,locale,edition,copies,stock\neyes,pl,clear,1,a\x07b\n", "control"),
        ("leaflet,locale,edition,copies,stock\neyes,pl,clear,1," + "a" * 500, "too long"),
        (HEAD + "eyes,pl,clear," + "9" * 5000, "copies"),
        (HEAD + "a" * 200_000, "CSV"),
    ],
)
def test_a_file_that_is_no_order_list(folder, text, what):
    assert what in faults(folder, text)[0][1]


def test_a_file_that_is_not_there_or_too_large(folder):
    with pytest.raises(UsageError, match="cannot be read"):
        read_copies(folder.root / "none.csv", folder.read())
    with pytest.raises(UsageError, match="larger"):
        read(folder, b"a" * (MOST_BYTES + 1))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return Folder(tmp_path_factory.mktemp("orders") / "project")


@given(st.text(max_size=60))
def test_any_text_gives_orders_or_faults(project, text):
    with suppress(UsageError):
        assert read(project, HEAD.encode() + text.encode(errors="surrogatepass"))
