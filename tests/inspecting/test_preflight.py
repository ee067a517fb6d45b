"""Preflight: each rule finds the file that was broken for it; a clean file has none; hostile files end in words."""

from __future__ import annotations

import io
import os
import random
import zlib
from collections import Counter
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.inspecting.conftest import QUICK, checks_of
from tests.pdf.broken_press import BROKEN, broken, paint
from tests.pdf.deep_mutants import outcomes as deep_outcomes
from tests.pdf.press_samples import pressed

from polyleaf.checks.registry import CHECKS
from polyleaf.errors import PolyleafError, UsageError
from polyleaf.inspecting import apart as module
from polyleaf.inspecting.apart import NotPreflighted, preflight, preflights_apart
from polyleaf.inspecting.preflight import PreflightOrder, find_preset, judged
from polyleaf.model.preflight import PreflightReport
from polyleaf.model.preset import PRESETS, SHEETFED
from polyleaf.model.press_file import MM
from polyleaf.pdf.press import ghostscript

NOT_SEEN_IN_A_FILE = {"press/brand-colour-unmapped"}
"""What only the one who turned the colours into inks can know."""
BY_GHOSTSCRIPT = ("press/area-too-inky", "press/cannot-be-drawn")
"""What is known only where that is installed."""


def test_a_clean_file_has_no_finding(clean, judge):
    report = judge(clean, SHEETFED)
    assert report.findings == ()
    assert report.passed
    assert dict(report.summary)["Standard"] == "PDF/X-4"


def test_every_rule_has_a_broken_file():
    rules = {check.id for check in CHECKS if check.area == "press"} - NOT_SEEN_IN_A_FILE
    assert set(BROKEN) == rules
    assert len(rules) >= 40


@pytest.mark.parametrize("rule", sorted(set(BROKEN) - set(BY_GHOSTSCRIPT)))
def test_the_right_rule_is_named(clean, judge, rule):
    report = judge(broken(clean, rule))
    assert rule in checks_of(report)
    (first, *_) = [finding for finding in report.findings if finding.check == rule]
    assert first.fault.hint
    # What breaks one rule may break its sister (a spot colour is no ink either), never half of the list.
    assert len(checks_of(report)) <= 4


@pytest.mark.skipif(not ghostscript.is_installed(), reason="Ghostscript measures ink, and is not installed")
def test_ink_is_measured_over_squares(clean, judge):
    report = judge(broken(clean, "press/area-too-inky"), SHEETFED)
    (found,) = [finding for finding in report.findings if finding.check == "press/area-too-inky"]
    assert "350 %" in found.fault.message
    left, bottom, right, top = found.fault.location.area
    assert 190 < left < right < 290
    assert 290 < bottom < top < 390


def test_without_ghostscript_it_says_so(clean, judge, monkeypatch):
    monkeypatch.setattr("polyleaf.inspecting.preflight.is_installed", lambda: False)
    report = judge(clean, SHEETFED)
    (note,) = report.notes
    not_done = "The file was not drawn as a test, and ink over squares of 15 mm was not measured"
    assert note == f"{not_done}: Ghostscript is not installed."
    assert report.findings == ()


def test_presets_weigh_differently(clean, judge):
    spot = broken(clean, "press/spot-colour")
    assert not judge(spot, SHEETFED).passed
    assert judge(spot, PRESETS["gwg-digital"]).passed
    assert not judge(spot, PRESETS["office"]).findings


def test_a_preset_that_is_not_there_is_named():
    with pytest.raises(UsageError) as raised:
        find_preset("gwg-digitall")
    assert "gwg-digital?" in raised.value.hint
    with pytest.raises(UsageError):
        find_preset("mine", [replace(SHEETFED, name="mine", weights={"press/hairlin": None})])


