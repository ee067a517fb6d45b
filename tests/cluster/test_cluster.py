"""Real Dask on this machine: a scheduler and two workers, some of which are killed."""

import datetime
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.cluster.work import Copy, conditions, copy, others

from polyleaf.building.build import build
from polyleaf.building.manifest import read_manifest
from polyleaf.building.plan import BuildRequest
from polyleaf.errors import MachineError
from polyleaf.workers.worker import Failure
from polyleaf.workspace import Workspace

distributed = pytest.importorskip("distributed")
client = pytest.importorskip("polyleaf.cluster.client")

SCHEDULER = {
    "n_workers": 0,
    "processes": False,
    "protocol": "tcp",
    "host": "127.0.0.1",
    "dashboard_address": "127.0.0.1:0",
}
ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2027, 1, 1)

pytestmark = pytest.mark.slow


class Watcher:
    def __init__(self):
        self.notes = []
        self.built = []

    def found(self, findings): ...
    def started(self, total, unchanged): ...
    def finished(self, outcome, findings):
        self.built.append(outcome)

    def refused(self, failed): ...
    def note(self, text):
        self.notes.append(text)


@contextmanager
def helpers(address, folder, count=2):
    """``polyleaf worker`` as people start it."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))}
    command = [sys.executable, str(ROOT / "cli.py"), "worker", address, "-j", "1", "--folder", str(folder)]
    running = [
        subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(count)
    ]
    try:
        yield running
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(20)


@pytest.fixture(scope="module")
def scheduler():
    with distributed.LocalCluster(**SCHEDULER) as cluster:
        yield cluster.scheduler_address


@pytest.fixture(scope="module")
def cluster(scheduler, tmp_path_factory):
    with helpers(scheduler, tmp_path_factory.mktemp("there")) as running:
        with distributed.Client(scheduler) as caller:
            caller.wait_for_workers(2, timeout=60)
        yield scheduler, running


def orders_in(folder, tricks):
    folder.mkdir()
    for number in range(len(tricks)):
        (folder / f"{number}.txt").write_text(f"words {number}")
    return [Copy(folder / f"{n}.txt", folder / "out" / f"{n}.pdf", trick) for n, trick in enumerate(tricks)]


def carried_out(address, orders, **more):
    notes = []
    settings = {"conditions": conditions, "seconds": 2.0, "note": notes.append, **more}
    found = list(client.run_on_cluster(address, copy, orders, settings.pop("conditions"), **settings))
    assert sorted(order.target for order, _ in found) == sorted(order.target for order in orders), "each exactly once"
    return dict(found), notes


def test_the_same_bytes_as_here(cluster, folder):
    here = build(Workspace(folder.read(), TODAY), BuildRequest(folder.out, ("eyes",), editions=("clear",)), Watcher())
    before = {path.name: path.read_bytes() for path in folder.out.rglob("*.pdf")}
    for path in folder.out.rglob("*"):
        if path.is_file():
            path.unlink()
    request = BuildRequest(folder.out, ("eyes",), editions=("clear",), scheduler=cluster[0])
    watcher = Watcher()
    there = build(Workspace(folder.read(), TODAY), request, watcher)
    assert not there.failed, there.failed
    assert {path.name: path.read_bytes() for path in folder.out.rglob("*.pdf")} == before
    assert here.built == there.built
    assert sorted(read_manifest(folder.out)[0]) == [artifact.path for artifact in there.built]


def test_endless_and_crashing_orders_cost_themselves_alone(cluster, tmp_path):
    tricks = ["" if number % 20 else ("hang", "crash", "raise")[number // 20 % 3] for number in range(120)]
    orders = orders_in(tmp_path / "here", tricks)
    found, _ = carried_out(cluster[0], orders)
    bad = [order for order in orders if isinstance(found[order], Failure)]
    assert bad == [order for order in orders if order.trick]
    for number, order in enumerate(orders):
        assert order.trick or order.target.read_text() == f"words {number}"[::-1]


def test_killed_machines_lose_no_order(cluster, tmp_path):
    address, _ = cluster
    orders = orders_in(tmp_path / "here", [""] * 200)
    killed = []

    def kill():
        with distributed.Client(address) as caller:
            pids = caller.run(os.getpid)
            victim = next(iter(pids.values()))
            killed.append(victim)
            os.kill(victim, signal.SIGKILL)

    found = {}
    for number, (order, result) in enumerate(
        client.run_on_cluster(address, copy, orders, conditions, seconds=20.0, note=lambda _: None)
    ):
        found[order] = result
        if number in (0, 40, 80):
            kill()
    assert len(killed) == 3
    assert len(found) == 200
    assert not [order for order, result in found.items() if isinstance(result, Failure)]
    assert all(order.target.read_text() == f"words {number}"[::-1] for number, order in enumerate(orders))


def test_a_machine_that_is_another_is_refused_with_the_difference(cluster, tmp_path, monkeypatch):
    monkeypatch.setenv("POLYLEAF_TEST_HERE", str(os.getpid()))
    with pytest.raises(MachineError, match="polyleaf is 2 there and 1 here"):
        carried_out(cluster[0], orders_in(tmp_path / "here", [""]), conditions=others)


def test_no_scheduler_and_no_worker_are_told(scheduler, tmp_path, monkeypatch):
    monkeypatch.setattr(client, "_CONNECT", 1.0)
    with pytest.raises(MachineError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9"):
        carried_out("tcp://127.0.0.1:9", orders_in(tmp_path / "here", [""]))
    empty = distributed.LocalCluster(**SCHEDULER)
    with empty, pytest.raises(MachineError, match="has no workers"):
        carried_out(empty.scheduler_address, orders_in(tmp_path / "there", [""]))


def test_ctrl_c_ends_it_and_leaves_the_cluster_fit(cluster, tmp_path):
    orders = orders_in(tmp_path / "here", [""] * 60)
    running = client.run_on_cluster(cluster[0], copy, orders, conditions, note=lambda _: None)
    next(running)
    running.close()
    again, _ = carried_out(cluster[0], orders)
    assert not [result for result in again.values() if isinstance(result, Failure)]


def test_it_costs_little(cluster, tmp_path):
    orders = orders_in(tmp_path / "here", [""] * 1_000)
    start = time.monotonic()
    carried_out(cluster[0], orders, seconds=20.0)
    assert time.monotonic() - start < 60, "some milliseconds an order, even beside other work"


ASKS = """
import sys
sys.path[:0] = sys.argv[1:3]
from pathlib import Path
from polyleaf.cluster.client import run_on_cluster
from tests.cluster.work import Copy, conditions, copy
here = Path(sys.argv[4])
orders = [Copy(path, here / "out" / f"{path.stem}.pdf", "") for path in sorted(here.glob("*.txt"))]
for _ in run_on_cluster(sys.argv[3], copy, orders, conditions, seconds=2.0, note=print):
    pass
"""


def test_fifty_kills_of_the_one_who_asks_leave_the_cluster_fit_and_files_whole(cluster, tmp_path):
    orders = orders_in(tmp_path / "here", [""] * 40)
    call = [sys.executable, "-c", ASKS, str(ROOT / "src"), str(ROOT), cluster[0], str(tmp_path / "here")]
    chance = random.Random(5)  # noqa: S311 - moments are no secrets
    for _ in range(50):
        asking = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(chance.uniform(0.2, 2.5))
        asking.kill()
        asking.wait()
        for order in orders:
            if order.target.exists():
                assert order.target.read_text() == order.source.read_text()[::-1]
    found, _ = carried_out(cluster[0], orders, seconds=30.0)
    assert not [one for one in found.values() if isinstance(one, Failure)]
