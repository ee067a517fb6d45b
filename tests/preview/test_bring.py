"""Documents of other programs brought in in the browser: sent, looked at, taken."""

import re
from urllib.parse import quote

import pytest
from tests.importing.raw_word import cell, p, run, table, word
from tests.preview.conftest import TOKEN, Client, desk_on

from polyleaf.errors import UsageError
from polyleaf.importing.taking import take
from polyleaf.preview import bring
from polyleaf.source.reader import leaflet_names

KNEE = word(
    p("Do not eat for 6 hours. Call 01632 960 100.")
    + table(cell("Name") + cell(""), cell("Ward") + cell(""))
    + p(f'<w:ins w:id="1" w:author="Ann">{run("Added words.")}</w:ins>', run("&lt;script&gt;")),
    title="Your knee",
)


@pytest.fixture
def client(folder):
    return Client(desk_on(folder.root, take=take))


def sent(client, data=KNEE, name="Knee pain (new).docx", query=""):
    return client.submit(f"bring?name={quote(name)}{query}", content=data)


def address(answer):
    return answer.json()["next"].removeprefix(f"/{TOKEN}/")


def test_a_document_is_shown_before_anything_is_written(client, folder):
    assert 'href="/t0ken/bring"' in client.see().text
    assert 'type="file"' in client.see("bring").text
    before = leaflet_names(folder.root)
    page = client.see(address(sent(client))).text
    assert leaflet_names(folder.root) == before
    assert "Your knee" in page
    assert 'value="knee-pain-new"' in page
    assert "&lt;script&gt;" in page
    assert "<script>" not in page.partition("<body")[2]
    assert "| Name | ____________ |" in page
    assert "An empty column of this table was kept" in page
    assert re.search(r'value="phone" checked> <bdi>01632 960 100', page)


def test_a_leaflet_is_made_with_the_facts_that_were_chosen(client, folder):
    there = address(sent(client))
    page = client.see(there).text
    names = re.findall(r'name="facts" value="([^"]+)"', page)
    assert len(names) == 2
    phone = next(name for name in names if "hour" not in name)
    made = client.submit(there, {"leaflet": "knee", "facts": [phone]})
    assert (made.status_code, made.headers["location"]) == (303, "/t0ken/preview/knee")
    text = (folder.root / "leaflets/knee/leaflet.md").read_text()
    assert f"Call {{{phone}}}" in text
    assert "6 hours" in text
    assert "Added words." in text
    assert client.see(there).status_code == 404, "it is not kept"


def test_changes_may_be_refused(client):
    assert "Added words." not in client.see(address(sent(client, query="&changes=refuse"))).text


@pytest.mark.parametrize(
    ("name", "told"), [("eyes", "already a leaflet"), ("../x", "small letters"), ("templates", ""), ("", "")]
)
def test_a_name_that_cannot_be_is_told_and_what_was_chosen_stays(client, folder, name, told):
    folder.leaflet("eyes")
    there = address(sent(client))
    before = leaflet_names(folder.root)
    page = client.submit(there, {"leaflet": name, "facts": []})
    if not told:  # a name that the project keeps for itself is changed; none is that of the file
        assert page.headers["location"] == f"/t0ken/preview/{'templates-leaflet' if name else 'knee-pain-new'}"
        return
    assert page.status_code == 422
    assert told in page.text
    assert 'aria-describedby="fault-leaflet"' in page.text
    assert " checked>" not in page.text
    assert "--" not in re.search(r'id="fault-leaflet".*', page.text)[0], "options are those of the terminal"
    assert leaflet_names(folder.root) == before


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "old kind"),
        ("a.docx", b"PK nonsense", "cannot be used"),
        ("a.docx", b"", "is empty"),
        ("a.exe", b"MZ", "not brought in"),
        ("../../a.pdf", b"%PDF-1.7", "is a PDF file"),
    ],
)
def test_what_is_no_document_is_told_and_not_kept(client, name, data, told):
    answer = sent(client, data, name)
    assert answer.status_code == 422
    assert told in answer.json()["told"]
    assert "polyleaf-" not in answer.json()["told"], "the place where it lay for a moment is nobody's business"


def test_bounded_and_asked_by_the_desk_alone(client, folder, monkeypatch):
    monkeypatch.setattr(bring, "MOST_BYTES", 1000)
    assert sent(client, b"x" * 1001).status_code == 413
    headers = {"Origin": "http://evil.example"}
    assert client.post("/t0ken/bring?name=a.docx", content=KNEE, headers=headers).status_code == 403
    assert Client(desk_on(folder.root, take=take, read_only=True)).see("bring").status_code == 404
    assert "/bring" not in Client(desk_on(folder.root, read_only=True)).see().text


def test_only_the_newest_documents_are_kept(client, monkeypatch):
    monkeypatch.setattr(bring, "_KEPT", 1)
    first, second = address(sent(client)), address(sent(client))
    assert (client.see(first).status_code, client.see(second).status_code) == (404, 200)


def test_what_the_reader_refuses_is_told(folder):
    def refusing(order):
        raise UsageError("too much", "Split it")

    answer = sent(Client(desk_on(folder.root, take=refusing)))
    assert (answer.status_code, answer.json()) == (422, {"told": "too much. Split it"})


def test_in_arabic_the_leaflet_keeps_its_own_direction(client):
    page = client.see(f"{address(sent(client))}?words=ar").text
    assert '<html lang="ar" dir="rtl">' in page
    assert re.search(r'<pre class="lines whole" dir="auto" tabindex="0"', page)
