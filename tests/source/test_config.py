from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.checks.page.margin_narrow import RULE
from polyleaf.errors import ExitCode, PolyleafError
from polyleaf.manuscript.faults import ContentError, FaultLog, Refusal
from polyleaf.manuscript.toml_file import load_toml
from polyleaf.model.edition import Edition
from polyleaf.source.config import parse_config, read_config
from polyleaf.source.phone_number import telephone
from polyleaf.source.values import length

MINIMAL = '[organisation]\nname = "Example Hospital"\n[languages]\nsource = "en_GB"\n'

FULL = """\
# a note
[organisation]
name = "Example Hospital"
web = "https://www.example.org"

[contacts.ward]
name = "Day ward"
phone = "01632 960 100"
email = "ward@example.org"
web = "https://www.example.org/ward"
hours = "Day and night"
note = "Call us."

[languages]
source = "en_GB"
targets = [
  "pl",   # Polish
  "ar",
  "zh_Hans",
]
digits = "native"

[editions.us-large]
size = "18pt"
paper = "Letter"
margin = "30mm"
[editions.giant]
size = "24pt"

[press]
bleed = "5mm"
profile = "profiles/shop.icc"

[checks]
waivers = [
  {check = "source/a-b", reason = "because"},
  {check = "pdf/c", reason = "so"},
]
"""


def fault_of(text: str) -> tuple[str, int | None, str]:
    with pytest.raises(ContentError) as caught:
        parse_config(text)
    assert len(caught.value.faults) == 1, caught.value
    fault = caught.value.faults[0]
    assert fault.location.path == "polyleaf.toml"
    assert fault.hint
    return fault.message, fault.location.line, fault.hint


def test_defaults_are_those_of_the_design() -> None:
    config = parse_config(MINIMAL)
    assert config.locales == ("en_GB",)
    assert config.digits == "latn"
    assert list(config.editions.values()) == [
        Edition("clear", 14, "A4", 20),
        Edition("large", 18, "A4", 20),
        Edition("giant", 24, "A4", 20),
    ]
    assert (config.press.bleed, config.press.profile) == (3.0, "built-in FOGRA39")
    assert config.contacts == {}
    assert config.waivers == ()


