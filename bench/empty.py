"""How much of its text area each page leaves empty: ``python bench/empty.py DIST [leaflet]``, in a project's folder.

Measured on pictures of the pages: from the lowest ink above the rule of the running foot down to the end of the text
area, over its height. Files of the manifest are grouped by language and edition; the last line is the mean over all
pages, and how many pages that are not the last of their file are under half full.
"""

from __future__ import annotations

import argparse
import datetime
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from PIL import Image  # noqa: E402 - the checkout's own come after the path

from polyleaf.building.documents import Documents  # noqa: E402
from polyleaf.building.manifest import read_manifest  # noqa: E402
from polyleaf.model.artifact import State  # noqa: E402
from polyleaf.render.estimates import page_style  # noqa: E402
from polyleaf.source.reader import read_project  # noqa: E402
from polyleaf.workspace import Workspace  # noqa: E402

DPI = 40
INK = 160
"""Grey of 255 from which a pixel is ink: tints are none."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dist", type=Path)
    parser.add_argument("leaflet", nargs="?", default="vertebroplasty")
    wishes = parser.parse_args()
    project = read_project(Path.cwd())
    documents = Documents(Workspace(project, datetime.date.today()))  # noqa: DTZ011 - nothing depends on it
    empties: list[float] = []
    bodies: list[float] = []
    for artifact in read_manifest(wishes.dist)[0].values():
        if artifact.leaflet != wishes.leaflet or artifact.output != "accessible" or "bilingual" in artifact.path:
            continue
        document = documents.document(artifact.leaflet, artifact.locale, released=artifact.state is State.RELEASE)
        style = page_style(document, project.config.editions[artifact.edition])
        found = empty_shares(wishes.dist / artifact.path, style.top, style.text_height)
        empties += found
        bodies += found[:-1]
        shown = " ".join(f"{share:.0%}" for share in found)
        print(f"{artifact.locale:<8} {artifact.edition:<6} {len(found):>3} pages, {mean(found):5.1%} empty: {shown}")
    half = sum(share > 1 / 2 for share in bodies)
    print(f"{len(empties)} pages, {mean(empties):.1%} empty, {half} but the last of a file under half full")


def empty_shares(path: Path, top: float, height: float) -> list[float]:
    """The empty share of each page of a file; measures of its text area in mm."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(DPI), "-gray", str(path), f"{folder}/page"]
        subprocess.run(command, check=True)
        return [empty_share(Image.open(page), top, height) for page in sorted(Path(folder).iterdir())]


def empty_share(page: Image.Image, top: float, height: float) -> float:
    """The empty share of a page."""
    first, last = (round(place / 25.4 * DPI) for place in (top, top + height))
    area = page.crop((0, first, page.width, last)).point(lambda grey: 255 if grey < INK else 0)
    box = area.getbbox()
    return 1 - (box[3] if box else 0) / area.height


def mean(shares: list[float]) -> float:
    """Their mean."""
    return sum(shares) / len(shares) if shares else 0.0


if __name__ == "__main__":
    main()
