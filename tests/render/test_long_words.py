"""Addresses and long words: they break where the eye expects it, and say what was typed."""

from __future__ import annotations

import datetime
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.projects.folder import Clinic

from polyleaf.building.documents import Documents
from polyleaf.building.fonts import families
from polyleaf.building.printed import printed_document
from polyleaf.checks.run import run
from polyleaf.model.finding import Severity
from polyleaf.render.long_words import breakable, is_address, set_words
from polyleaf.render.order import RenderOrder
from polyleaf.render.render import render
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import template_rooms
from polyleaf.workspace import Workspace

MAIL = "outpatient.appointments.enquiries@general-hospital.example.org"
WEB = "https://www.example.org/patients-and-visitors/hip-exercise-videos"
PAGE = SimpleNamespace(text_width=160.0, size=18.0)
LEAFLET = f"""---
title: Links
code: TST-901
version: "1.0"
published: 2026-11-20
review_by: 2099-11-20
owner: Test ward
contacts: [ward]
facts:
  video: {{web: "{WEB}"}}
  mail: {{email: "{MAIL}"}}
---
Watch the video at {{video}} today.

Watch <{WEB}/> or www.example.org/patients-and-visitors/hip-exercise-videos/week1 today.

| Where to find more help | Address |
| --- | --- |
| Watch the video | {{video}} |
| Write to us | {{mail}} |

Donau&shy;dampf&shy;schifffahrts&shy;elektrizitäten&shy;hauptbetriebs&shy;werk and ultra&shy;sound.
"""


def bare(text):
    return text.translate({0x200B: None, 0x2060: None})


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (WEB, ["https://www", ".example", ".org/", "patients", "-and", "-visitors/", "hip-exercise-videos"]),
        (MAIL, ["outpatient", ".appointments", ".enquiries", "@general", "-hospital", ".example", ".org"]),
        ("www.example.org/a", ["www.example.org/a"]),
        ("a.b@c.de", ["a.b@c.de"]),
    ],
)
def test_an_address_breaks_where_the_eye_expects_it(address, lines):
    assert bare(breakable(address).replace("\u200b", "\n")).split("\n") == lines


@given(st.text(alphabet=st.sampled_from("abz.@-/:?&=_#%~w 1\u00e4")))
def test_nothing_is_added_that_prints_and_nothing_lost(text):
    assert bare(set_words(text, PAGE)) == text
    assert bare(breakable(text)) == text
    assert not any(line.endswith("-") for line in breakable(text).split("\u200b")[:-1])


def test_soft_hyphens_are_for_words_longer_than_a_line():
    assert set_words("ultra\u00adsound", PAGE) == "ultrasound"
    long = "Donau\u00addampf\u00adschifffahrts\u00adelektrizitäten\u00adhauptbetriebs\u00adwerk"
    assert set_words(long, PAGE) == long


def test_what_an_address_is():
    assert all(map(is_address, (MAIL, WEB, "www.nhs.uk", "nhs.uk/knee")))
    assert not any(map(is_address, ("ward", "1/2", "a@b", "Call us at a@b.org", "10/12/2026")))


@pytest.mark.parametrize(("locale", "size"), [("en_GB", 18.0), ("ar", 18.0), ("en_GB", 24.0)])
def test_long_addresses_never_stop_a_build(tmp_path, locale, size):
    clinic = Clinic(tmp_path / "clinic")
    config = clinic.root / "polyleaf.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(f'{text}\n[contacts.mail]\nname = "Mail"\nemail = "{MAIL}"\nweb = "{WEB}"\n', encoding="utf-8")
    clinic.write("leaflets/links/leaflet.md", LEAFLET.replace("[ward]", "[mail]"))
    project = read_project(clinic.root, ["links"])
    assert not project.broken, project.broken
    documents = Documents(Workspace(project, datetime.date(2026, 11, 20)))
    order = RenderOrder(
        documents.document("links", locale),
        replace(project.config.editions["large"], size=size),
        template_rooms(clinic.root),
        {},
        tmp_path / "x.pdf",
        families=families(project.config, locale),
    )
    rendered = render(order)
    printed = printed_document(order, order.target, "x.pdf", "", rendered.pages)
    assert [one for one in run((printed,), ()) if one.severity > Severity.NOTE] == []
    assert "outpatient.appointments.enquiries@general-hospital.example.org" in bare(printed.tags.root.text)


def test_french_signs_stay_beside_their_words():
    assert set_words("dit « non » : oui !", PAGE) == "dit « \u2060non \u2060» \u2060: oui \u2060!"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Tick one: ☐ 0 Thin ☐ 1 Thick", "Tick one: ☐ _0 _Thin ☐ _1 _Thick"),
        ("☐ Yes ☐ No", "☐ _Yes ☐ _No"),
        ("No lice ☐ lice ☐", "No lice _☐ lice _☐"),
        ("Yes ☐ no", "Yes ☐ no"),
    ],
)
def test_a_box_stays_beside_its_words(typed, printed):
    assert set_words(typed, PAGE).replace("\u2060", "_") == printed