def test_everything_written_is_read() -> None:
    config = parse_config(FULL)
    assert (config.organisation, config.web) == ("Example Hospital", "https://www.example.org")
    assert config.locales == ("en_GB", "pl", "ar", "zh_Hans")
    assert config.digits == "native"
    assert list(config.editions.values()) == [Edition("us-large", 18, "Letter", 30), Edition("giant", 24, "A4", 20)]
    assert (config.press.bleed, config.press.profile) == (5.0, "profiles/shop.icc")
    ward = config.contacts["ward"]
    assert (ward.phone, ward.email, ward.web) == ("01632 960 100", "ward@example.org", "https://www.example.org/ward")
    assert ward.hours is not None
    assert (ward.name.msgid, ward.name.context, ward.name.location.line) == ("Day ward", "contact", 7)
    assert (ward.hours.msgid, ward.hours.location.line) == ("Day and night", 11)
    assert [(w.check, w.reason, w.location.line, w.leaflet) for w in config.waivers] == [
        ("source/a-b", "because", 36, None),
        ("pdf/c", "so", 37, None),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "message", "hint"),
    [
        ('name = "Example', 'nmae = "x"\nname = "Example', 3, "Unknown key `nmae` in [organisation]", "`name`"),
        ("[press]", "[pres]", 30, "Unknown key `pres`", "`press`"),
        ('digits = "native"', 'digits = "latin"', 21, "`digits` is “latin”", "latn"),
        ('"ar"', '"Arabisch"', 18, "“Arabisch”", "'ar' (Arabic)"),
        ('"ar"', '"qq"', 18, "“qq”", "pt-BR"),
        ('"ar"', '"Kurdish"', 18, "“Kurdish”, a name of more than one language", "Kurdish (Sorani) (ckb)"),
        ('"ar"', '"pl-XX"', 18, "“pl-XX”, which has no such script or territory", "Polish is 'pl'"),
        ('"Letter"', '"letters"', 25, "not a paper", "Letter"),
        ('"18pt"', "18", 24, "`size` is 18, without its unit", "quotes"),
        ('"18pt"', '"18px"', 24, "`size` is “18px”", "pt"),
        ('"18pt"', '"180pt"', 24, "`size` is 180pt", "48pt"),
        ('"30mm"', '"60mm"\n[editions.small]\nsize = "12pt"\npaper="A5"\nmargin="50mm"', 30, "48 mm", "at most 44 mm"),
        ('size = "18pt"', "", 23, "`size` is missing in [editions.us-large]", "size ="),
        ("[editions.us-large]", '[editions."US large"]', 23, "cannot be named “US large”", "us-large"),
        ("[contacts.ward]", '[contacts."../ward"]', 6, "cannot be named “../ward”", "small letters"),
        ("01632 960 100", "call the ward", 8, "`phone` is “call the ward”", "digits"),
        ('"01632 960 100"', "1632960100", 8, "`phone` is not text", "quotes"),
        ("ward@example.org", "ward at example", 9, "`email` is", "ward@example.org"),
        ("https://www.example.org/ward", "file:///etc/passwd", 10, "`web` is", "https://"),
        ("Day ward", r"Day\u202e ward", 7, "`name` holds an invisible character (U+202E)", "anew"),
        ("Call us.", "Call {phone}.", 12, "`note` in [contacts.ward] holds {phone}", "itself"),
        ('name = "Day ward"', 'name = " "', 7, "`name` is empty", "words"),
        ('reason = "so"', 'reason = ""', 37, "`reason` is empty", "words"),
        (', reason = "so"', "", 37, "`reason` is missing in [checks.waivers]", "reason ="),
        ('check = "pdf/c"', 'check = "everything"', 37, "not the id of a check", "source/"),
        ("profiles/shop.icc", "../shop.icc", 32, "leaves the project", "project folder"),
        ("profiles/shop.icc", "/etc/passwd", 32, "leaves the project", "project folder"),
        ("profiles/shop.icc", "built-in FOGRA40", 32, "not built in", "FOGRA39"),
        ('bleed = "5mm"', 'bleed = "50mm"', 31, "`bleed` is 50mm", "20mm"),
        (
            '[organisation]\nname = "Example Hospital"\nweb = "https://www.example.org"\n',
            "",
            1,
            "[organisation]",
            "name",
        ),
        ('source = "en_GB"', 'source = ["en_GB"]', 15, "`source` is not text", "quotes"),
        ("[press]\n", "[checks.x]\n", 30, "Unknown key", "waivers"),
    ],
)
def test_a_mistake_is_a_fault_with_its_line_and_a_way_out(
    old: str, new: str, line: int, message: str, hint: str
) -> None:
    assert old in FULL
    with pytest.raises(ContentError) as caught:
        parse_config(FULL.replace(old, new, 1))
    assert caught.value.exit_code is ExitCode.USAGE
    found = [(f.message, f.location.line, f.hint) for f in caught.value.faults]
    assert any(message in m and at == line and hint in h for m, at, h in found), found


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("pl", "pl twice"),
        ("Polish", "pl, as “Polish”, which stands there as “pl” already"),
        ("en-gb", "en_GB, as “en-gb”, the source language itself"),
        ("en_GB", "en_GB, the source language itself"),
    ],
)
def test_a_language_named_again_is_told_with_its_line_and_stands_once(name: str, message: str) -> None:
    config = parse_config(FULL.replace('"ar"', f'"{name}"', 1))
    assert config.targets == ("pl", "zh_Hans")
    (told,) = config.refused_languages
    assert [(message in one.message, one.location.line, "Delete" in one.hint) for one in told.faults] == [
        (True, 18, True)
    ]


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("[organisation\n", 1, ""),
        ("[organisation]\nname = Example\n", 2, "straight quotes"),
        ('[organisation]\nname = "Example"\n[press\n', 3, "ends with a bracket"),
        ("[organisation]\nname = “Example”\n", 2, "curly"),
        ("[organisation]\nname = 'a'\nname = 'b'\n", 3, "twice"),
        ("[organisation]\nExample Hospital\n", 2, "key ="),
        ("x = " + "[" * 5000, None, ""),
        ("x = " + "1" * 5000, None, ""),
    ],
)
def test_malformed_toml_says_where(text: str, line: int | None, hint: str) -> None:
    message, at, said = fault_of(text)
    assert message.startswith("The file is not valid TOML")
    assert line is None or at == line
    assert hint in said


