"""What tools and people leave in a reply never reaches a catalog, and what nobody translated is not taken as done."""

from __future__ import annotations

import re
import subprocess

import pytest
from hypothesis import example, given
from tests.catalog.exchange_samples import Folder, texts

from polyleaf.catalog.exchange.decision import Outcome
from polyleaf.catalog.exchange.fitting import fitted
from polyleaf.translating.receiving import ImportOrder, receive
from polyleaf.translating.sending import export


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "project")


def taken(folder, name, text, **wishes):
    path = folder.root.parent / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return receive(folder.exchange(), ImportOrder(path, name, **{"leaflet": "eyes", "locale": "pl", **wishes}))


def outcomes(report):
    return {one.answer.source: one.outcome for one in report.decisions}


@pytest.mark.parametrize(
    ("text", "source", "right"),
    [
        ("W domu\r", "At home", "W domu"),
        ("W domu_x000D_", "At home", "W domu"),
        ("_x000D__x000A_W domu", "At home", "W domu"),
        ("\n\nW domu\n", "At home", "W domu"),
        ("\n      W domu\n    i w pracy\n   ", "At home and at work", "W domu i w pracy"),
        ("W domu\r\ni w pracy", "At home\nand at work", "W domu\ni w pracy"),
        ("W domu\n   i w pracy", "At home\nand at work", "W domu\ni w pracy"),
        ("W domu", "\nAt home\n", "\nW domu\n"),
        ("W domu\u2028i w pracy", "At home and at work", "W domu i w pracy"),
        (" \n\t", "At home", ""),
        ("\ufeffW domu.\u00ad\u200b", "At home.", "W domu."),
        ("\u200b", "At home", ""),
        ("a_x000D_", "b_x000D_", "a_x000D_"),
    ],
)
def test_what_tools_put_around_a_text_is_taken_off(text, source, right):
    assert fitted(text, source) == right


@given(texts, texts)
@example("\r", "a")
def test_a_fitted_text_begins_and_ends_like_its_source_and_fits_itself(text, source):
    once = fitted(text, source)
    assert fitted(once, source) == once
    if once and source.strip():
        assert once.startswith("\n") is source.startswith("\n")
        assert once.endswith("\n") is source.endswith("\n")
        assert "\n" not in once.strip() or "\n" in source
    assert "".join(once.split()) == "".join(fitted(text, text).split()) or "_x00" in text


XLIFF = """<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="leaflets/eyes/leaflet.md" source-language="en-GB" target-language="pl" datatype="plaintext"><body>
<trans-unit id="1"{approved}><source>At home</source><target{state}>{text}</target></trans-unit>
</body></file></xliff>"""


@pytest.mark.parametrize(
    ("approved", "state", "text", "outcome"),
    [
        ("", "", "At home", Outcome.COPY),
        ("", ' state="new"', "At home", Outcome.COPY),
        ("", ' state="needs-translation"', "At home", Outcome.COPY),
        ("", ' state="final"', "At home", Outcome.NEW),
        (' approved="yes"', "", "At home", Outcome.NEW),
        ("", "", "W domu", Outcome.NEW),
        (' approved="yes"', ' state="needs-review-translation"', "W domu", Outcome.UNFINISHED),
        (' approved="yes"', ' state="needs-review-l10n"', "W domu", Outcome.UNFINISHED),
        (' approved="yes"', ' state="translated"', "W domu", Outcome.NEW),
    ],
)
def test_what_the_states_of_xliff_say(folder, approved, state, text, outcome):
    report = taken(folder, "r.xlf", XLIFF.format(approved=approved, state=state, text=text))
    assert outcomes(report) == {"At home": outcome}
    assert ('msgstr "At home"' in folder.said) is (outcome is Outcome.NEW and text == "At home")


TRADOS = """<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"
 version="1.2"><file original="eyes" source-language="en-GB" target-language="pl" datatype="x-sdl"><body>
<trans-unit id="1"><source>At home</source><seg-source><mrk mtype="seg" mid="1">At home</mrk></seg-source>
<target><mrk mtype="seg" mid="1">W domu</mrk></target>
<sdl:seg-defs><sdl:seg id="1" {conf}/></sdl:seg-defs></trans-unit></body></file></xliff>"""
MEMOQ = """<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff"
 xmlns:m="http://www.memsource.com/mxlf/2.0" version="1.2">
<file original="eyes" source-language="en-GB" target-language="pl" datatype="plaintext"><body>
<trans-unit id="1" {conf}><source>At home</source><target {state}>W domu</target></trans-unit></body></file></xliff>"""


