"""From saving a leaflet to its changed picture in the browser: ``make bench-desk``.

A leaflet is looked at in four languages and two editions. The sentence under its title is changed; the clock
runs from the end of writing the file until a picture with the change is shown. Told are the first picture of the eight
and the last, and the processor time of a save: on a busy machine the clock says nothing. Needs Chromium.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from polyleaf.cli.main import run

LOCALES = "en_GB,pl,ar,ur"
EDITIONS = "clear,large"
WORDS = ("tea", "water", "milk", "juice", "coffee", "soup", "bread", "rice", "fruit", "salt", "sugar", "honey", "eggs")
SUMMARY = re.compile(r"^summary:.*$", re.MULTILINE)
WATCH = """() => { window.seen = {}; new MutationObserver((all) => all.forEach((one) => {
  const file = one.target.closest('.column'); if (one.attributeName !== 'data-changed' || !file) return;
  window.seen[file.dataset.locale + file.dataset.edition] ??= Date.now(); }))
  .observe(document.querySelector('#sheets'), { subtree: true, attributes: true }); }"""


def main() -> None:
    """Measure and print."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the tests import every benchmark

    parser = argparse.ArgumentParser()
    parser.add_argument("--saves", type=int, default=11)
    parser.add_argument("--leaflet", default="knee")
    parser.add_argument("--locales", default=LOCALES)
    parser.add_argument("--editions", default=EDITIONS)
    asked = parser.parse_args()
    locales, editions = asked.locales.split(","), asked.editions.split(",")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as engine:
        root = Path(name) / "project"
        run(["init", str(root)])
        run(["new", "knee", "-C", str(root)])
        command = [sys.executable, "cli.py", "serve", "-C", str(root), "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
            try:
                found = re.search(r"http://\S+", desk.stdout.readline() if desk.stdout else "")
                browser = engine.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
                page = browser.new_page(viewport={"width": 3000, "height": 900})
                files = "&".join([*(f"l={one}" for one in locales), *(f"e={one}" for one in editions)])
                page.goto(f"{found[0] if found else ''}preview/{asked.leaflet}?{files}")
                columns = len(locales) * len(editions)
                until(page, f"document.querySelectorAll('.column img').length >= {columns}")
                until(page, "document.querySelector('.live').textContent === 'As saved'")
                print("all files are built and shown", file=sys.stderr)
                time.sleep(5)
                before = processor_time(desk.pid)
                path = root / "leaflets" / asked.leaflet / "leaflet.md"
                first, last, worked = measured(page, path, asked.saves, columns, desk.pid)
                spent = (processor_time(desk.pid) - before) / (asked.saves + 1)
                browser.close()
            finally:
                desk.terminate()
    load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    print(f"{asked.leaflet}: {columns} files, {asked.saves} saves; {load}")
    shown = statistics.median(worked)
    print(f"processor time of the desk and its workers: {shown:.2f} s a save until the last picture,")
    print(f"{spent:.2f} s with the files and the reading back for the places")
    for what, times in (("first picture", first), ("last picture", last)):
        ordered = sorted(times)
        p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
        print(f"{what}: median {statistics.median(times):.2f} s, p95 {p95:.2f} s, fastest {ordered[0]:.2f} s")


def measured(page: object, path: Path, saves: int, columns: int, pid: int) -> tuple[list[float], ...]:
    """Seconds until the first and the last first page is shown anew, and processor time until then, for each save."""
    first, last, worked = [], [], []
    text = path.read_text(encoding="utf-8")
    page.evaluate(WATCH)  # type: ignore[attr-defined]
    for number in range(saves + 1):
        page.evaluate("window.seen = {}")  # type: ignore[attr-defined]
        sentence = f"Ask us whatever you like about {WORDS[number % 13]} and {WORDS[number // 13 % 13]}."
        changed = SUMMARY.sub(f"summary: {sentence}", text, count=1)  # a new one: nothing was ever laid out with it
        before = processor_time(pid)
        path.write_text(changed, encoding="utf-8")
        start = time.time()
        until(page, f"Object.keys(window.seen).length >= {columns}")
        worked.append(processor_time(pid) - before)
        seen = page.evaluate("Object.values(window.seen)")  # type: ignore[attr-defined]
        times = f"{min(seen) / 1000 - start:.2f} to {max(seen) / 1000 - start:.2f} s"
        print(f"save {number}: {times}, processor time {worked[-1]:.2f} s", file=sys.stderr)
        first.append(min(seen) / 1000 - start)
        last.append(max(seen) / 1000 - start)
        until(page, "document.querySelector('.live').textContent === 'As saved'")
        time.sleep(3)
    return first[1:], last[1:], worked[1:]


def processor_time(pid: int) -> float:
    """Seconds that a process and all below it have used."""
    parents, times = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except (OSError, UnicodeDecodeError):
            continue
        parents[int(folder.name)], times[int(folder.name)] = int(fields[1]), int(fields[11]) + int(fields[12])
    family = {pid}
    while more := {one for one, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(times.get(one, 0) for one in family) / os.sysconf("SC_CLK_TCK")


def until(page: object, condition: str) -> None:
    """Wait for something in the browser."""
    for _ in range(3000):
        if page.evaluate(condition):  # type: ignore[attr-defined]
            return
        time.sleep(0.05)
    raise TimeoutError(condition)


if __name__ == "__main__":
    main()