def test_all_faults_are_collected_in_the_order_of_the_file() -> None:
    text = MINIMAL.replace("en_GB", "en_XX").replace('name = "Example Hospital"', "colour = 1")
    with pytest.raises(ContentError) as caught:
        parse_config(text)
    assert [fault.location.line for fault in caught.value.faults] == [1, 2, 4]
    assert "polyleaf.toml:2: Unknown key `colour`" in caught.value.message


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        (b"\xff\xfe[\0o\0", "UTF-16", None),
        (b'[organisation]\nname = "H\xf4pital"\n', "not UTF-8", 2),
        (b'[organisation]\nname = "\0"\n', "NUL", 2),
        (b"[organisation]\n<<<<<<< HEAD\nname = 'a'\n=======\nname = 'b'\n>>>>>>> x\n", "merge conflict", 2),
        (b"#" * (1024 * 1024 + 1), "larger than 1024 KiB", None),
    ],
)
def test_files_that_are_no_text_are_refused(tmp_path: Path, data: bytes, message: str, line: int | None) -> None:
    path = tmp_path / "polyleaf.toml"
    path.write_bytes(data)
    with pytest.raises(ContentError) as caught:
        read_config(path)
    (fault,) = caught.value.faults
    assert message in fault.message
    assert fault.location.line == line
    assert fault.hint


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "polyleaf.toml"
    path.write_bytes(b"\xef\xbb\xbf" + FULL.replace("\n", "\r\n").encode())
    assert read_config(path) == parse_config(FULL)


@given(st.text(alphabet="[]{}=\"\n.#,a1_'", max_size=80))
def test_arbitrary_text_raises_nothing_but_our_own_errors(text: str) -> None:
    with contextlib.suppress(PolyleafError):
        parse_config(text)


@pytest.mark.parametrize(
    ("paper", "size", "margin"), [("A4", 18, 20.0), ("A4", 24, 20.0), ("Letter", 18, 25.4), ("Legal", 24, 25.4)]
)
def test_margins_that_nobody_wrote(paper: str, size: int, margin: float) -> None:
    base = '[organisation]\nname = "A"\n[languages]\nsource = "en_GB"\n'
    config = parse_config(f'{base}[editions.x]\nsize = "{size}pt"\npaper = "{paper}"\n')
    assert config.editions["x"].margin == margin
    assert (
        parse_config(f'{base}[editions.x]\nsize = "{size}pt"\npaper = "{paper.lower()}"\n').editions == config.editions
    )


@pytest.mark.parametrize(
    "number",
    ["01632 960100 / 101", "01632 960 100 - 109", "01632 960100/960101", "999/112", "01632 960100–9", "0" * 16],
)
def test_two_numbers_are_not_one(number):
    with pytest.raises(Refusal, match="two numbers"):
        telephone(number)


@pytest.mark.parametrize(
    "number",
    ["01632/960100", "+44 (0)1632.960.100", "(01632) 960-100", "111", "06221/56-0", "+49 30–123456"],
)
def test_numbers_of_every_country_are_one(number):
    assert telephone(number) == number


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ('name = "C:\\Users\\x"', "Write / for"),
        ('name = "A" // note', "begins with #"),
        ('name = "A', "not closed"),
        ("[contacts.day ward]", "no spaces"),
        ("fields = True", "small letters"),
    ],
)
def test_slips_of_toml_have_a_way_out(line, hint):
    log = FaultLog("polyleaf.toml")
    with pytest.raises(ContentError) as error:
        load_toml(f"{line}\n", log, "x = 1")
    assert hint in str(error.value.faults[0].hint)


def test_a_length_in_another_unit_is_converted_for_whoever_wrote_it():
    for text, unit, wanted in (("1.5cm", "mm", "15mm"), ("14 point", "pt", "14pt"), ("1 in", "mm", "25.4mm")):
        with pytest.raises(Refusal) as refusal:
            length(text, unit, 5, 60)
        assert f'"{wanted}"' in refusal.value.hint


def test_slender_paper_has_margins_of_its_own() -> None:
    """DL is as wide as a panel of a folded sheet; margins of 20 mm would leave it too little for text."""
    table = '[editions.slim]\nsize = "12pt"\npaper = "DL"\n'
    slim = parse_config(FULL.replace("[editions.giant]", f"{table}[editions.giant]")).editions["slim"]
    assert (slim.margin, slim.is_slender) == (15.0, True)
    assert RULE.limits.of(slim) == slim.margin