@pytest.mark.parametrize(
    ("form", "conf", "state", "outcome"),
    [
        (TRADOS, 'conf="Translated"', "", Outcome.NEW),
        (TRADOS, 'conf="ApprovedSignOff"', "", Outcome.NEW),
        (TRADOS, 'conf="Draft"', "", Outcome.UNFINISHED),
        (TRADOS, 'conf="RejectedTranslation"', "", Outcome.UNFINISHED),
        (TRADOS, 'origin="mt"', "", Outcome.UNFINISHED),
        (MEMOQ, 'mq:status="ManuallyConfirmed"', "", Outcome.NEW),
        (MEMOQ, 'mq:status="Proofread"', "", Outcome.NEW),
        (MEMOQ, 'mq:status="NotStarted"', "", Outcome.UNFINISHED),
        (MEMOQ, 'mq:status="PartiallyEdited"', "", Outcome.UNFINISHED),
        (MEMOQ, 'm:confirmed="1"', "", Outcome.NEW),
        (MEMOQ, 'm:confirmed="0" m:trans-origin="mt"', "", Outcome.UNFINISHED),
        (MEMOQ, "", 'state="translated" state-qualifier="mt-suggestion"', Outcome.UNFINISHED),
        (MEMOQ, "", 'state-qualifier="fuzzy-match"', Outcome.UNFINISHED),
        (MEMOQ, "", 'state="translated" state-qualifier="rejected-grammar"', Outcome.UNFINISHED),
        (MEMOQ, "", 'state="translated" state-qualifier="exact-match"', Outcome.NEW),
        (MEMOQ, "", 'state="final" state-qualifier="fuzzy-match"', Outcome.NEW),
    ],
)
def test_what_programs_say_beside_xliff_counts(folder, form, conf, state, outcome):
    """A draft of Trados was taken as done: it says so in words of its own."""
    report = taken(folder, "r.sdlxliff", form.format(conf=conf, state=state))
    assert outcomes(report) == {"At home": outcome}


def test_the_parts_of_a_translation_stand_in_the_order_that_it_asks_for(folder):
    parts = (
        '<segment state="translated"><source>At</source><target order="3">w</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment state="translated"><source>home</source><target order="1">Domu</target></segment>'
    )
    report = taken(folder, "r.xlf", XLIFF2.format(segments=parts))
    assert [one.answer.text for one in report.decisions] == ["Domu w"]


@pytest.mark.parametrize(
    ("source", "text", "told"),
    [
        ("At home", "TODO", "only holds a place"),
        ("At home", "???", "only holds a place"),
        ("At home", "—", "only holds a place"),
        ("At home", "…", "only holds a place"),
        ("Rest for a day.", "REST FOR A DAY.", "is not translated"),
    ],
)
def test_a_reply_that_only_holds_a_place_is_told(folder, source, text, told):
    report = taken(folder, "r.po", f'{PO}msgid "{source}"\nmsgstr "{text}"\n')
    assert any(told in finding.fault.message for finding in report.findings)


