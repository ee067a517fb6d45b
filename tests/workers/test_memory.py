"""A bound for memory holds while the work runs, and not behind it."""

import sys

import pytest

from polyleaf.workers.memory import memory_limit

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much memory is taken")
LARGE = 64 * 2**20


def test_what_asks_for_more_gets_an_error_and_afterwards_all_is_as_before():
    with memory_limit(16 * 2**20), pytest.raises(MemoryError):
        bytearray(LARGE)
    assert len(bytearray(LARGE)) == LARGE


def test_what_stays_below_is_done():
    with memory_limit(2 * LARGE):
        assert len(bytearray(LARGE)) == LARGE
