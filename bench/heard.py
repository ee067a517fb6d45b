"""What assistive technology is given of a leaflet: Chromium's accessibility tree and the structure that pdf.js shows.

    PYTHONPATH=src:. python -m bench.heard FILE... [--with /tmp/readers] [--tree]

Chromium guesses from the paper, unless its feature ``PdfTags`` is on: both are asked, over its debugging pipe.
``--tree`` prints the trees; without it, there is one line a program: how many headings, lists, items, groups with a
name, links and pictures with a name there are, and which share of the paragraphs of the tag tree is heard.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.readers import SPACELESS, paragraphs

from polyleaf.model.spoken import letters, words
from polyleaf.pdf.tag_tree import read_tags

_WAIT = 8.0
"""Seconds that Chromium has to open a file and to build its tree."""
_COUNTED = ("heading", "list", "listitem", "link", "figure", "section", "table")
_SAME = {"h": "heading", "l": "list", "li": "listitem", "sect": "section", "aside": "section", "annotation": "link"}
"""Roles of the tag tree under the names that Chromium gives them."""


@dataclass(frozen=True, slots=True)
class Heard:
    """An element as a screen reader gets it: role, name, text of its own, depth."""

    role: str
    name: str
    depth: int


class Pipe:
    """Chromium's remote debugging pipe: messages that end with a zero byte."""

    def __init__(self, path: Path, profile: str, features: str) -> None:
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()
        program = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
        options = [
            *("--headless=new", "--no-sandbox", "--no-first-run", f"--user-data-dir={profile}"),
            *("--force-renderer-accessibility=complete", "--remote-debugging-pipe"),
            *([f"--enable-features={features}"] if features else []),
        ]
        shell = f'exec "$@" 3<&{to_browser} 4>&{from_browser}'
        self.process = subprocess.Popen(
            ["bash", "-c", shell, "chromium", program, *options, path.resolve().as_uri()],
            pass_fds=(to_browser, from_browser),
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        self._rest = b""
        self._number = 0

    def ask(self, method: str, session: str = "", **parameters: object) -> dict[str, Any]:
        """The answer to a command."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self._rest:
                self._rest += os.read(self._in, 1 << 20)
            told, _, self._rest = self._rest.partition(b"\0")
            answer: dict[str, Any] = json.loads(told)
            if answer.get("id") == self._number:
                return answer.get("result", {})  # type: ignore[no-any-return]

    def close(self) -> None:
        """Ends the browser."""
        self.ask("Browser.close")
        self.process.wait(20)
        os.close(self._out)
        os.close(self._in)


_SHOW = """(() => {
  const allow = document.getElementById("filter-allow");
  if (allow) { allow.value = "*"; for (const one of ["input", "change"]) allow.dispatchEvent(new Event(one)); }
  const others = /Accessibility Internals|Omnibox/;
  const named = (one) => one.getAttribute("aria-label") ?? "";
  const buttons = [...document.querySelectorAll("button")].filter((one) => /^page.*showOrRefreshTree/.test(one.id));
  buttons.find((one) => !others.test(named(one)))?.click();
})()"""
_TREE = '[...document.querySelectorAll("pre")].map((one) => one.textContent).join("\\n")'
_NODE = re.compile(r"(\+*)id#=-?\d+ (\w+)(.*?)(?=\+*id#=-?\d+ |$)", re.DOTALL)
_NAMED = re.compile(r" (name|description)='(.*?)'(?=\s*$|\s+\w+(?:=|\s*$))", re.DOTALL)
"""Chromium escapes no apostrophe: an attribute, or the end, follows the last."""


def chromium(path: Path, features: str = "") -> list[Heard]:
    """The accessibility tree of the PDF in Chromium's viewer, as ``chrome://accessibility`` shows it.

    The tree of the debugging protocol itself ends where the viewer begins.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        pipe = Pipe(path, profile, features)
        try:
            time.sleep(_WAIT)
            target = pipe.ask("Target.createTarget", url="chrome://accessibility")["targetId"]
            session = pipe.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            time.sleep(2)
            pipe.ask("Runtime.evaluate", session, expression=_SHOW)
            time.sleep(_WAIT / 2)
            told = pipe.ask("Runtime.evaluate", session, expression=_TREE, returnByValue=True)
        finally:
            pipe.close()
    text = str(told.get("result", {}).get("value", ""))
    return list(_from_text(text[text.rfind("pdfRoot") - 20 :] if "pdfRoot" in text else ""))


def _from_text(text: str) -> Iterator[Heard]:
    for depth, role, rest in _NODE.findall(text):
        if role != "inlineTextBox" and " ignored" not in rest[:30]:
            names = dict(_NAMED.findall(rest))
            name = names.get("name") or names.get("description", "")
            yield Heard(role, name.replace("<newline>", "\n"), len(depth) // 2)


def pdfjs(path: Path, folder: Path) -> list[Heard]:
    """The structure tree of pdf.js with the texts that its viewer puts there."""
    script = f"""import * as pdfjs from {json.dumps(str(folder / "node_modules/pdfjs-dist/legacy/build/pdf.mjs"))};
import fs from "fs";
const data = new Uint8Array(fs.readFileSync(process.argv[1])), pages = [];
const file = await pdfjs.getDocument({{ data, verbosity: 0 }}).promise;
for (let number = 1; number <= file.numPages; number++) {{
  const page = await file.getPage(number), open = [], texts = {{}};
  const content = await page.getTextContent({{ includeMarkedContent: true }});
  for (const item of content.items) {{
    if (item.type === "beginMarkedContent" || item.type === "beginMarkedContentProps") open.push(item.id ?? null);
    else if (item.type === "endMarkedContent") open.pop();
    else {{
      const id = open.findLast((one) => one) ?? "";
      texts[id] = (texts[id] ?? "") + item.str + (item.hasEOL ? "\\n" : "");
    }}
  }}
  const links = {{}};
  for (const one of await page.getAnnotations()) links[one.id] = one.contentsObj?.str || one.url || "";
  pages.push({{ tree: await page.getStructTree(), texts, links }});
}}
fs.writeFileSync(1, JSON.stringify(pages));"""
    command = ["node", "--input-type=module", "-e", script, "--", str(path)]
    pages = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return [heard for page in pages for heard in _from_structure(page["tree"], page["texts"], page["links"], 0)]


def _from_structure(
    node: dict[str, Any] | None, texts: dict[str, str], links: dict[str, str], depth: int
) -> Iterator[Heard]:
    if node is None:
        return
    if node.get("type") == "content":
        yield Heard("text", texts.get(node["id"], ""), depth)
        return
    if node.get("type") == "annotation":
        yield Heard("annotation", links.get(node["id"].removeprefix("pdfjs_internal_id_"), ""), depth)
        return
    yield Heard(node.get("role", node.get("type", "")), node.get("alt", ""), depth)
    for child in node.get("children", ()):
        yield from _from_structure(child, texts, links, depth + 1)


def _kind(heard: Heard) -> str:
    role = heard.role.lower()
    return _SAME.get(role.rstrip("123456"), role)


def line(heard: Sequence[Heard], path: Path) -> str:
    """How much of the tag tree is heard, and what there is of each kind, with how many have a name."""
    spaceless = any(f"-{locale}-" in path.name for locale in SPACELESS)
    norm = letters if spaceless else words
    said = norm(" ".join(one.name for one in heard))
    tree = read_tags(path, path.name)
    texts = [norm(text) for text in paragraphs(tree.root)] if tree else []
    share = sum(text in said for text in texts) / max(len(texts), 1)
    kinds = Counter(_kind(one) for one in heard)
    named = Counter(_kind(one) for one in heard if one.name.strip())
    told = ", ".join(f"{kinds[kind]} {kind} ({named[kind]} named)" for kind in _COUNTED if kinds[kind])
    return f"{share:.1%} of paragraphs; {told}"


def main() -> None:
    """Prints what each program is given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--with", dest="packages", type=Path, default=Path("/nowhere"), help="where pdf.js is")
    parser.add_argument("--tree", action="store_true", help="print the trees")
    asked = parser.parse_args()
    for path in asked.files:
        found = {}
        if shutil.which("chromium") or shutil.which("google-chrome"):
            found["Chromium"] = chromium(path)
            found["Chromium, PdfTags"] = chromium(path, "PdfTags")
        if (asked.packages / "node_modules/pdfjs-dist").is_dir():
            found["pdf.js"] = pdfjs(path, asked.packages)
        for name, heard in found.items():
            print(f"{path.name}, {name}: {line(heard, path)}", flush=True)
            if asked.tree:
                sys.stdout.writelines(f"{'  ' * one.depth}{one.role} {one.name!r}\n" for one in heard)


if __name__ == "__main__":
    main()
