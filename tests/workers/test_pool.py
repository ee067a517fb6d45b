"""Every order gets exactly one answer, whatever becomes of the workers."""

import fcntl
import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from contextlib import closing, suppress
from multiprocessing import forkserver
from pathlib import Path

import pytest
from tests.workers import tricks
from tests.workers.tricks import double, misbehave

from polyleaf.errors import ExitCode, UsageError
from polyleaf.workers import forkserver as birth
from polyleaf.workers.crew import Crew
from polyleaf.workers.pool import run_orders
from polyleaf.workers.worker import Failure

ROOT = Path(__file__).parents[2]


def answers(function, orders, jobs=2, **options):
    with closing(run_orders(function, orders, jobs, **options)) as results:
        return list(results)


@pytest.mark.parametrize(("count", "jobs"), [(0, 2), (1, 2), (2, 2), (9, 1), (9, 2), (3, 8)])
def test_every_order_is_answered_once(count, jobs):
    orders = list(range(count))
    found = answers(double, orders, jobs)
    assert sorted(found) == [(order, order * 2) for order in orders]


@pytest.mark.parametrize("jobs", [1, 2])
def test_orders_that_come_one_by_one_are_begun_before_the_last_is_written(jobs):
    written = []

    def orders():
        for number in range(20):
            written.append(number)
            yield number

    with closing(run_orders(double, orders(), jobs, at_most=20)) as results:
        first = next(results)
        assert len(written) <= 3 * jobs
        assert sorted([first, *results]) == [(number, number * 2) for number in range(20)]


def test_orders_that_cannot_be_written_stop_the_work():
    def orders():
        yield from range(4)
        raise UsageError("no such thing")

    with pytest.raises(UsageError, match="no such thing"):
        answers(double, orders(), at_most=9)


def test_a_death_costs_one_order(tmp_path):
    tricks = ["a", "exit", "b", "kill", "die once", "c", "raise", "refuse", "no pickle", "d"]
    found = {trick: answer for (trick, _), answer in answers(misbehave, [(trick, str(tmp_path)) for trick in tricks])}

    assert len(found) == len(tricks)
    for fine in ("a", "b", "c", "d", "die once"):
        assert found[fine] == f"{fine} done"
    assert "exit status 7" in found["exit"].message
    assert "SIGKILL" in found["kill"].message
    assert "ValueError: a number too many" in found["raise"].message
    assert "tricks.py" in found["raise"].detail
    assert found["refuse"] == Failure("no such thing", "Take another.", exit_code=ExitCode.USAGE)
    assert "cannot be sent" in found["no pickle"].message
    assert len((tmp_path / "kill.tries").read_text().split()) == 2
    assert len((tmp_path / "raise.tries").read_text().split()) == 1


def test_an_order_that_does_not_pickle_fails_alone():
    orders = [1, threading.Lock(), 2, 3]
    found = answers(double, orders)
    assert sorted(answer for _, answer in found if not isinstance(answer, Failure)) == [2, 4, 6]
    assert sum(isinstance(answer, Failure) for _, answer in found) == 1


def test_a_hanging_worker_is_stopped_at_the_time_limit(tmp_path):
    orders = [(trick, str(tmp_path)) for trick in ("hang", "a", "b", "c")]
    found = {trick: answer for (trick, _), answer in answers(misbehave, orders, seconds=2.0)}
    assert "not done after 2 seconds" in found["hang"].message
    assert found["c"] == "c done"
    assert gone((tmp_path / "hang.tries").read_text())


def test_work_in_this_process_has_the_same_limit(tmp_path):
    before = signal.getsignal(signal.SIGALRM)
    orders = [("hang", str(tmp_path)), ("a", str(tmp_path))]
    (_, hung), (_, fine) = answers(misbehave, orders, jobs=1, seconds=0.3, if_slow="Look at the style sheet.")
    assert hung == Failure("it was not done after 0 seconds and was stopped", "Look at the style sheet.")
    assert fine == "a done"
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_work_in_this_process_leaves_the_search_for_garbage_as_it_was():
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    ring = weakref.ref(found := Ring())
    del found
    assert answers(seldom, [1, 2], 1) == [(1, True), (2, True)]
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, frozen)
    gc.collect()
    assert ring() is None, "what was garbage before is found"


class Ring:
    def __init__(self):
        self.itself = self


def seldom(_):
    return gc.get_threshold()[0] > 10_000 and gc.get_freeze_count() > 0


def test_leaving_early_stops_the_workers(tmp_path):
    orders = [(trick, str(tmp_path)) for trick in ("a", "hang", "b", "slow")]
    with closing(run_orders(misbehave, orders, 2)) as results:
        next(results)
        until((tmp_path / "hang.tries").exists)
        start = time.monotonic()
    assert time.monotonic() - start < 3
    assert gone((tmp_path / "hang.tries").read_text())


