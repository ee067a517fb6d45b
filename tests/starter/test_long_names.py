"""Names and codes as long as hospitals have them: no finding, in either direction."""

import pytest
from tests.starter.page_findings import page_findings

LEAFLET = "vertebroplasty-at-a-glance"
LONG = {
    "organisation": "Northfield Teaching Hospitals Foundation Trust",
    "code": "ORTHO-2026-1178-GLANCE",
    "owner": "Department of Interventional Radiology and Spinal Surgery",
}


@pytest.mark.parametrize(
    ("locale", "edition"),
    [
        ("ar", "large"),
        *(
            pytest.param(locale, edition, marks=pytest.mark.slow)
            for locale, edition in (
                ("en_GB", "clear"),
                ("en_GB", "giant"),
                ("ar", "giant"),
                ("fa", "giant"),
                ("ur", "giant"),
                ("so", "large"),
            )
        ),
    ],
)
def test_a_long_name_stands_above_and_a_long_code_below(locale, edition, tmp_path) -> None:
    found = page_findings(LEAFLET, locale, edition, tmp_path, **LONG)
    assert [one for one in found if not one.startswith("page/more-than-a-sheet")] == []
