import datetime
from functools import lru_cache

import pytest

from polyleaf.importing.bringing import Reading, brought, finished
from polyleaf.importing.word.changes import Changes
from polyleaf.importing.word.document import read_word
from polyleaf.locales.table import language
from polyleaf.model.document import Phrases

TODAY = datetime.date(2027, 5, 3)


def reading(changes=Changes.ACCEPT):
    english = language("en_GB")
    return Reading(Phrases(english, english, {}), "latn", changes)


@lru_cache(maxsize=128)
def brought_in(data, changes=Changes.ACCEPT, take=False):
    how = reading(changes)
    made = brought(read_word(data, "file.docx", changes), "the-file", how, "NEW-001")
    return made, finished(made, made.proposals if take else (), TODAY)


@pytest.fixture
def bring():
    """The leaflet that a Word file becomes, and what was said of it."""
    return brought_in


LOST = "were not found again"
"""What is told of words of a document that the leaflet does not have."""


def assert_shown_or_told(bring, data, parts, told):
    """Every part of a document's text is in the leaflet, all else is told, and nothing is lost."""
    _, leaflet = bring(data)
    for part in parts:
        assert part in leaflet.text
    for words in told:
        assert any(words in one.what for one in leaflet.notices)
    assert LOST not in leaflet.text
