"""A project changes a block, a token or a template, and keeps the rest; a mistake is told with its file and line."""

import datetime

import jinja2
import pytest
from tests.projects.folder import Clinic

from polyleaf.building.documents import Documents
from polyleaf.errors import UsageError
from polyleaf.render.environment import compile_ahead
from polyleaf.render.order import RenderOrder
from polyleaf.render.page import render_html
from polyleaf.render.words import template_messages
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import starter_root, template_rooms
from polyleaf.workspace import Workspace


@pytest.fixture
def clinic(tmp_path):
    return Clinic(tmp_path / "clinic")


@pytest.fixture
def html(clinic):
    """The page of the tooth leaflet as the clinic's own templates make it."""

    def html(locale="en_GB"):
        project = read_project(clinic.root, ["teeth"])
        document = Documents(Workspace(project, datetime.date(2026, 11, 20))).document("teeth", locale)
        order = RenderOrder(
            document, project.config.editions["large"], template_rooms(clinic.root), {}, clinic.root / "x.pdf"
        )
        return render_html(order)

    return html


def test_what_was_compiled_ahead_is_not_compiled_again(html, monkeypatch):
    compile_ahead(template_rooms(starter_root())[-1])
    compiled = []
    real = jinja2.Environment.compile
    monkeypatch.setattr(jinja2.Environment, "compile", lambda *a, **k: (compiled.append(a[2]), real(*a, **k))[1])
    assert "Brush your teeth." in html()
    assert compiled == []


BLOCK = """{% extends "built-in/leaflet.html" %}
{% block colophon %}<p class="own">{{ document.code }} &amp; ours</p>{% endblock %}
"""


def test_one_block_is_changed_and_the_rest_is_kept(clinic, html):
    before = html()
    clinic.write("templates/leaflet.html", BLOCK)
    after = html()
    assert '<p class="own">TOOTH-1 &amp; ours</p>' in after
    assert "About this leaflet" in before
    assert "About this leaflet" not in after
    for kept in ("Brush your teeth.", "Example Clinic", "--accent", "Other languages and formats"):
        assert kept in before
        assert kept in after


def test_a_token_is_changed_by_a_style_sheet_read_last(clinic, html):
    clinic.write("templates/css/project.css", ":root { --accent: #005a30 }\n.box { outline-width: {{ 2 + 3 }}mm }\n")
    page = html()
    assert page.index("--accent: #005a30") > page.rindex("--accent: #", 0, page.index("--accent: #005a30"))
    assert "outline-width: 5mm" in page


def test_a_template_of_the_same_name_wins(clinic, html):
    clinic.write("templates/css/masthead.css", ".masthead { color: #123456 }")
    assert "#123456" in html()


def test_words_of_a_project_s_own_template_are_extracted(clinic, html):
    clinic.write("templates/leaflet.html", BLOCK.replace("ours", '{{ _("Printed on {paper} paper", paper="thick") }}'))
    (message,) = [
        message for message in template_messages(template_rooms(clinic.root)) if message.msgid.startswith("Printed on")
    ]
    assert (message.locations[0].path, message.locations[0].line) == ("templates/leaflet.html", 2)
    assert "Printed on thick paper" in html()
    text = clinic.path("templates.pl").read_text()
    clinic.write("templates.pl", text + '\nmsgid "Printed on {paper} paper"\nmsgstr "Papier: {paper}"\n')
    assert "Papier: thick" in html("pl")


def test_words_that_a_template_takes_from_a_variable_are_no_message_of_their_own(clinic, html):
    variable = '{% set what = "Published" %}{{ _(what) }}{{ pgettext("own", what) }}{{ pgettext("own") if false }}'
    before = template_messages(template_rooms(clinic.root))
    clinic.write("templates/leaflet.html", BLOCK.replace("ours", variable))
    after = template_messages(template_rooms(clinic.root))
    assert [message.key for message in after] == [message.key for message in before]
    assert "Data publikacji" in html("pl")


@pytest.mark.parametrize(
    ("name", "text", "place", "words"),
    [
        ("leaflet.html", "<p>\n{% if %}\n", "leaflet.html:2", "Expected an expression"),
        ("leaflet.html", '{% extends "built-in/leaflet.html" %}\n{% block body %}\n', "leaflet.html:2", "block"),
        ("leaflet.html", "\n\n{{ document.nothing }}", "leaflet.html:3", "nothing"),
        ("leaflet.html", "\n{{ 1 / 0 }}", "leaflet.html:2", "division"),
        ("leaflet.html", "\n{{ ''.__class__.__mro__ }}", "leaflet.html:2", "__class__"),
        ("leaflet.html", "\n{{ document.blocks.append(1) }}", "leaflet.html:2", "append"),
        ("leaflet.html", '\n{% include "../../polyleaf.toml" %}', "leaflet.html:2", "polyleaf.toml"),
        ("leaflet.html", '\n{% include "nowhere.html" %}', "leaflet.html:2", "nowhere.html"),
        ("css/project.css", ":root {}\n{{ style.nothing }}", "css/project.css:2", "nothing"),
        ("leaflet.html", b"\n\xff\xfe", "leaflet.html:2", "UTF-8"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_place(clinic, html, name, text, place, words):
    clinic.write(f"templates/{name}", text)
    with pytest.raises(UsageError) as caught:
        html()
    assert caught.value.message.startswith(f"templates/{place}: ")
    assert words in caught.value.message
    assert "templates/" in caught.value.hint


def test_a_mistake_is_told_where_it_is_not_where_it_is_used(clinic, html):
    clinic.write(
        "templates/leaflet.html",
        '{% extends "built-in/leaflet.html" %}{% block body %}{% include "own.html" %}{% endblock %}',
    )
    clinic.write("templates/own.html", "<p>\n{{ document.nothing.at.all }}")
    with pytest.raises(UsageError) as caught:
        html()
    assert caught.value.message.startswith("templates/own.html:2: ")


@pytest.mark.parametrize(("text", "words"), [("<p>\n{% if %}\n", "Expected"), (b"\n\xff\xfe", "UTF-8")])
def test_a_mistake_is_told_before_words_are_extracted(clinic, text, words):
    clinic.write("templates/leaflet.html", text)
    with pytest.raises(UsageError) as caught:
        template_messages(template_rooms(clinic.root))
    assert caught.value.message.startswith("templates/leaflet.html:2: ")
    assert words in caught.value.message


def test_a_fault_of_polyleaf_itself_is_not_blamed_on_a_template(html, monkeypatch):
    def fault(*_):
        raise ValueError("ours")

    monkeypatch.setattr("polyleaf.render.page.format_number", fault)
    monkeypatch.setattr("polyleaf.render.page.plain", fault)
    with pytest.raises(ValueError, match="ours"):
        html()
