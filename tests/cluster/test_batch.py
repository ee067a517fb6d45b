"""A batch is carried out with nothing but its own bytes, and each order comes back, however it ended."""

import pickle
from dataclasses import replace

import pytest
from tests.cluster.work import Copy, conditions, copy

from polyleaf.cluster.batch import PROCESSES, Refused, carry_out_batch, differences, packed
from polyleaf.workers.worker import Failure


@pytest.fixture
def batch(tmp_path, monkeypatch):
    monkeypatch.setenv(PROCESSES, "1")
    here = tmp_path / "here"
    here.mkdir()
    tricks = ("", "crash", "raise", "hang", "")
    for number in range(len(tricks)):
        (here / f"{number}.txt").write_text(f"words {number}")
    orders = [Copy(here / f"{n}.txt", here / "out" / f"{n}.pdf", trick) for n, trick in enumerate(tricks)]
    made = packed(orders, function=copy, expected=conditions(), conditions=conditions, seconds=1.0, if_slow="Wait.")
    sent = pickle.dumps(made)
    for file in here.iterdir():
        file.unlink()
    return pickle.loads(sent)  # noqa: S301 - our own bytes


def test_the_bad_cost_themselves_alone(batch, tmp_path):
    there = tmp_path / "there"
    there.mkdir()
    done = {one.number: one for one in carry_out_batch(batch, there)}
    assert sorted(done) == [0, 1, 2, 3, 4]
    for number in (0, 4):
        assert [data for _, data in done[number].files.values()] == [f"words {number}"[::-1].encode()]
        assert list(done[number].files) == [batch.orders[number].target], "the place on the machine that asked"
        assert done[number].result == done[number].files[batch.orders[number].target][0]
    assert all(isinstance(done[number].result, Failure) for number in (1, 2, 3))
    assert "died" in done[1].result.message
    assert "not done after 1 seconds" in done[3].result.message
    assert not list(there.iterdir()), "nothing is left"


def test_bytes_that_changed_on_the_way_are_not_used(batch, tmp_path):
    harmed = {sha256: data + b"!" for sha256, data in batch.contents.items()}
    with pytest.raises(ValueError, match="did not arrive as it was sent"):
        carry_out_batch(replace(batch, contents=harmed), tmp_path)


def test_another_machine_says_what_is_different(batch, tmp_path):
    found = carry_out_batch(replace(batch, expected={"polyleaf": "2", "font A": "x"}), tmp_path)
    assert found == Refused(("font A is missing there and x here", "polyleaf is 1 there and 2 here"))
    assert differences({}, {}) == ()
