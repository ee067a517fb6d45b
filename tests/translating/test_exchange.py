"""Replies are checked whole before a catalog is touched."""

from __future__ import annotations

import html
import io
import re
import zipfile

import pytest
from tests.catalog import json_format
from tests.catalog.exchange_samples import CATALOG, Folder

from polyleaf.catalog.exchange import formats
from polyleaf.catalog.exchange.decision import Outcome
from polyleaf.catalog.exchange.reply_unit import ReplyError
from polyleaf.catalog.exchange.sheet import SOURCE, TEXT
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.errors import UsageError
from polyleaf.report.exchange import exported, imported
from polyleaf.translating.receiving import ImportOrder, receive
from polyleaf.translating.sending import export

FORMATS = [one.name for one in formats.outgoing()]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, json_format.FORMAT))
    return Folder(tmp_path / "project")


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out.xlf"


def sent(folder, out, style="xliff", **options):
    export(folder.exchange(), "eyes", options.pop("locale", "pl"), style, out, **options)
    return out.read_text(encoding="utf-8") if style != "xlsx" else ""


def take(folder, path, **options):
    return receive(folder.exchange(), ImportOrder(path, path.name, **options))


def reply(folder, out, text):
    out.write_text(text, encoding="utf-8")
    return out


def unit(text, source):
    """The lines of the unit of a source text."""
    return next(one for one in re.findall(r"<trans-unit.*?</trans-unit>", text, re.DOTALL) if source in one)


def with_target(text, source, target, state="translated"):
    """The file with another translation of one source text."""
    old = unit(text, source)
    new = re.sub(r"<target.*?</target>\n", "", old, flags=re.DOTALL)
    return text.replace(old, new.replace("</source>", f'</source>\n<target state="{state}">{target}</target>', 1))


def outcomes(report):
    return {one.answer.source: one.outcome for one in report.decisions}


FASTING = 'Nie wolno jeść przez <ph id="1">{fasting}</ph>.'


def test_work_comes_back_into_the_catalog_and_nothing_else_moves(folder, out):
    text = with_target(sent(folder, out), "Do not eat", FASTING)
    report = take(folder, reply(folder, out, text))
    assert report.written
    assert report.clean
    assert outcomes(report)["Do not eat for {fasting}."] is Outcome.NEW
    said = folder.said
    assert 'msgstr "Nie wolno jeść przez {fasting}."' in said
    assert "# Said by Anna." in said
    assert '#~ msgid "An old text."' in said
    assert said.index("Do not eat") < said.index("glasses") < said.index("Rest for a day") < said.index("An old text")


def test_a_fuzzy_text_is_finished_by_its_state_alone(folder, out):
    text = sent(folder, out)
    assert "Earlier text: Rest for two days." in text
    text = with_target(text, "Rest for a day", "Proszę odpoczywać przez jeden dzień.")
    take(folder, reply(folder, out, text))
    assert 'msgid "Rest for a day."\nmsgstr "Proszę odpoczywać przez jeden dzień."' in folder.said
    assert "fuzzy" not in folder.said


def test_new_words_that_still_say_unfinished_stay_fuzzy(folder, out):
    text = with_target(sent(folder, out), "Rest for a day", "Jeden dzień.", "needs-review-translation")
    report = take(folder, reply(folder, out, text))
    assert outcomes(report)["Rest for a day."] is Outcome.UNFINISHED
    assert '#, fuzzy\n#| msgid "Rest for two days."\nmsgid "Rest for a day."\nmsgstr "Jeden dzień."' in folder.said


def test_a_reviser_can_take_a_translation_back(folder, out):
    text = with_target(sent(folder, out), "Eyes", "Oczy", "needs-translation")
    take(folder, reply(folder, out, text))
    assert '#, fuzzy\nmsgctxt "title"\nmsgid "Eyes"' in folder.said


