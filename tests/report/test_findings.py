"""Findings as words for people and as JSON, which scripts rely on."""

import json
from dataclasses import replace

from polyleaf.model.finding import Fault, Finding, Location, Severity
from polyleaf.report.findings import counted, finding_lines, findings_json, shown

ERROR = Finding(
    "translation/number-mismatch",
    Severity.ERROR,
    Fault("6 is missing: „sześć”", Location("translations/pl/LC_MESSAGES/a.po", 12, locale="pl"), "Write {six}"),
)
PAGE = Finding("pdf/missing-glyph", Severity.WARNING, Fault("a box", Location("dist/a.pdf", page=3, locale="ur")))
NOTE = Finding("engine/waiver-unused", Severity.NOTE, Fault("idle", Location("")))


def test_json_has_every_field_and_null_for_what_is_not_there():
    rows = json.loads(findings_json([ERROR, PAGE, NOTE]))["findings"]
    assert rows[0] == {
        "check": "translation/number-mismatch",
        "severity": "error",
        "path": "translations/pl/LC_MESSAGES/a.po",
        "line": 12,
        "page": None,
        "locale": "pl",
        "message": "6 is missing: „sześć”",
        "hint": "Write {six}",
        "prints": [],
    }
    assert (rows[1]["line"], rows[1]["page"], rows[1]["hint"]) == (None, 3, None)
    assert rows[2]["path"] is None
    assert json.loads(findings_json([])) == {"findings": []}


def test_lines_name_place_weight_check_and_way_out():
    assert finding_lines(ERROR) == [
        "translations/pl/LC_MESSAGES/a.po:12: error: 6 is missing: „sześć” [translation/number-mismatch]",
        "    -> Write {six}",
    ]
    assert finding_lines(PAGE) == ["dist/a.pdf page 3 (ur): warning: a box [pdf/missing-glyph]"]
    origin = Location("leaflets/a/leaflet.md", 7)
    traced = Finding(PAGE.check, PAGE.severity, replace(PAGE.fault, origin=origin))
    assert finding_lines(traced) == ["leaflets/a/leaflet.md:7: warning: a box (page 3 of a.pdf) [pdf/missing-glyph]"]
    assert finding_lines(NOTE) == ["note: idle [engine/waiver-unused]"]


def test_counts():
    assert counted([ERROR, PAGE, PAGE, NOTE]) == "1 error, 2 warnings, 1 note"
    assert counted([]) == "no findings"
    assert shown([ERROR, NOTE], verbose=False) == [ERROR]
    assert shown([ERROR, NOTE], verbose=True) == [ERROR, NOTE]
