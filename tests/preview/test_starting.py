"""A project without a leaflet begins in the browser."""

import shutil
from urllib.parse import quote

import pytest
from tests.checks.page_press import pixel
from tests.preview.conftest import Client, desk_on

from polyleaf.source.reader import leaflet_names, read_project

RIGHT = {
    "organisation": "Seaside “General” Hospital",
    "source": "English (UK)",
    "targets": "Polish, Urdu",
    "contact": "Day ward",
    "phone": "01632 960 100",
    "email": "ward@example.org",
    "sizes": ["clear", "giant"],
    "leaflet": "Hip replacement",
}


@pytest.fixture
def empty(folder):
    shutil.rmtree(folder.root / "leaflets")
    return folder


@pytest.fixture
def client(empty):
    return Client(desk_on(empty.root))


def test_the_board_leads_to_the_questions_and_they_know_what_is_known(client):
    assert "/start" in client.see().text
    page = client.see("start").text
    assert 'name="organisation"' in page
    assert 'value="en_GB"' in page


def test_the_answers_become_a_project_with_a_leaflet(client, empty):
    (empty.root / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    told = client.submit("start", RIGHT)
    assert told.status_code == 303
    config = read_project(empty.root).config
    assert config.organisation == "Seaside “General” Hospital"
    assert (config.source, config.targets) == ("en_GB", ("pl", "ur"))
    assert config.contacts["ward"].phone == "01632 960 100"
    assert list(config.editions) == ["clear", "giant"]
    assert config.logo.file == "logo.svg"
    assert leaflet_names(empty.root) == ("hip-replacement",)


@pytest.mark.parametrize(
    ("field", "answer", "told"),
    [("source", "Klingonish", "Klingonish"), ("targets", "Polish, Nowhere", "Nowhere"), ("phone", "call us", "phone"),
     ("sizes", [], "names no size"), ("organisation", "", "organisation"), ("leaflet", "膝", "leaflet")],
)  # fmt: skip
def test_what_cannot_be_used_is_told_and_nothing_is_written(client, empty, field, answer, told):
    before = (empty.root / "polyleaf.toml").read_bytes()
    page = client.submit("start", {**RIGHT, field: answer})
    assert page.status_code == 422
    assert told in page.text
    assert f'id="fault-{field}"' in page.text or field == "sizes"
    assert "Day ward" in page.text, "what was typed stays"
    assert (empty.root / "polyleaf.toml").read_bytes() == before
    assert leaflet_names(empty.root) == ()


def test_a_project_may_begin_with_a_document(client, empty):
    assert 'href="/t0ken/bring"' in client.see().text
    begun = client.submit("start", {**RIGHT, "leaflet": ""})
    assert (begun.status_code, begun.headers["location"]) == (303, "/t0ken/bring")
    assert read_project(empty.root).config.organisation == RIGHT["organisation"]
    assert leaflet_names(empty.root) == ()


def test_a_project_with_leaflets_is_not_begun_anew(folder):
    before = (folder.root / "polyleaf.toml").read_bytes()
    assert Client(desk_on(folder.root)).submit("start", RIGHT).status_code == 409
    assert (folder.root / "polyleaf.toml").read_bytes() == before


def test_a_desk_for_reading_begins_nothing(empty):
    client = Client(desk_on(empty.root, read_only=True))
    assert "/start" not in client.see().text
    assert client.see("start").status_code == 404


DRAWN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0Z"/></svg>'


def test_a_logo_that_was_sent_is_that_of_the_project(client, empty):
    (empty.root / "logo.svg").write_bytes(DRAWN)
    sent = client.submit("logo?name=C:%5CNew%20logo.PNG", content=pixel())
    assert (sent.status_code, sent.json()) == (200, {"file": "logo.png"})
    assert (empty.root / "logo.png").read_bytes() == pixel()
    assert client.submit("start", {**RIGHT, "logo": "logo.png"}).status_code == 303
    assert read_project(empty.root).config.logo.file == "logo.png"
    assert client.submit("logo?name=x.svg", content=DRAWN).status_code == 409  # it has a leaflet now


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("x.svg", DRAWN.replace(b"<path", b"<script>alert(1)</script><path"), "script"),
        ("x.svg", DRAWN.replace(b"<path", b'<image href="file:///etc/passwd"/><path'), "outside itself"),
        ("x.svg", b"<!DOCTYPE svg [<!ENTITY b 'c'><!ENTITY a '&b;&b;'>]>" + DRAWN, "DOCTYPE"),
        ("x.svg", DRAWN.replace(b"<path", b"<text>Us</text><path"), "outlines"),
        ("x.png", DRAWN, "not a picture"),
        ("x.html", b"<p>", "not a picture"),
        ("../../x", b"", "not a picture"),
        ("x.png", b"", "not a picture"),
    ],
)
def test_a_logo_that_cannot_be_printed_is_told_and_not_kept(client, empty, name, data, told):
    before = sorted(empty.root.iterdir())
    sent = client.submit(f"logo?name={quote(name)}", content=data)
    assert sent.status_code == 422
    assert told in sent.json()["told"]
    assert sorted(empty.root.iterdir()) == before


def test_a_logo_is_bounded_and_sent_by_the_desk_alone(client, empty):
    assert client.submit("logo?name=x.svg", content=b"x" * 9 * 2**20).status_code == 413
    assert client.submit("logo?name=x.svg", content=DRAWN, headers={"Origin": "http://evil.example"}).status_code == 403
    assert not (empty.root / "logo.svg").exists()