def test_remarks_become_comments(folder, out):
    text = sent(folder, out)
    old = unit(text, "glasses")
    note = '<note from="Dr Khan">Two lines\nof doubt</note></trans-unit>'
    text = text.replace(old, old.replace("</trans-unit>", note))
    report = take(folder, reply(folder, out, text))
    assert report.written
    assert "# Said by Anna.\n# Two lines\n# of doubt\n#. Paragraph" in folder.said


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("Do not eat", "Nie wolno jeść.", "{fasting} missing"),
        ("Do not eat", "Nie jeść <ph id='1'>{fasting}</ph> <ph id='2'>{ward}</ph>.", "{ward} too many"),
        ("glasses", "Prosimy zabrać okulary.", "bold part missing"),
        ("Ring", "Zadzwonić [tu](https://example.org).", "link to"),
    ],
)
def test_a_broken_placeholder_or_mark_keeps_everything_out(folder, out, source, target, told):
    text = with_target(sent(folder, out), source, target)
    text = with_target(text, "At home", "W domu")
    report = take(folder, reply(folder, out, text))
    assert not report.written
    assert told in " ".join(fault.message for fault in report.refused)
    assert report.refused[0].location.path == "out.xlf"
    assert folder.said == CATALOG
    told_lines = "\n".join(imported(report, verbose=False, dry_run=False))
    assert "left as it was: " in told_lines


def test_the_right_part_can_be_taken(folder, out):
    text = with_target(with_target(sent(folder, out), "Do not eat", "Nie wolno jeść."), "At home", "W domu")
    report = take(folder, reply(folder, out, text), partial=True)
    assert report.written
    assert not report.clean
    assert 'msgstr "W domu"' in folder.said
    assert "Nie wolno" not in folder.said


def test_an_edited_source_text_is_refused(folder, out):
    text = sent(folder, out).replace('<source xml:lang="en-GB">Rest for a day.', "<source>Rest for ten days.")
    report = take(folder, reply(folder, out, text))
    assert [fault.message for fault in report.refused] == [
        'the source text was changed: it says "Rest for ten days.", where the leaflet says "Rest for a day."'
    ]
    assert folder.said == CATALOG


def test_folded_white_space_is_no_edit(folder, out):
    text = sent(folder, out).replace(">Rest for a day.<", ">\n  Rest for\n  a day.\n<")
    assert take(folder, reply(folder, out, text)).clean


def test_an_empty_translation_never_replaces_one(folder, out):
    text = with_target(sent(folder, out), "Eyes", "")
    report = take(folder, reply(folder, out, text))
    assert outcomes(report)["Eyes"] is Outcome.EMPTY
    assert folder.said == CATALOG
    take(folder, out, force=True)
    assert 'msgid "Eyes"\nmsgstr ""' in folder.said


def test_an_older_translation_never_replaces_a_newer_one(folder, out):
    text = with_target(sent(folder, out), "Eyes", "Oko")
    newer = CATALOG.replace('"Oczy"', '"Oczy i wzrok"')
    folder.catalog.write_text(newer, encoding="utf-8")
    report = take(folder, reply(folder, out, text))
    assert outcomes(report)["Eyes"] is Outcome.OLDER
    assert not report.clean
    assert folder.said == newer
    lines = "\n".join(imported(report, verbose=False, dry_run=False))
    assert "Oko" in lines
    assert "Oczy i wzrok" in lines
    take(folder, out, force=True)
    assert 'msgstr "Oko"' in folder.said


def test_without_an_id_a_finished_translation_is_safe_and_a_gap_is_filled(folder, tmp_path):
    head = 'msgid ""\nmsgstr "Project-Id-Version: eyes\\nLanguage: pl\\n"\n'
    po = f'{head}\nmsgid "At home"\nmsgstr "W domu"\n\nmsgctxt "title"\nmsgid "Eyes"\nmsgstr "Oko"\n'
    report = take(folder, reply(folder, tmp_path / "r.po", po))
    assert outcomes(report) == {"At home": Outcome.NEW, "Eyes": Outcome.OLDER}


def test_work_on_an_earlier_text_is_kept_as_fuzzy(folder, out):
    text = with_target(sent(folder, out), "At home", "W domu")
    leaflet = folder.root / "leaflets/eyes/leaflet.md"
    leaflet.write_text(leaflet.read_text().replace("Bring your **glasses**.", "Bring your **new glasses**."))
    text = with_target(text, "glasses", "Proszę wziąć **okulary**.")
    report = take(folder, reply(folder, out, text))
    assert outcomes(report)["Bring your **glasses**."] is Outcome.EARLIER
    assert (
        '#, fuzzy\n#| msgid "Bring your **glasses**."\nmsgid "Bring your **new glasses**."\n'
        'msgstr "Proszę wziąć **okulary**."'
    ) in folder.said