def test_places_are_in_mm_from_the_corner_of_the_cut_page(clean, judge):
    report = judge(broken(clean, "press/picture-too-coarse"))
    (found,) = report.findings
    sheet = report.sheet(found.fault.location.page)
    left, top, right, bottom = sheet.from_corner(found.fault.location.area)
    assert right - left == pytest.approx(25.4, abs=0.01)
    assert bottom - top == pytest.approx(25.4, abs=0.01)
    assert left == pytest.approx((150 - sheet.cut[0]) / MM, abs=0.01)


def hostile(clean):
    yield "nothing", b""
    yield "no PDF", b"%PDF-1.7\nhello"
    yield "cut off", clean[: len(clean) // 2]
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="secret"))
        yield "locked", out.getvalue()
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        for _ in range(2500):
            pdf.pages.append(pdf.pages[0])
        yield "too many pages", saved(pdf)
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        bomb = pikepdf.Stream(pdf, zlib.compress(b"0 0 m 1 1 l S " * 12_000_000, 9), Filter=pikepdf.Name.FlateDecode)
        pdf.pages[0].obj.Contents = bomb
        yield "a bomb of content", saved(pdf)
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, b"q " * 3_000_000)
        yield "states without end", saved(pdf)
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        form = pikepdf.Stream(pdf, b"/Me Do /Me Do")
        form.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form, "/BBox": [0, 0, 9, 9]})
        form = pdf.make_indirect(form)
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Me=form))
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Me=form)
        paint(pdf, "/Me Do")
        yield "a form that draws itself", saved(pdf)
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)
        yield "pages inside themselves", saved(pdf)


def saved(pdf):
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def test_hostile_files_end_in_words(clean, tmp_path):
    for name, data in hostile(clean):
        path = tmp_path / "x.pdf"
        path.write_bytes(data)
        assert outcome(path) == "refused", name


def outcome(path, *, pictures=False):
    """Whether a file is judged or refused in words; anything else is a fault."""
    try:
        report = judged(PreflightOrder(path, path.name, QUICK, pictures=pictures))
    except PolyleafError as error:
        return "refused" if error.message and "Traceback" not in error.message else "refused without words"
    except Exception as error:  # noqa: BLE001 - the point of the test
        return f"crashed: {error!r}"
    crashed = [finding.fault.message for finding in report.findings if finding.check == "engine/check-crashed"]
    return f"crashed: {crashed[0]}" if crashed else "judged"


