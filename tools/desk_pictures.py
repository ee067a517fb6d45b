"""Makes the pictures of the desk for the README and docs/officers.md: ``make desk-pictures``.

Needs Chromium and Playwright. The project is a new one, as ``polyleaf init`` makes it.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
LEAFLET = "vertebroplasty-at-a-glance"
COLOURS = 48
READY = "[...document.querySelectorAll('.column')].every((one) => one.querySelector('a.spot'))"


def main(folder: Path) -> None:
    """Opens the desk on a new project and takes its pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as engine:
        project = Path(name) / "my-leaflets"
        program = [sys.executable, str(ROOT / "cli.py")]
        subprocess.run([*program, "init", str(project)], check=True)
        _change(project)
        command = [*program, "serve", "-C", str(project), "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
            found = re.search(r"http://\S+", desk.stdout.readline() if desk.stdout else "")
            browser = engine.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1240, "height": 760})
            _preview(page, found[0] if found else "", folder)
            browser.close()
            desk.send_signal(2)


def _change(project: Path) -> None:
    """A sentence that was changed after it had been translated."""
    path = project / "leaflets" / LEAFLET / "leaflet.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("The full leaflet tells", "Our full leaflet tells"), encoding="utf-8")


def _preview(page: Any, address: str, folder: Path) -> None:  # noqa: ANN401 - a page of Playwright
    page.goto(f"{address}preview/{LEAFLET}?l=en_GB&l=pl&l=ur&e=large")
    for _ in range(1800):
        if page.evaluate(READY):
            break
        page.wait_for_timeout(100)
    page.wait_for_timeout(1500)
    page.select_option("#size", "small")
    page.click('.column[data-locale="pl"] a.spot >> nth=3')
    page.wait_for_selector("#panel textarea")
    page.wait_for_timeout(500)
    _save(page, folder / "desk-pages.png")
    page.goto(address)
    page.set_viewport_size({"width": 1240, "height": 560})
    page.wait_for_timeout(500)
    _save(page, folder / "desk-board.png")


def _save(page: Any, path: Path) -> None:  # noqa: ANN401
    with Image.open(io.BytesIO(page.screenshot())) as image:
        small = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        small.save(path, optimize=True)
    sys.stdout.write(f"{path}: {path.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
