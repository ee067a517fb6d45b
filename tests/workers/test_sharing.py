"""Work that is shared with copies of this process."""

import os
import threading

import pytest

from polyleaf.workers import sharing
from polyleaf.workers.sharing import shared

HERE = os.getpid()


@pytest.fixture
def copied(monkeypatch):
    """The processes of pytest's own plugins have threads."""
    monkeypatch.setattr(sharing, "can_be_copied", lambda: True)


@pytest.mark.usefixtures("copied")
def test_results_come_in_order_from_several_processes():
    found = shared(lambda n: (n, os.getpid()), range(7), 3)
    assert [n for n, _ in found] == [*range(7)]
    assert len({process for _, process in found}) == 3


def test_one_process_is_enough():
    assert set(shared(lambda _: os.getpid(), range(3), 1)) == {HERE}
    assert shared(str, (), 4) == []


@pytest.mark.usefixtures("copied")
def test_what_a_copy_owes_is_worked_out_here():
    def dies(n):
        if n == 3 and os.getpid() != HERE:
            os._exit(9)
        return n

    assert shared(dies, range(6), 2) == [*range(6)]


@pytest.mark.usefixtures("copied")
def test_an_error_is_the_functions_own():
    def fails(n):
        return 1 / (n - 1)

    with pytest.raises(ZeroDivisionError):
        shared(fails, range(4), 2)


def test_a_process_with_threads_is_not_copied():
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert set(shared(lambda _: os.getpid(), range(3), 3)) == {HERE}
    finally:
        done.set()
        other.join()
