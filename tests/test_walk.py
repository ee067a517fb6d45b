"""The walks of the README, docs/officers.md and docs/translators.md: every command is run, in the order of the page."""

import copy
import json
import re
import shlex
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from polyleaf.cli.main import run

DOCS = Path(__file__).parents[1] / "docs"
README = "../README.md"
XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"

LEAFLET = """---
title: Knee test
summary: What we do when we test your knee
code: KNEE-1
version: "1.0"
published: 2026-01-01
review_by: 2099-01-01
owner: Knee ward
contacts: [ward]
facts:
  stay: {quantity: 2, unit: hour}
---
## What it is

A nurse moves your knee.

:::{important}
Do not eat before the test.
:::

You will stay for about {stay}.
"""

POLISH = {
    "Knee test": "Badanie kolana",
    "What we do when we test your knee": "Jak badamy kolano",
    "What it is": "Co to jest",
    "A nurse moves your knee.": "Pielęgniarka porusza kolanem.",
    "Do not eat before the test.": "Proszę nie jeść przed badaniem.",
    "Do not eat or drink before the test.": "Proszę nie jeść ani nie pić przed badaniem.",
    "You will be here for about .": "Będą Państwo u nas około .",
}
STEM = "Będą Państwo u nas około "


NOT_HERE = ("make ", "polyleaf serve")
"""Commands that are not run here: the desk stays open until somebody closes it, and has tests of its own."""


def commands(page):
    """Every command of a page with the exit status that it names."""
    text = (DOCS / page).read_text(encoding="utf-8")
    language, prompt = ("sh", "") if page == README else ("console", "$ ")
    for block in re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        for line in block.splitlines():
            assert line.startswith(prompt), line
            command, _, remark = line.removeprefix(prompt).partition("#")
            status = re.search(r"exit status (\d+)", remark)
            if not command.startswith(NOT_HERE):
                yield shlex.split(command), int(status[1]) if status else 0


def translate(path):
    """What an agency does with an XLIFF file."""
    ET.register_namespace("", XLIFF[1:-1])
    tree = ET.parse(path)  # noqa: S314 - our own file
    for unit in tree.iter(f"{XLIFF}trans-unit"):
        source = unit.find(f"{XLIFF}source")
        for old in unit.findall(f"{XLIFF}target"):
            unit.remove(old)
        target = copy.deepcopy(source)
        target.tag = f"{XLIFF}target"
        target.attrib.clear()
        if len(target):
            target.text, target[-1].tail = STEM, "."
        else:
            target.text = POLISH["".join(source.itertext())]
        unit.insert(list(unit).index(source) + 1, target)
        unit.set("approved", "yes")
    tree.write(path, encoding="utf-8", xml_declaration=True)


def translate_po(path):
    """What a person does with Poedit: write each translation, take the fuzzy marks away."""
    text = path.read_text(encoding="utf-8")
    for english, polish in {**POLISH, "You will stay for about {stay}.": f"{STEM}{{stay}}."}.items():
        text = text.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{polish}"')
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def walk(tmp_path, monkeypatch, capsys):
    """Walks down a page; ``after`` says what a person does after a command that begins so."""
    monkeypatch.chdir(tmp_path)

    def walk(page, after):
        told, waiting = {}, dict(after)
        for words, status in commands(page):
            if words[0] == "cd":
                monkeypatch.chdir(words[1])
                continue
            assert words[0] == "polyleaf"
            line = " ".join(words[1:])
            capsys.readouterr()
            code = run(words[1:])
            out = capsys.readouterr()
            assert int(code) == status, f"{line}: {out.out}{out.err}"
            told.setdefault(line, []).append(out.out)
            for start in [start for start in waiting if line.startswith(start)]:
                waiting.pop(start)()
        assert not waiting, f"nobody ran {list(waiting)}"
        return told

    return walk


def write_leaflet():
    Path("leaflets/knee/leaflet.md").write_text(LEAFLET, encoding="utf-8")


