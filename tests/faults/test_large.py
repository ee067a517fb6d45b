"""What is very large builds, or is refused in words; a worker that stands still costs its order alone."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image
from tests.projects.folder import Clinic

from polyleaf.workers.pool import run_orders
from polyleaf.workers.worker import Failure

ROOT = Path(__file__).parents[2]


def stops(order):
    """An order for a worker: it stops, as with Ctrl-Z, and nobody lets it go on."""
    if order == "stop":
        os.kill(os.getpid(), signal.SIGSTOP)
    return order


@pytest.mark.slow
def test_a_worker_that_was_stopped_costs_its_order_alone():
    orders = ["a", "stop", "b", "c", "stop", "d"]
    found = dict(enumerate(run_orders(stops, orders, 2, seconds=3.0)))
    assert sorted(order for order, result in found.values() if order == result) == ["a", "b", "c", "d"]
    lost = [result for order, result in found.values() if order == "stop"]
    assert [isinstance(one, Failure) and "after 3 seconds" in one.message for one in lost] == [True, True]


def built(clinic, *leaflets):
    """Build in a process of its own; give its exit status, what it said, and the most memory of it or a child in MB."""
    command = [sys.executable, ROOT / "cli.py", "build", *leaflets, "-l", "en_GB", "-C", clinic.root, "-j", "1"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert "Traceback" not in done.stdout + done.stderr
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return done.returncode, done.stdout + done.stderr, max(before, most) / 1024


def leaflet(clinic, name, body):
    head = clinic.path("eyes").read_text(encoding="utf-8").partition("\n---\n")[0]
    lines = [line for line in head.splitlines() if line.partition(":")[0] in ("title", "version", "published", "owner")]
    front = "\n".join(["---", *lines, "review_by: 2099-01-01", f"code: {name}", "contacts: [ward]", "---"])
    clinic.write(f"leaflets/{name}/leaflet.md", f"{front}\n## Before you come\n\n{body}\n")


@pytest.fixture
def clinic(tmp_path):
    return Clinic(tmp_path / "clinic")


@pytest.mark.slow
def test_a_table_of_two_thousand_rows(clinic):
    rows = "\n".join(f"| Medicine {number} | Take it in the morning. |" for number in range(2_000))
    leaflet(clinic, "long", f"| Medicine | What to do |\n|---|---|\n{rows}")
    code, said, _ = built(clinic, "long")
    assert code == 0, said
    assert "built long/" in said


@pytest.mark.slow
def test_a_picture_of_seven_thousand_pixels(clinic):
    (clinic.root / "leaflets/wide/images").mkdir(parents=True)
    Image.effect_noise((7_000, 7_000), 40).convert("RGB").save(clinic.root / "leaflets/wide/images/a.png")
    leaflet(clinic, "wide", ":::{figure} images/a.png\n:alt: Noise\nNoise\n:::")
    code, said, most = built(clinic, "wide")
    assert code in (0, 1), said
    assert "built wide/" in said or "a.png" in said, said
    assert most < 2_500


@pytest.mark.slow
def test_a_leaflet_of_five_megabytes(clinic):
    leaflet(clinic, "book", "Take your medicine in the morning, with water.\n\n" * 110_000)
    start = time.monotonic()
    code, said, most = built(clinic, "book")
    assert code in (0, 1), said
    assert "book" in said
    assert most < 2_500
    assert time.monotonic() - start < 500