def test_a_process_of_its_own_gives_the_same_report(clean, tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(broken(clean, "press/hairline"))
    order = PreflightOrder(path, "x.pdf", QUICK, pictures=True)
    report = preflight(order)
    assert report.findings == judged(order).findings
    assert report.pictures[1].startswith(b"\x89PNG")


def _dead_by_name(order):
    if "dead" in order.path.name:
        _die(order)
    order.path.read_bytes()
    return PreflightReport(order.shown_as, order.preset.name, (), (), (), (), {})


def test_several_at_once_come_in_their_order_and_cost_only_themselves(clean, tmp_path):
    names = ("a.pdf", "dead.pdf", "b.pdf", "none.pdf", "c.pdf")
    for name in names:
        if name != "none.pdf":
            (tmp_path / name).write_bytes(clean)
    found = list(preflights_apart([PreflightOrder(tmp_path / one, one, QUICK) for one in names], 3, _dead_by_name))
    assert [one.path for one in (found[0], found[2], found[4])] == ["a.pdf", "b.pdf", "c.pdf"]
    assert isinstance(found[1], NotPreflighted)
    assert isinstance(found[3], NotPreflighted)
    assert "dead.pdf makes its reader fail" in found[1].message
    assert "none.pdf" in found[3].message


def _sleep(_order):
    import time  # noqa: PLC0415

    time.sleep(60)


def _eat(_order):
    return bytearray(8 * 1024**3)


def _die(_order):
    os._exit(11)


@pytest.mark.parametrize(("act", "told"), [(_sleep, "after 1 seconds"), (_eat, "out of memory"), (_die, "fail")])
def test_limits_of_time_and_memory(clean, tmp_path, monkeypatch, act, told):
    path = tmp_path / "x.pdf"
    path.write_bytes(clean)
    monkeypatch.setattr(module, "SECONDS", 1.0 if act is _sleep else 30.0)
    with pytest.raises(NotPreflighted) as raised:
        preflight(PreflightOrder(path, "x.pdf", QUICK), act)
    assert told in raised.value.message
    assert raised.value.hint


def mutant(clean, seed):
    """The clean file with bytes changed, cut out, repeated or put elsewhere."""
    chance = random.Random(seed)  # noqa: S311 - mutants are no secrets
    data = bytearray(clean)
    for _ in range(chance.choice((1, 2, 4, 16, 64))):
        at = chance.randrange(len(data))
        length = chance.choice((1, 1, 2, 8, 64, 512))
        match chance.randrange(5):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = data[at : at + length]
            case 3:
                data[at : at + length] = chance.randbytes(min(length, len(data) - at))
            case _:
                old, new = chance.choice(_WORDS)
                place = data.find(old, at)
                if place >= 0:
                    data[place : place + len(old)] = new
    return bytes(data)


_WORDS = (
    (b"/Kids", b"/Kidz"), (b"/Length", b"/Lengtt"), (b"obj", b"ob "), (b"/Type", b"/Tipe"), (b" 0 R", b" 9 R"),
    (b"/MediaBox", b"/MediaBax"), (b"stream", b"strea "), (b"[", b"[["), (b"<<", b"<"), (b"1", b"-99999999"),
    (b"/W ", b"/W 0 0 0 "), (b"/N ", b"/N -"), (b"endobj", b"end"), (b"/Filter", b"/Fitler"),
)  # fmt: skip


def try_mutants(clean, tmp_path, seeds):
    outcomes = Counter()
    # Uncompressed, so that changes reach what is read and do not all die in a damaged stream.
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        out = io.BytesIO()
        plain = {"stream_decode_level": pikepdf.StreamDecodeLevel.generalized, "compress_streams": False}
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, **plain)
    base = out.getvalue()
    for seed in seeds:
        path = tmp_path / "mutant.pdf"
        path.write_bytes(mutant(clean if seed % 4 == 0 else base, seed))
        found = outcome(path)
        outcomes[found] += 1
        assert found in ("judged", "refused"), f"mutant {seed}"
    return outcomes


def test_mutants_end_in_words(clean, tmp_path):
    outcomes = try_mutants(clean, tmp_path, range(60))
    assert min(outcomes["judged"], outcomes["refused"]) > 5  # neither all alike nor all unreadable


@pytest.mark.slow
def test_five_thousand_mutants_end_in_words(clean, tmp_path):
    outcomes = try_mutants(clean, tmp_path, range(1_000, 6_000))
    assert min(outcomes["judged"], outcomes["refused"]) > 500


def try_deep_mutants(tmp_path, seeds):
    """Mutants that every program opens: what they say is read, and must neither crash a reader nor a check."""
    base = pressed(tmp_path / "base")[0].read_bytes()
    return deep_outcomes(base, tmp_path / "mutant.pdf", seeds, lambda path, seed: outcome(path, pictures=seed % 4 == 0))


def test_files_that_say_strange_things_are_judged(tmp_path):
    outcomes = try_deep_mutants(tmp_path, range(60))
    assert outcomes["judged"] > 50


@pytest.mark.slow
def test_ten_thousand_files_that_say_strange_things_are_judged(tmp_path):
    outcomes = try_deep_mutants(tmp_path, range(1_000, 11_000))
    assert outcomes["judged"] > 9_000


@settings(max_examples=25)
@given(st.binary(max_size=200))
def test_any_bytes_end_in_words(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "x.pdf"
    path.write_bytes(b"%PDF-1.6\n" + data)
    with pytest.raises(PolyleafError):
        judged(PreflightOrder(path, "x.pdf", QUICK))
