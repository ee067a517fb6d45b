"""The pages of the desk: what they show, and what becomes of what is typed there."""

import io
import re
import threading
import zipfile

import pypdfium2
import pytest
from tests.preview.conftest import Client, desk_on

from polyleaf.preview.words import interface, interface_locales, interface_messages, wanted

GLASSES = "Bring your glasses."
PO = "translations/pl/LC_MESSAGES/eyes.po"
NUMBER = 2
"""Of the text about glasses: after title and heading."""


def typed(**more):
    fields = {
        "locale": "pl",
        "msgid": GLASSES,
        "before": "Zabierz okulary.",
        "was_finished": "yes",
        "finished": "yes",
        "l": "pl",
    }
    return {**fields, **more}


def test_the_board_shows_every_leaflet_in_every_language(built):
    page = built.see().text
    assert page.count("<tr>") == 3
    for words in ("To be signed", "Not translated yet", "Texts to do: ", "Draft", "Leaflets: 2", "X-teeth"):
        assert words in page
    assert "Eyes" not in built.see("?q=teeth").text.partition("<tbody>")[2].partition("</tbody>")[0]
    assert "No leaflet is like that." in built.see("?stage=approved").text
    by_need = built.see("?order=open").text
    assert by_need.index(">Teeth<") < by_need.index(">Eyes<") or by_need.index(">Eyes<") < by_need.index(">Teeth<")
    assert built.see("?locale=pl").text.count('class="stage') == 2


def test_the_state_is_a_picture_too(built):
    told = built.see("status.svg")
    assert told.headers["content-type"].startswith("image/svg+xml")
    assert "Leaflets: 2" in told.text
    assert "polski" in told.text.lower()


def test_a_project_without_a_leaflet_is_told_how_to_begin(folder):
    for name in ("eyes", "teeth"):
        (folder.root / f"leaflets/{name}/leaflet.md").unlink()
        (folder.root / f"leaflets/{name}").rmdir()
    page = Client(desk_on(folder.root)).see().text
    assert 'href="/t0ken/start"' in page
    assert 'href="/t0ken/bring"' in page