def test_what_has_no_place_is_told_in_full(folder, out):
    text = with_target(sent(folder, out), "At home", "W domu po zabiegu")
    leaflet = folder.root / "leaflets/eyes/leaflet.md"
    leaflet.write_text(leaflet.read_text().replace("## At home", "## Your recovery and what comes next"))
    report = take(folder, reply(folder, out, text))
    assert outcomes(report)["At home"] is Outcome.UNMATCHED
    assert not report.clean
    lines = "\n".join(imported(report, verbose=False, dry_run=False))
    assert "source:      At home" in lines
    assert "reply:       W domu po zabiegu" in lines


def test_two_translations_of_one_text_are_refused(folder, out):
    text = with_target(sent(folder, out), "At home", "W domu")
    text = text.replace("</body>", unit(text, "At home").replace("W domu", "Dom") + "</body>")
    report = take(folder, reply(folder, out, text))
    assert "a second translation" in report.refused[0].message
    assert folder.said == CATALOG


def test_a_dry_run_writes_nothing(folder, out):
    text = with_target(sent(folder, out), "At home", "W domu")
    report = take(folder, reply(folder, out, text), dry_run=True)
    assert report.taken
    assert not report.written
    assert folder.said == CATALOG


@pytest.mark.parametrize("style", [*FORMATS, "json"])
def test_a_reply_of_another_locale_is_refused(folder, tmp_path, style):
    path = tmp_path / "out"
    sent(folder, path, style, locale="ur")
    with pytest.raises(ReplyError, match='is in "ur", not in "pl"'):
        take(folder, path, locale="pl")
    assert folder.said == CATALOG


@pytest.mark.parametrize("style", [*FORMATS, "json"])
def test_a_reply_of_another_leaflet_is_refused(folder, tmp_path, style):
    path = tmp_path / "out"
    sent(folder, path, style)
    (folder.root / "leaflets/eyes").rename(folder.root / "leaflets/teeth")
    with pytest.raises(ReplyError, match="is not a leaflet of this project"):
        take(folder, path)
    leaflet = folder.root / "leaflets/teeth/leaflet.md"
    front = leaflet.read_text().partition("## ")[0].replace("title: Eyes", "title: Your teeth and gums")
    folder.write("leaflets/eyes/leaflet.md", front + "Brush them.\n")
    with pytest.raises(ReplyError, match='not of "teeth"'):
        take(folder, path, leaflet="teeth")
    with pytest.raises(ReplyError, match="none of its 7 texts"):
        take(folder, path)


def test_the_language_may_be_written_as_tools_write_it(folder, out):
    text = sent(folder, out).replace('target-language="pl"', 'target-language="pl-PL"')
    assert take(folder, reply(folder, out, text)).locale == "pl"
    for tag, locale in (("zh-CN", "zh_Hans"), ("ur-PK", "ur")):
        assert take(folder, reply(folder, out, text.replace("pl-PL", tag))).locale == locale
    with pytest.raises(ReplyError, match='"zh-TW"'):
        take(folder, reply(folder, out, text.replace("pl-PL", "zh-TW")))
    with pytest.raises(ReplyError, match="does not say which language"):
        take(folder, reply(folder, out, text.replace(' target-language="pl-PL"', "")))
    with pytest.raises(ReplyError, match='texts are in "fr"'):
        take(folder, reply(folder, out, text.replace('source-language="en-GB"', 'source-language="fr"')))


def test_a_catalog_that_cannot_be_read_is_left_alone(folder, out):
    sent(folder, out)
    folder.catalog.write_text("<<<<<<< mine\n" + CATALOG, encoding="utf-8")
    with pytest.raises(CatalogError, match="merge"):
        take(folder, out)
    assert folder.said.startswith("<<<<<<<")


@pytest.mark.parametrize("style", [*FORMATS, "json"])
def test_an_export_never_replaces_somebody_s_work(folder, tmp_path, style):
    path = tmp_path / "out"
    sent(folder, path, style)
    assert not export(folder.exchange(), "eyes", "pl", style, path).changed
    path.write_bytes(b"the reply of the agency")
    with pytest.raises(UsageError, match="may hold somebody's work"):
        sent(folder, path, style)
    assert path.read_bytes() == b"the reply of the agency"
    with pytest.raises(UsageError, match="own catalogs"):
        sent(folder, folder.catalog, style, force=True)
    assert folder.said == CATALOG


