"""A project without a leaflet begins in the browser."""

import shutil

import pytest
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


def test_a_project_with_leaflets_is_not_begun_anew(folder):
    before = (folder.root / "polyleaf.toml").read_bytes()
    assert Client(desk_on(folder.root)).submit("start", RIGHT).status_code == 409
    assert (folder.root / "polyleaf.toml").read_bytes() == before


def test_a_desk_for_reading_begins_nothing(empty):
    client = Client(desk_on(empty.root, read_only=True))
    assert "/start" not in client.see().text
    assert client.see("start").status_code == 404
