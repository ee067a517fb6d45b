"""How long ``catalog status`` takes for a library: ``python bench/status.py [leaflets] [locales] [starter leaflet]``.

Makes a tree of copies of a starter leaflet in a temporary folder, every translation signed off, and asks for its
status as a shell would, three times. The figure that counts is the slowest.
"""

from __future__ import annotations

import argparse
import datetime
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from polyleaf.building.release import sign_off  # noqa: E402 - the checkout's own
from polyleaf.catalog.signoff.entry import entry_text  # noqa: E402
from polyleaf.catalog.signoff.ledger import EARLIER, HEAD  # noqa: E402
from polyleaf.model.approval import Approval  # noqa: E402
from polyleaf.source.reader import read_project  # noqa: E402
from polyleaf.workspace import Workspace  # noqa: E402

MORE = ("lt", "sk", "cs", "hu", "es", "fr", "it", "de", "lv", "bg", "sq", "tr", "vi", "el", "pt", "nl")
"""Languages without a starter translation get the Polish one: only the words differ."""


def main() -> None:
    """Make the tree and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("leaflets", nargs="?", type=int, default=1000)
    parser.add_argument("locales", nargs="?", type=int, default=20)
    parser.add_argument("starter", nargs="?", default="vertebroplasty-at-a-glance")
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_tree(root, wishes.leaflets, wishes.locales, wishes.starter)
        for style in ("text", "json", "text"):
            start = time.monotonic()
            done = subprocess.run(
                [sys.executable, ROOT / "cli.py", "catalog", "status", "-C", root, "--format", style],
                capture_output=True,
                check=True,
            )
            seconds = time.monotonic() - start
            print(f"{wishes.leaflets} leaflets x {wishes.locales} locales, {style}: {seconds:.1f} s,", end=" ")
            print(f"{len(done.stdout) / 1e6:.1f} MB told; the last line: {done.stdout.splitlines()[-1].decode()}")


def make_tree(root: Path, leaflets: int, locales: int, starter: str) -> None:
    """Copies of one starter leaflet, with their catalogs and sign-offs."""
    toml = (ROOT / "polyleaf.toml").read_text(encoding="utf-8")
    own = re.findall(r'"(\w+)"', re.findall(r"targets = \[(.*)\]", toml)[0])
    targets = (own + list(MORE))[:locales]
    wanted = ", ".join(f'"{locale}"' for locale in targets)
    (root / "polyleaf.toml").write_text(re.sub(r"targets = \[.*\]", f"targets = [{wanted}]", toml), encoding="utf-8")
    names = [f"{starter}-{number:04}" for number in range(leaflets)]
    for name in names:
        shutil.copytree(ROOT / "leaflets" / starter, root / "leaflets" / name)
    for locale in targets:
        source = locale if locale in own else "pl"
        folder = root / "translations" / locale / "LC_MESSAGES"
        folder.mkdir(parents=True)
        for domain, copies in ((starter, names), ("templates", ["templates"])):
            text = (ROOT / "translations" / source / "LC_MESSAGES" / f"{domain}.po").read_text(encoding="utf-8")
            text = text.replace(f"Language: {source}\\n", f"Language: {locale}\\n")
            for copy in copies:
                (folder / f"{copy}.po").write_text(text, encoding="utf-8")
    sign(root, names, targets)


def sign(root: Path, names: list[str], targets: list[str]) -> None:
    """Sign everything off, without the checks that ``catalog approve`` would run."""
    signoff = sign_off(Workspace(read_project(root, names[:1]), datetime.date(2026, 11, 20)))
    lines = [HEAD]
    for locale in targets:
        content = signoff.content(names[0], locale)
        first = Approval(
            leaflet=names[0],
            locale=locale,
            translator="Machine",
            reviser="Anna Nowak",
            clinician="Dr Ewa Zych",
            machine_translated=True,
            date=datetime.date(2026, 11, 20),
            version="1.0",
            digest=content.digest,
            texts=content.text_marks,
            words=content.word_marks,
            facts=content.outline.facts,
        )
        lines += [entry_text(replace(first, leaflet=name)) for name in names]
    (root / EARLIER).write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
