"""Every theme passes every check of the page in every language of the starter, and at the largest size."""

import pytest
from tests.starter.page_findings import PROJECT, page_findings

from polyleaf.model.look import THEMES

LEAFLET = "vertebroplasty"
LOOKS = [name for name in THEMES if THEMES[name].look != PROJECT.config.look]
LOCALES, EDITIONS = PROJECT.config.locales, PROJECT.config.editions
ALL = [(name, locale, edition) for name in LOOKS for locale in LOCALES for edition in EDITIONS]


def findings(theme, locale, edition, tmp_path):
    return page_findings(LEAFLET, locale, edition, tmp_path, look=THEMES[theme].look)


@pytest.mark.slow
@pytest.mark.parametrize(("theme", "locale", "edition"), ALL)
def test_every_theme_passes_every_check_in_every_language(theme, locale, edition, tmp_path):
    told = findings(theme, locale, edition, tmp_path)
    own = next(name for name in THEMES if name not in LOOKS)
    # A table that is too wide for its page is one in every look.
    assert not told or set(told) <= set(findings(own, locale, edition, tmp_path))
