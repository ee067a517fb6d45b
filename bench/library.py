"""A library of leaflets that is as it should be: how long a build takes to see that.

``python -m bench.library [leaflets] [locales] [--keep FOLDER]`` makes copies of a starter leaflet with their catalogs,
and fills ``dist/`` without laying anything out: the files are stand-ins, their lines in the manifest are right. Then
it builds with nothing remembered, with what the first build remembered, with one leaflet touched, and into an empty
``dist/`` with every file in the store.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import multiprocessing
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from bench.status import make_tree  # noqa: E402 - the checkout's own

from polyleaf.building.freshness import Inputs  # noqa: E402
from polyleaf.building.item import Item  # noqa: E402
from polyleaf.building.maker import Made  # noqa: E402
from polyleaf.building.manifest import write_manifest  # noqa: E402
from polyleaf.building.plan import BuildRequest, plan  # noqa: E402
from polyleaf.building.stored import Stored  # noqa: E402
from polyleaf.cache.store import LIMIT, own_store  # noqa: E402
from polyleaf.model.artifact import Artifact, State  # noqa: E402
from polyleaf.source.reader import read_project  # noqa: E402
from polyleaf.workspace import Workspace  # noqa: E402

_REPEATED = 1_500
"""Times: a stand-in is then as large as a leaflet, some 100 kB."""


def main() -> None:
    """Make the library and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("leaflets", nargs="?", type=int, default=1000)
    parser.add_argument("locales", nargs="?", type=int, default=20)
    parser.add_argument("--keep", type=Path)
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = wishes.keep or Path(folder) / "library"
        root.mkdir(parents=True, exist_ok=True)
        (root / ".cache").mkdir(exist_ok=True)
        os.environ["POLYLEAF_CACHE"] = str(root / ".cache")
        os.environ[LIMIT] = "20000"  # megabytes: all of them stay in the store
        if not (root / "dist").exists():
            make_tree(root, wishes.leaflets, wishes.locales - 1, "vertebroplasty-at-a-glance")
            for leaflet in (root / "leaflets").glob("*/leaflet.md"):
                text = leaflet.read_text(encoding="utf-8")
                leaflet.write_text(re.sub("(?m)^code:.*$", f"code: {leaflet.parent.name[-9:]}", text), encoding="utf-8")
            apart = multiprocessing.get_context("spawn").Process(target=fill, args=(root,))
            apart.start()  # what a process had in memory counts as that of those it starts
            apart.join()
        for what in ("nothing remembered", "unchanged", "unchanged"):
            seconds, megabytes, last = timed(root)
            print(f"{what}: {seconds:.2f} s, {megabytes:.0f} MB at most; {last}", flush=True)
        touched = next((root / "leaflets").iterdir()) / "leaflet.md"
        touched.touch()
        seconds, megabytes, last = timed(root)
        print(f"one leaflet saved again as it was: {seconds:.2f} s, {megabytes:.0f} MB at most; {last}")
        clones(root)


def clones(root: Path) -> None:
    """Empty ``dist/`` of a library whose files are in the store, and build: every one is taken from there."""
    shutil.rmtree(root / "dist")
    seconds, megabytes, last = timed(root)
    print(f"a fresh clone, all from the store: {seconds:.2f} s, {megabytes:.0f} MB at most; {last}")


def fill(root: Path) -> None:
    """Stand-ins for all built files, and the manifest that says they are current."""
    workspace = Workspace(read_project(root), datetime.datetime.now().astimezone().date())
    out, inputs = root / "dist", Inputs(workspace)
    items = plan(workspace.project, BuildRequest(out))
    out.mkdir()
    made = {item: _stand_in(out, item, inputs) for item in items}
    write_manifest(out, made.values())
    store = Stored(own_store(), {item: one.inputs for item, one in made.items()}, State.DRAFT)
    with store:
        for item, one in made.items():
            known = Made(one.pages, one.sha256, (), one.validated, one.print_code, one.page, files={"": one.sha256})
            store.keep(item, known, None, f"dist/{item.path}", out / item.path)


def _stand_in(out: Path, item: Item, inputs: Inputs) -> Artifact:
    path, data = out / item.path, f"%PDF of {item.path}".encode() * _REPEATED
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return Artifact(
        path=item.path,
        leaflet=item.leaflet,
        version="1.0",
        locale=item.locale,
        edition=item.edition,
        output=item.kind,
        pages=1,
        sha256=hashlib.sha256(data).hexdigest(),
        inputs=inputs.digest(item, State.DRAFT),
        state=State.DRAFT,
        print_code="0" * 16,
        page="0" * 64,
        validated="page-validation 0.11.0 pdf/ua-1: pass",
    )


def timed(root: Path) -> tuple[float, float, str]:
    """Seconds, most memory in MB, and the line of the summary of one build in a process of its own."""
    told = root / ".cache" / "told"
    start = time.monotonic()
    arguments = [sys.executable, str(ROOT / "cli.py"), "build", "-C", str(root)]
    actions = [(os.POSIX_SPAWN_OPEN, 1, str(told), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
    process = os.posix_spawn(sys.executable, arguments, os.environ, file_actions=actions)
    _, _, used = os.wait4(process, 0)
    seconds = time.monotonic() - start
    return seconds, used.ru_maxrss / 1024, next(_summary(told.read_text(encoding="utf-8")), "no summary")


def _summary(told: str) -> Iterator[str]:
    yield from (line for line in told.splitlines() if " unchanged, " in line)


if __name__ == "__main__":
    main()
