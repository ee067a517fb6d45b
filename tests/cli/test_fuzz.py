"""Whatever stands in a file: a command ends with a documented status, and never blames polyleaf or shows its code."""

import contextlib
import io
import os

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.workers import tricks

from polyleaf.building import build as build_module
from polyleaf.cli.main import run
from polyleaf.errors import ExitCode
from polyleaf.render.page import render_html

PIECES = [
    *[
        "\n",
        "---\n",
        ":::{",
        ":::",
        "}",
        "{",
        "{{",
        "[",
        "](",
        "](http://a b)",
        "![",
        "<",
        "&#0;",
        "|---|",
        "\n\t",
        "`",
    ],
    *[
        '"',
        '""',
        "\\",
        "\\x",
        "#~ ",
        "#, fuzzy\n",
        "#| msgid ",
        "msgid ",
        "msgstr ",
        "msgctxt ",
        "msgid_plural ",
        "[1]",
    ],
    *["=", "[[", "]]", "'''", '"""', "1e999", "-0", "nan", "0x1", "2026-13-45", "!!python/object:os", "&a [*a]", "<<:"],
    *["\u202e", "\u2028", "\ufeff", "\0", "\x85", "\r", "٣", "½", "\ud7ff", "𐀀", "{fasting}", "{infection}", "%", "~"],
]
"""What the formats are sensitive to."""

JUNK = st.one_of(
    st.sampled_from(PIECES).map(str.encode),
    st.lists(st.sampled_from(PIECES), min_size=2, max_size=6).map(lambda pieces: "".join(pieces).encode()),
    st.binary(min_size=1, max_size=12),
    st.sampled_from(PIECES).map(lambda piece: piece.encode() * 3_000),
)


@st.composite
def spoilt(draw, good):
    """A good file in which a few places were overwritten; or no such file at all."""
    data = good
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from([0, 0, 1, 2, 40, 4_000])))
        data = data[:start] + draw(JUNK) + data[end:]
    return data


def print_words(job):
    """As far as the layout engine, which takes too long here."""
    for step in job.steps:
        render_html(step.order)
    return tricks.print_page(job)


@pytest.fixture
def ends_well(clinic, monkeypatch):
    monkeypatch.setattr(build_module, "make", print_words)

    def ends_well(*command):
        told = io.StringIO()
        with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            code = run([*command, "-C", str(clinic.root)])
        assert code in (ExitCode.OK, ExitCode.FINDINGS, ExitCode.USAGE), told.getvalue()
        assert "Traceback" not in told.getvalue()
        assert "fault of polyleaf" not in told.getvalue()

    return ends_well


MANY = settings(
    max_examples=int(os.environ.get("POLYLEAF_FUZZ", "10")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def fuzz(name, commands):
    """A test that spoils one file of the clinic over and over."""

    @MANY
    @given(data=st.data())
    def test(clinic, ends_well, data):
        good = clinic.good.setdefault(name, clinic.path(name).read_bytes())
        clinic.write(name, data.draw(spoilt(good) | st.binary(max_size=60)))
        for command in commands:
            ends_well(*command)

    return test


BUILD = ("build", "eyes", "-j", "1", "--force")
test_any_leaflet = fuzz("eyes", [BUILD, ("check", "eyes"), ("catalog", "status", "eyes")])
test_any_catalog = fuzz("eyes.pl", [(*BUILD, "-l", "pl"), ("check", "-l", "pl"), ("catalog", "update", "-l", "pl")])
test_any_settings = fuzz("toml", [BUILD, ("check", "eyes")])
test_any_picture = fuzz("leaflets/eyes/images/eye.svg", [(*BUILD, "-l", "pl"), ("check", "eyes")])


@MANY
@given(st.binary(max_size=60) | st.builds(str.encode, st.text(max_size=40)))
@example(b'{"artifacts": [{}]}')
def test_any_manifest(clinic, ends_well, data):
    clinic.write("dist/manifest.json", data)
    ends_well("build", "teeth", "-j", "1", "-l", "en_GB")