def test_pages_stand_side_by_side(built):
    page = built.see("preview/eyes?l=pl&l=en_GB&e=large&e=clear").text
    assert page.count('class="column"') == 4
    assert page.index('data-locale="en_GB"') < page.index('data-locale="pl"')
    assert 'picture/eyes/pl/large/1"' in page
    assert "picture/eyes/pl/clear/1" not in page
    picture = built.see("picture/eyes/pl/large/1")
    assert picture.content.startswith(b"\x89PNG")
    again = built.see("picture/eyes/pl/large/1", headers={"If-None-Match": picture.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert built.see("picture/eyes/pl/large/99").status_code == 404
    assert built.see("picture/eyes/pl/clear/1").status_code == 404
    assert built.see("pdf/eyes/pl/large").content.startswith(b"%PDF")
    assert "sha256-" in built.see("certificate/eyes/pl/large").headers["content-security-policy"]


@pytest.mark.parametrize("locale", ["en_GB", "pl"])
def test_every_text_has_its_place_on_the_page(built, locale):
    """And what stands under the place is that text."""
    found = built.see(f"reading/eyes/{locale}/large").json()
    assert {place["number"] for place in found["places"]} == set(range(8))
    if locale == "pl":
        return
    with pypdfium2.PdfDocument(built.desk.out / f"eyes/{locale}/eyes-{locale}-large.pdf") as document:
        for place in found["places"]:
            page = document[place["page"] - 1]
            width, height = page.get_size()
            left, top, across, down = place["box"]
            box = (left * width, height * (1 - top - down), (left + across) * width, height * (1 - top))
            words = page.get_textpage().get_text_bounded(*box)
            assert " ".join(words.split()) == place["text"].replace("**", "")


def test_findings_name_their_place(built):
    found = built.see("reading/eyes/pl/large").json()
    assert any(mark["place"].startswith("translations/pl/") for mark in found["marks"])
    (typed_number,) = (mark for mark in found["marks"] if mark["check"] == "source/number-not-a-fact")
    assert typed_number["place"] == "leaflets/eyes/leaflet.md:23"
    (place,) = (place for place in found["places"] if place["line"] == 23)
    assert (typed_number["page"], typed_number["box"]) == (place["page"], place["box"])


def test_what_a_screen_reader_says_stands_beside(built):
    page = built.see("tags/eyes/en_GB/large").text
    assert '<span class="role" lang="en" dir="ltr">H1</span>' in page
    assert GLASSES in page


def test_a_text_shows_its_line_and_its_entry(client):
    page = client.see(f"block/eyes/{NUMBER}?l=pl").text
    assert "leaflets/eyes/leaflet.md:12" in page
    assert f"<b>12</b> {GLASSES}" in page
    assert f"{PO}:4" in page
    assert "Zabierz okulary." in page
    assert client.see("block/eyes/99").status_code == 404


def test_a_translation_is_saved_and_taken_back(client, folder):
    told = client.submit(f"edit/eyes/{NUMBER}", typed(text="Weź okulary."))
    assert (told.status_code, "Saved." in told.text, "Undo" in told.text) == (200, True, True)
    assert 'msgstr "Weź okulary."' in (folder.root / PO).read_text()
    undone = client.submit(f"edit/eyes/{NUMBER}", typed(before="Weź okulary.", text="Zabierz okulary."))
    assert undone.status_code == 200
    assert 'msgstr "Zabierz okulary."' in (folder.root / PO).read_text()


def test_two_people_at_one_text_see_both_versions(client, folder):
    client.submit(f"edit/eyes/{NUMBER}", typed(text="Weź okulary."))
    told = client.submit(f"edit/eyes/{NUMBER}", typed(text="Przynieś okulary."))
    assert told.status_code == 409
    assert "Weź okulary." in told.text
    assert "Przynieś okulary." in told.text
    assert 'msgstr "Weź okulary."' in (folder.root / PO).read_text()


def test_a_text_of_the_leaflet_is_reworded(client, folder):
    path = folder.root / "leaflets/eyes/leaflet.md"
    before = path.read_text()
    told = client.submit(f"reword/eyes/{NUMBER}", {"before": GLASSES, "text": "Bring your spectacles.", "l": "pl"})
    assert told.status_code == 200
    assert path.read_text() == before.replace(GLASSES, "Bring your spectacles.")
    spoilt = client.submit(f"reword/eyes/{NUMBER}", {"before": "Bring your spectacles.", "text": "{nothing}"})
    assert spoilt.status_code == 422
    assert "{nothing}" in spoilt.text
    assert path.read_text() == before.replace(GLASSES, "Bring your spectacles.")
    client.submit("update/eyes")
    assert "#, fuzzy" in (folder.root / PO).read_text()


def test_an_edit_waits_for_a_leaflet_that_git_writes_anew(client, folder):
    """Git takes a file away before it writes it: the edit is not refused for that."""
    path = folder.root / "leaflets/eyes/leaflet.md"
    text = path.read_bytes()
    path.unlink()
    timer = threading.Timer(0.1, lambda: path.write_bytes(text))
    timer.start()
    told = client.submit(f"edit/eyes/{NUMBER}", typed(text="Weź okulary."))
    timer.join()
    assert told.status_code == 200


def test_signing_asks_for_names_and_shows_what_is_signed(client, folder):
    page = client.see("approve/eyes").text
    assert "What is signed" in page
    assert "Stands against it" in page
    assert GLASSES in page
    nobody = client.submit("approve/eyes", {"sign": "en_GB", "clinician": ""})
    assert nobody.status_code == 422
    told = client.submit(
        "approve/eyes", {"sign": ["en_GB", "pl"], "clinician": "Dr Ewa Zych", "translator": "A", "reviser": "B"}
    )
    assert told.status_code == 422, "the translation is not complete"
    assert "Signed; recorded in translations/approvals/" in told.text
    assert "Dr Ewa Zych" in next((folder.root / "translations/approvals").rglob("*en_GB*")).read_text()
    assert "Approved" in client.see().text


def test_work_goes_out_and_comes_back(client, folder):
    sheet = client.see("export/eyes/pl.xlsx")
    assert zipfile.ZipFile(io.BytesIO(sheet.content)).namelist()
    sent = client.see("export/eyes/pl.xlf")
    assert sent.headers["content-disposition"] == 'attachment; filename="eyes-pl.xlf"'
    reply = sent.text.replace("Zabierz okulary.", "Weź okulary.")
    told = client.submit("receive/eyes/pl?name=eyes.xlf", content=reply.encode())
    assert (told.status_code, "Saved." in told.text) == (200, True)
    assert 'msgstr "Weź okulary."' in (folder.root / PO).read_text()
    broken = client.submit("receive/eyes/pl?name=<b>.xlf", content=b"nothing")
    assert broken.status_code == 409
    assert "<b>" not in broken.text


def test_what_is_broken_is_told_in_words(client, folder):
    folder.write("translations/pl/LC_MESSAGES/eyes.po", 'msgid "x\n')
    for path in ("", "preview/eyes", f"block/eyes/{NUMBER}?l=pl", "approve/eyes"):
        assert client.see(path).status_code == 200
    assert "eyes.po:1" in client.see(f"block/eyes/{NUMBER}?l=pl").text
    folder.write("leaflets/eyes/leaflet.md", "---\ntitle: [\n---\n")
    assert "leaflets/eyes/leaflet.md" in client.see().text
    assert client.see("preview/eyes").status_code in (200, 409)
    folder.write("polyleaf.toml", "[organisation\n")
    told = client.see()
    assert told.status_code == 409
    assert "polyleaf.toml:1" in told.text
    assert "Traceback" not in told.text


def test_the_script_and_the_style_are_there(client):
    for name in ("desk.js", "desk.css", "desk.svg"):
        assert client.see(f"static/{name}").status_code == 200


PLACES = re.compile(r"\{\w+\}")


def test_the_desk_speaks_every_language_of_the_starter():
    assert set(interface_locales()) == {
        "en_GB",
        "pl",
        "ro",
        "uk",
        "ar",
        "fa",
        "ur",
        "bn",
        "pa",
        "gu",
        "ta",
        "zh_Hans",
        "so",
    }


@pytest.mark.parametrize("locale", [locale for locale in interface_locales() if locale != "en_GB"])
def test_every_word_of_the_desk_is_translated(locale):
    texts = interface(locale).phrases.texts
    assert texts.keys() == {message.key for message in interface_messages()}
    for (_, msgid), text in texts.items():
        assert sorted(PLACES.findall(text)) == sorted(PLACES.findall(msgid)), msgid


def test_the_desk_in_arabic_runs_from_right_to_left(client):
    page = client.see("?words=ar")
    assert '<html lang="ar" dir="rtl">' in page.text
    assert "polyleaf-words=ar" in page.headers["set-cookie"]
    assert '<html lang="pl" dir="ltr">' in client.see(headers={"Accept-Language": "pl-PL,pl;q=0.9", "Cookie": ""}).text
    assert wanted("tlh, zh-CN;q=0.8", "") == "zh_Hans"
    assert wanted("", "nonsense") == "en_GB"