def test_nothing_to_do_makes_no_file(folder, out):
    done = CATALOG.split("#, fuzzy")[0]
    for source in ("Before you come", "Do not eat for {fasting}.", "Ring [the ward](tel:{ward}).", "At home"):
        done += f'\nmsgid "{source}"\nmsgstr "{source}!"\n'
    folder.catalog.write_text(done + '\nmsgid "Rest for a day."\nmsgstr "Dzień."\n', encoding="utf-8")
    report = export(folder.exchange(), "eyes", "pl", "xliff", out, changed=True)
    assert not out.exists()
    assert exported(report, "out.xlf") == "out.xlf: not written, because every text is translated"


@pytest.mark.parametrize("style", FORMATS)
def test_a_job_tells_section_and_printed_values(folder, tmp_path, style):
    path = tmp_path / "out"
    text = sent(folder, path, style)
    if style == "xlsx":
        with zipfile.ZipFile(path) as book:
            text = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
    text = html.unescape(text).replace("\N{NO-BREAK SPACE}", " ")
    assert 'under "At home"' in text
    assert "6 hours" in text or style == "xlsx"
    assert "6 godzin" in text
    assert "Rest for two days." in text


def cells(data, change):
    """The sheet with the XML of its first part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            new.writestr(name, change(content) if name == "xl/worksheets/sheet1.xml" else content)
    return out.getvalue()


def test_a_formula_in_a_sheet_is_named_and_never_run(folder, tmp_path):
    path = tmp_path / "out.xlsx"
    sent(folder, path, "xlsx")
    formula = '<c r="D5" t="str"><f>HYPERLINK("http://example.org","x")</f><v>x</v></c>'
    changed = cells(path.read_bytes(), lambda xml: re.sub(r'<c r="D5".*?(?:/>|</c>)', formula, xml, count=1))
    path.write_bytes(changed)
    with pytest.raises(ReplyError, match="cell D5 holds a formula"):
        take(folder, path)
    assert folder.said == CATALOG


def test_a_number_where_words_are_due_is_named(folder, tmp_path):
    path = tmp_path / "out.xlsx"
    sent(folder, path, "xlsx")
    number = '<c r="D5"><v>44</v></c>'
    changed = cells(path.read_bytes(), lambda xml: re.sub(r'<c r="D5".*?(?:/>|</c>)', number, xml, count=1))
    path.write_bytes(changed)
    with pytest.raises(ReplyError, match="cell D5 holds a number"):
        take(folder, path)


@pytest.mark.parametrize("whole", [True, False])
def test_struck_out_words_are_no_translation(folder, tmp_path, whole):
    """Runs of a cell come joined: "Take 4 2 puffs" for a dose that somebody corrected."""
    openpyxl, rich = map(pytest.importorskip, ("openpyxl", "openpyxl.cell.rich_text"))
    path = tmp_path / "out.xlsx"
    sent(folder, path, "xlsx")
    book = openpyxl.load_workbook(path)
    headings = [cell.value.partition(" (")[0] for cell in book.worksheets[0][1]]
    source, cell = (book.worksheets[0].cell(5, headings.index(one) + 1) for one in (SOURCE, TEXT))
    source.font = openpyxl.styles.Font(strike=True)  # who ticks off rows so has changed no text
    struck = rich.InlineFont(strike=True)
    words = rich.TextBlock(struck, "cztery "), "dwa"
    cell.value = "cztery" if whole else rich.CellRichText(*words)
    cell.font = openpyxl.styles.Font(strike=whole)
    book.save(path)
    with pytest.raises(ReplyError, match=f"cell {cell.coordinate} holds struck-out words") as caught:
        take(folder, path)
    assert len(caught.value.faults) == 1
    assert folder.said == CATALOG


def test_a_translation_that_looks_like_a_formula_is_text(folder, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "out.xlsx"
    sent(folder, path, "xlsx")
    book = openpyxl.load_workbook(path)
    headings = [cell.value.partition(" (")[0] for cell in book.worksheets[0][1]]
    cell = next(row for row in book.worksheets[0].iter_rows() if row[2].value == "At home")[headings.index(TEXT)]
    cell.value = "=W domu"
    cell.data_type = "s"
    book.save(path)
    assert take(folder, path).written
    assert 'msgstr "=W domu"' in folder.said
    sent(folder, path, "xlsx", force=True)
    with zipfile.ZipFile(path) as file:
        assert "<f>" not in file.read("xl/worksheets/sheet1.xml").decode()
    assert take(folder, path).clean
