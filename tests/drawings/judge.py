"""Asks Chromium where it draws the words of the sample drawings: ``python -m tests.drawings.judge`` writes the file.

Each drawing is put into a page of its own scope; every line of letters is told with its text, its left and right end
and its baseline, as shares of the picture.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.drawings.samples import DRAWINGS

EXPECTED = Path(__file__).with_name("chromium.json")
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")

_SCRIPT = """
const found = {};
for (const [name, svg] of Object.entries(DRAWINGS)) {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const host = document.body.appendChild(document.createElement('div'));
  host.style.cssText = 'position:absolute;left:0;top:0;width:800px';
  const shown = document.importNode(root, true);
  host.attachShadow({mode: 'open'}).appendChild(shown);
  // What a use shows cannot be asked: put it in its place.
  for (const use of [...shown.querySelectorAll('use')]) {
    const target = shown.querySelector(use.getAttribute('href') || use.getAttribute('xlink:href'));
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    const [x, y] = [use.getAttribute('x') || 0, use.getAttribute('y') || 0];
    group.setAttribute('transform', `${use.getAttribute('transform') || ''} translate(${x} ${y})`);
    let copy = target.cloneNode(true);
    if (target.localName === 'symbol') {
      const inner = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      for (const key of ['viewBox', 'preserveAspectRatio'])
        if (target.hasAttribute(key)) inner.setAttribute(key, target.getAttribute(key));
      for (const key of ['width', 'height']) inner.setAttribute(key, use.getAttribute(key));
      inner.append(...copy.childNodes);
      copy = inner;
    }
    group.append(copy);
    use.replaceWith(group);
  }
  const box = shown.getBoundingClientRect();
  const lines = found[name] = [];
  for (const text of shown.querySelectorAll('text')) {
    if (text.closest('defs, symbol, clipPath, mask')) continue;
    let hidden = false;
    for (let one = text; one instanceof Element; one = one.parentElement) {
      const style = getComputedStyle(one);
      hidden ||= style.display === 'none' || style.opacity === '0';
    }
    const style = getComputedStyle(text);
    if (hidden || style.visibility !== 'visible' || style.fill === 'none') continue;
    const down = (point) => ({x: point.x, y: point.y + drop});
    const at = (point) => {
      const moved = new DOMPoint(point.x, point.y).matrixTransform(text.getScreenCTM());
      return [(moved.x - box.left) / box.width, (moved.y - box.top) / box.height];
    };
    // The start of a letter is told without its dominant baseline; its extent shows it.
    const lowered = text.getExtentOfChar(0).y;
    text.style.dominantBaseline = 'auto';
    const drop = lowered - text.getExtentOfChar(0).y;
    text.style.dominantBaseline = '';
    const letters = [...text.textContent.replace(/\\s+/g, ' ').trim()];
    let line = null;
    for (let index = 0; index < Math.min(letters.length, text.getNumberOfChars()); index++) {
      const [x0, y0] = at(down(text.getStartPositionOfChar(index))), [x1] = at(text.getEndPositionOfChar(index));
      const left = Math.min(x0, x1), right = Math.max(x0, x1);
      const level = line && Math.abs(line.y - y0) < 0.06 && left - line.right < 0.04 && line.left - right < 0.04;
      if (!level) lines.push(line = {words: '', left, right, y: y0});
      line.words += letters[index];
      line.left = Math.min(line.left, left);
      line.right = Math.max(line.right, right);
    }
  }
  host.remove();
}
document.body.textContent = JSON.stringify(found);
"""


def browser() -> str | None:
    """The program, or None."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def asked(program: str) -> dict[str, list[dict[str, object]]]:
    """What Chromium says of every drawing."""
    drawings = json.dumps(DRAWINGS).replace("</", "<\\/")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        script = f"const DRAWINGS = {drawings};{_SCRIPT}"
        page.write_text(f"<!DOCTYPE html><meta charset=utf-8><body><script>{script}</script>", encoding="utf-8")
        done = subprocess.run(
            [program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/own", "--dump-dom",
             page.as_uri()],
            capture_output=True, text=True, timeout=120, check=True,
        )  # fmt: skip
    body = re.search(r"<body[^>]*>(.*)</body>", done.stdout, re.DOTALL)
    assert body is not None, done.stdout[:500]
    found = json.loads(html.unescape(body[1]))
    for lines in found.values():
        for line in lines:
            line.update({key: round(line[key], 4) for key in ("left", "right", "y")}, words=line["words"].strip())
    return found


def main() -> None:
    """Write the file."""
    program = browser()
    if program is None:
        sys.exit("There is no Chromium here")
    text = json.dumps(asked(program), indent=1, ensure_ascii=False, sort_keys=True)
    EXPECTED.write_text(re.sub(r"\n {3,}|\n {2}(?=\})", " ", text) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