PROGRAM = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests run in the background
sys.path[:0] = [{root!r}, {source!r}]
from contextlib import closing
from polyleaf.workers.pool import run_orders
from polyleaf.errors import ExitCode, UsageError
from tests.workers.tricks import misbehave
if __name__ == "__main__":
    try:
        with closing(run_orders(misbehave, [(t, {folder!r}) for t in ("hang", "hang ", "hang  ")], 2)) as results:
            list(results)
    except KeyboardInterrupt:
        sys.exit(130)
"""


@pytest.fixture
def stuck_program(tmp_path):
    """A program whose workers hang, in a process group of its own, as a shell would start it."""
    program = tmp_path / "program.py"
    program.write_text(
        PROGRAM.format(root=str(ROOT), source=str(ROOT / "src"), folder=str(tmp_path))
        .replace('"hang "', '"hang"')
        .replace('"hang  "', '"hang"')
    )
    with subprocess.Popen(
        [sys.executable, str(program)], start_new_session=True, stderr=subprocess.PIPE, text=True
    ) as process:
        until(lambda: len(pids(tmp_path)) == 2)
        yield process
        process.kill()


def test_ctrl_c_ends_all_at_once_and_quietly(stuck_program, tmp_path):
    os.killpg(stuck_program.pid, signal.SIGINT)
    assert stuck_program.wait(5) == 130
    assert stuck_program.stderr.read() == ""
    assert gone((tmp_path / "hang.tries").read_text())


def test_no_orphans_when_the_parent_is_killed(stuck_program, tmp_path):
    stuck_program.kill()
    assert stuck_program.wait(5) == -signal.SIGKILL
    assert gone((tmp_path / "hang.tries").read_text())


def pids(folder):
    notes = folder / "hang.tries"
    return notes.read_text().split() if notes.exists() else []


def gone(noted):
    """Whether the processes of these ids end within some seconds."""
    return all(until(lambda pid=pid: not Path(f"/proc/{pid}").exists() or zombie(pid)) for pid in noted.split())


def zombie(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def until(condition, seconds=15.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    raise AssertionError("it did not come about")


def test_a_killed_fork_server_costs_a_restart():
    """Killed while it loads its modules, and again when it gives birth."""
    done, killed = [], set()

    def kill():
        while len(killed) < 2 and len(done) != 6:
            pid = forkserver._forkserver._forkserver_pid
            if pid and pid not in killed:
                killed.add(pid)
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            time.sleep(0.02)

    forkserver._forkserver._stop()
    killer = threading.Thread(target=kill)
    killer.start()
    with closing(run_orders(tricks.slow_double, list(range(6)), 2, preload=("json",))) as results:
        for order, result in results:
            done.append((order, result))
    killer.join()
    assert sorted(done) == [(number, 2 * number) for number in range(6)]
    assert len(killed) == 2


def test_sockets_of_a_killed_build_are_cleared_away_by_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    config = multiprocessing.process.current_process()._config
    monkeypatch.setitem(config, "tempdir", None)
    left, alive = tmp_path / "polyleaf-sockets-left", tmp_path / "polyleaf-sockets-alive"
    for folder in (left, alive):
        folder.mkdir()
        (folder / "listener").write_text("")
    lock = os.open(alive, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_SH)
    birth._own_folder()
    os.close(lock)
    mine = Path(config["tempdir"])
    assert sorted(tmp_path.iterdir()) == sorted((alive, mine))


def test_who_is_left_in_the_middle_stays_and_what_comes_of_it_is_thrown_away(tmp_path):
    with Crew(misbehave) as crew:
        answers(misbehave, [(trick, str(tmp_path)) for trick in ("a", "b")], crew=crew)
        before = {worker.process.pid for worker in crew.workers}
        with closing(run_orders(misbehave, [(t, str(tmp_path)) for t in ("slow", "c", "d")], 2, crew=crew)) as results:
            next(results)
        found = answers(misbehave, [(trick, str(tmp_path)) for trick in ("e", "f", "g")], crew=crew)
        assert sorted(answer for _, answer in found) == ["e done", "f done", "g done"]
        assert {worker.process.pid for worker in crew.workers} == before


def test_who_hangs_at_what_nobody_waits_for_costs_the_next_order_nothing(tmp_path):
    with Crew(misbehave) as crew:
        orders = [("hang", str(tmp_path)), ("a", str(tmp_path))]
        with closing(run_orders(misbehave, orders, 2, seconds=1.0, crew=crew)) as results:
            next(results)
        found = answers(misbehave, [(trick, str(tmp_path)) for trick in ("b", "c")], seconds=1.0, crew=crew)
        assert sorted(answer for _, answer in found) == ["b done", "c done"]