def change_leaflet():
    path = Path("leaflets/knee/leaflet.md")
    path.write_text(
        path.read_text(encoding="utf-8").replace("Do not eat before", "Do not eat or drink before"), encoding="utf-8"
    )


def states():
    artifacts = json.loads(Path("dist/manifest.json").read_text(encoding="utf-8"))["artifacts"]
    return {Path(artifact["path"]).stem: artifact["state"] for artifact in artifacts}


@pytest.mark.slow
def test_the_officers_walk(walk):
    released = []
    told = walk(
        "officers.md",
        {
            "new knee": write_leaflet,
            "catalog export knee -l pl -o knee-pl.xlf": lambda: translate(Path("knee-pl.xlf")),
            "build knee -l en_GB -l pl -e clear --release": lambda: (released.append(states()), change_leaflet()),
            "catalog export knee -l pl --changed": lambda: translate(Path("knee-pl-2.xlf")),
        },
    )
    assert released == [
        {
            "knee-qps-ploc-clear": "draft",
            "knee-pl-bilingual-clear": "draft",
            "knee-en_GB-clear": "release",
            "knee-pl-clear": "release",
        }
    ]
    assert "Do not eat{+ or drink+} before the test." in told["catalog impact knee -l pl"][0]
    assert "files no longer current: 3, 2 of them released" in told["catalog impact knee -l pl"][0]
    (stale,) = told["build knee -l pl -e clear --release"]
    assert "“Do not eat before the test.” became “Do not eat or drink before the test.” (critical)" in stale
    before, after = told["catalog status knee -l pl"]
    assert "reviser, clinician" in before
    assert "translator (1 critical)" in after
    assert states()["knee-pl-clear"] == "release"
    signed = [path.read_text(encoding="utf-8") for path in sorted(Path("translations/approvals/knee").iterdir())]
    assert [text.count("[[approval]]") for text in signed] == [2, 2]
    assert "knee" in told["catalog status --format ical"][0]


def test_the_translators_walk(walk):
    assert run(["init", "."]) == 0
    Path("leaflets/knee").mkdir()
    write_leaflet()
    po = Path("translations/pl/LC_MESSAGES/knee.po")
    told = walk("translators.md", {"catalog update knee": lambda: translate_po(po)})
    assert "reviser, clinician" in told["catalog status knee -l pl"][0]
    assert states() == {"knee-pl-clear": "draft", "knee-pl-bilingual-clear": "draft"}


@pytest.mark.slow
def test_the_walk_of_the_readme(walk):
    leaflet = Path("my-leaflets/leaflets/vertebroplasty-at-a-glance/leaflet.md")
    text = " ".join((DOCS / README).read_text(encoding="utf-8").split())
    old, new = re.findall(r'click "(.*?)", write "(.*?)", and save', text)[0]

    def change():
        text = leaflet.read_text(encoding="utf-8")
        assert old in text
        leaflet.write_text(text.replace(old, new.removesuffix(",")), encoding="utf-8")

    told = walk(README, {"init my-leaflets": change})  # at the desk, or in an editor
    (built,) = told["build vertebroplasty-at-a-glance -l en_GB -l pl -e large"]
    assert "2 built, 0 unchanged, 0 failed" in built
    assert "No Polish translation of “Our full leaflet tells you more about benefits and risks.”" in built
    (status,) = told["catalog status vertebroplasty-at-a-glance"]
    (catalog,) = Path().rglob("pl/LC_MESSAGES/vertebroplasty-at-a-glance.po")
    whole = catalog.read_text(encoding="utf-8")
    messages = len(re.findall(r"^msgid ", whole, re.MULTILINE)) - 1  # its first entry is the header
    assert re.search(rf"pl +{messages - 1} +1 +0", status), "all but the sentence that was changed"
    assert states()["vertebroplasty-pl-large"] == "draft"
    assert any(
        "the file may go to print" in said for (said,) in [told[line] for line in told if line[:9] == "preflight"]
    )
    assert ": not approved: it is a draft\n" in told["verify spring.zip"][0]
    assert "Ask who answers for the leaflet: Interventional Radiology" in told["verify spring.zip"][0]