XLIFF2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en-GB" trgLang="pl">
<file id="eyes"><unit id="1">{segments}</unit></file></xliff>"""


@pytest.mark.parametrize(
    ("segments", "outcome"),
    [
        ('<segment state="initial"><source>At home</source><target>At home</target></segment>', Outcome.COPY),
        ("<segment><source>At home</source><target>At home</target></segment>", Outcome.COPY),
        ('<segment state="final"><source>At home</source><target>At home</target></segment>', Outcome.NEW),
        ("<segment><source>At home</source><target>W domu</target></segment>", Outcome.NEW),
        (
            '<segment state="translated" subState="mt:raw"><source>At home</source><target>W domu</target></segment>',
            Outcome.UNFINISHED,
        ),
        (
            '<segment state="translated" subState="x:to-do"><source>At home</source><target>W domu</target></segment>',
            Outcome.UNFINISHED,
        ),
        (
            '<segment state="reviewed" subState="needs-fix"><source>At home</source><target>W domu</target></segment>',
            Outcome.UNFINISHED,
        ),
        ("<segment><source>At home</source><target/></segment>", None),
        (
            "<segment><source>At </source><target>W </target></segment><segment><source>home</source>"  # noqa: ISC004
            "<target>home</target></segment>",
            Outcome.UNFINISHED,
        ),
    ],
)
def test_what_the_states_of_xliff_2_say(folder, segments, outcome):
    report = taken(folder, "r.xlf", XLIFF2.format(segments=segments))
    assert outcomes(report).get("At home") in (outcome, Outcome.SAME)
    assert (outcomes(report)["At home"] is Outcome.SAME) is (outcome is None)


@pytest.mark.parametrize(
    ("set_state", "outcome"), [("translated", Outcome.UNFINISHED), ("initial", Outcome.NEW), (None, Outcome.NEW)]
)
def test_initial_beside_finished_is_unfinished_where_the_tool_sets_states(folder, set_state, outcome):
    """What went out empty and came back "translated" shows that it does; what it left, nobody confirmed."""
    path = folder.root.parent / "eyes.xlf"
    export(folder.exchange(), "eyes", "pl", "xliff2", path)
    units = re.split(r"(?=<unit )", path.read_text(encoding="utf-8"))
    empty = [place for place, unit in enumerate(units) if "<target></target>" in unit and "<ph" not in unit]
    for place in empty:
        units[place] = units[place].replace("<target></target>", "<target>Cokolwiek</target>")
    if set_state:
        units[empty[0]] = units[empty[0]].replace('state="initial"', f'state="{set_state}"')
    found = outcomes(taken(folder, "r.xlf", "".join(units), partial=True))
    sources = [re.search("<source>(.*?)</source>", units[place])[1] for place in empty]
    assert {found[source] for source in sources[1:]} == {outcome}
    assert found[sources[0]] is Outcome.NEW


PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: pl\\n"\n\n'


def test_a_catalog_filled_with_its_own_texts_is_not_translated(folder):
    report = taken(folder, "r.po", PO + 'msgid "At home"\nmsgstr "At home"\n')
    assert outcomes(report) == {"At home": Outcome.COPY}
    assert not report.written
    assert taken(folder, "r.po", PO + 'msgid "At home"\nmsgstr "At home"\n', force=True).written


@pytest.mark.parametrize("charset", ["UTF-16", "CP1250", "ISO-8859-2"])
def test_a_catalog_in_the_letters_that_it_names(folder, charset):
    """Notepad writes UTF-16, older programs the letters of their country; "none of the formats" helped nobody."""
    text = PO.replace("UTF-8", charset) + 'msgid "At home"\nmsgstr "W łóżku w domu"\n'
    report = taken(folder, "r.po", text.encode(charset))
    assert outcomes(report) == {"At home": Outcome.NEW}
    assert 'msgstr "W łóżku w domu"' in folder.said


def test_a_catalog_with_the_lines_of_an_old_mac(folder):
    report = taken(folder, "r.po", (PO + 'msgid "At home"\nmsgstr "W domu"\n').replace("\n", "\r"))
    assert outcomes(report) == {"At home": Outcome.NEW}


@pytest.mark.parametrize("text", ["At home.", "At  home …", "At home\u00ad"])
def test_the_text_but_for_its_last_sign_is_no_translation(folder, text):
    report = taken(folder, "r.po", f'{PO}msgid "At home"\nmsgstr "{text}"\n')
    assert outcomes(report) == {"At home": Outcome.COPY}


def test_marks_of_msgcat_are_refused_and_never_written(folder):
    both = '"#-#-#-#-#  a.po (eyes)  #-#-#-#-#\\n"\n"W domu\\n"\n"#-#-#-#-#  b.po (eyes)  #-#-#-#-#\\n"\n"U siebie"\n'
    report = taken(folder, "r.po", f'{PO}#, fuzzy\nmsgid "At home"\nmsgstr ""\n{both}', partial=True)
    assert "two translations that msgcat put together" in report.refused[0].message
    remark = "#  #-#-#-#-#  a.po (eyes)  #-#-#-#-#\n# mine\n"
    taken(folder, "r.po", f'{PO}{remark}msgid "At home"\nmsgstr "W domu"\n')
    assert "#-#" not in folder.said
    assert "# mine" in folder.said


def test_after_the_worst_reply_msgfmt_is_content(folder):
    target = "\n        W domu_x000D_\n\n"
    report = taken(folder, "r.xlf", XLIFF.format(approved="", state="", text=target))
    assert report.written
    assert 'msgid "At home"\nmsgstr "W domu"\n' in folder.said
    (po,) = folder.root.rglob("eyes.po")
    done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", po], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


TMX = """<tmx version="1.4"><header srclang="*all*" datatype="plaintext" segtype="block" adminlang="en" o-tmf="x"
creationtool="x" creationtoolversion="1"/><body><tu><tuv xml:lang="pl"><seg>W domu</seg></tuv>
<tuv xml:lang="de"><seg>Zu Hause</seg></tuv><tuv xml:lang="en"><seg>At home</seg></tuv></tu>
<tu srclang="*all*"><tuv xml:lang="en-GB"><seg>Rest for a day.</seg></tuv>
<tuv xml:lang="pl"><seg>Rest for a day.</seg></tuv></tu>
</body></tmx>"""


def test_a_memory_in_which_every_language_may_be_the_source(folder):
    report = taken(folder, "r.tmx", TMX)
    assert outcomes(report) == {"At home": Outcome.NEW, "Rest for a day.": Outcome.COPY}
    assert 'msgid "At home"\nmsgstr "W domu"\n' in folder.said


@pytest.mark.parametrize("style", ["xliff", "xliff2"])
def test_every_text_that_goes_out_has_a_place_for_its_translation(folder, style):
    out = folder.root.parent / "out.xlf"
    package = export(folder.exchange(), "eyes", "pl", style, out).package
    text = out.read_text(encoding="utf-8")
    assert any(not unit.text for unit in package.units)
    assert len(re.findall("<target .*</target>" if style == "xliff" else "<target>", text)) == len(package.units)
    before = folder.said
    report = receive(folder.exchange(), ImportOrder(out, "out.xlf"))
    left = {one.outcome for one in report.decisions if one.answer.text and one.before.text == ""}
    assert left == ({Outcome.COPY} if style == "xliff" else set())
    assert {one.outcome for one in report.decisions} <= {Outcome.SAME, Outcome.COPY}
    assert folder.said == before
