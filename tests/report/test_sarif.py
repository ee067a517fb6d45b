"""Findings as SARIF 2.1.0: rules once, results with level and place."""

import json

from hypothesis import given
from hypothesis import strategies as st

from polyleaf.checks.registry import find
from polyleaf.model.finding import Fault, Finding, Location, Severity
from polyleaf.report.sarif import findings_sarif

CATALOG = Location("translations/pl/LC_MESSAGES/a b.po", 3, None, "pl")
LINE = Finding("translation/missing", Severity.ERROR, Fault("No Polish yet", CATALOG, "Do it"))
PAGE = Finding("page/line-too-long", Severity.WARNING, Fault("Long", Location("dist/a.pdf", page=4, locale="ur")))
ENGINE = Finding("engine/layout-complaint", Severity.NOTE, Fault("Hm", Location("")))


def run_of(*findings):
    log = json.loads(findings_sarif(findings))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (only,) = log["runs"]
    return only


def test_rules_once_and_results_point_at_them() -> None:
    run = run_of(LINE, PAGE, LINE, ENGINE)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["translation/missing", "page/line-too-long", "engine/layout-complaint"]
    assert rules[1]["fullDescription"]["text"] == find("page/line-too-long").rationale
    assert rules[1]["defaultConfiguration"]["level"] == "warning"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_line_is_a_region() -> None:
    (result,) = run_of(LINE)["results"]
    assert result["level"] == "error"
    assert result["message"]["text"] == "No Polish yet\nDo it"
    assert result["properties"] == {"locale": "pl"}
    (place,) = result["locations"]
    assert place == {
        "physicalLocation": {
            "artifactLocation": {"uri": "translations/pl/LC_MESSAGES/a%20b.po"},
            "region": {"startLine": 3},
        }
    }


def test_a_page_is_named() -> None:
    (result,) = run_of(PAGE)["results"]
    assert result["message"]["text"] == "Page 4: Long"
    (place,) = result["locations"]
    assert place["logicalLocations"] == [{"name": "page 4", "kind": "page"}]
    assert "region" not in place["physicalLocation"]


def test_no_place_and_no_findings() -> None:
    assert "locations" not in run_of(ENGINE)["results"][0]
    assert run_of()["results"] == []


@given(st.text(max_size=40), st.text(max_size=40), st.integers(-5, 5) | st.none())
def test_any_finding_can_be_told(path, message, line) -> None:
    run_of(Finding("x/y", Severity.NOTE, Fault(message, Location(path, line))))
