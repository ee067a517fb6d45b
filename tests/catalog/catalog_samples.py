"""Small leaflets, projects and catalogs, made by hand."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from polyleaf.model.boxes import BOXES
from polyleaf.model.edition import Edition
from polyleaf.model.facts import Phone, Quantity, Risk, Web
from polyleaf.model.finding import Location
from polyleaf.model.leaflet import (
    Box,
    Figure,
    Heading,
    Leaflet,
    ListBlock,
    ListItem,
    Paragraph,
    Table,
    TermItem,
    TermList,
)
from polyleaf.model.message import Message, Text
from polyleaf.model.project import Config, Contact, Project
from polyleaf.source.inline import parse_inline

PATH = "leaflets/needle/leaflet.md"

FACTS = {
    "fasting_food": Quantity(Decimal(6), "hour"),
    "nerve_leak": Risk(1, 1000),
    "ward": Phone("0800 000 0000"),
    "site": Web("https://www.example.org"),
}

HEADER = """\
msgid ""
msgstr ""
"Language: pl\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""

TEMPLATE_WORDS = (
    Message("Draft translation", "", (Location("templates/page.html", 3),), ("Shown on every page",)),
    Message("{number} in {total}", "risk", (Location("templates/risk.html", 1),), (), ("number", "total")),
)


def text(msgid: str, line: int = 1, context: str = "") -> Text:
    return Text(msgid, Location(PATH, line), parse_inline(msgid), context)


def paragraphs(*msgids: str) -> tuple[Paragraph[Text], ...]:
    return tuple(Paragraph(text(msgid, line)) for line, msgid in enumerate(msgids, start=20))


def leaflet(*blocks, name: str = "needle", facts=FACTS, title: str = "A needle in your back", references=()) -> Leaflet:
    return Leaflet(
        name=name,
        path=PATH,
        title=text(title, 2, "title"),
        summary=text("What to expect", 3, "summary"),
        code="RAD-014",
        version="1.0",
        published=datetime.date(2026, 11, 20),
        review_by=datetime.date(2028, 11, 20),
        owner="Radiology",
        contacts=("pals",),
        references=references,
        facts=facts,
        blocks=tuple(blocks),
    )


def full_leaflet() -> Leaflet:
    """One of every block."""
    return leaflet(
        Heading(2, text("Before you come", 20)),
        Paragraph(text("Do not eat for {fasting_food} before you come in.", 21)),
        ListBlock(False, 1, (ListItem((Paragraph(text("Bring your **tablets**", 23)),)),)),
        Box(
            BOXES["steps"],
            None,
            (ListBlock(True, 1, (ListItem((Paragraph(text("Lie on your front", 26)),)),)),),
        ),
        Heading(3, text("Risks", 28)),
        Box(
            BOXES["risks"],
            text("What can go wrong", 29, "title"),
            (TermList((TermItem(text("{nerve_leak}", 30), (Paragraph(text("Cement may touch a nerve", 31)),)),)),),
        ),
        Table((text("", 33), text("How often", 33)), ((text("Pain", 34), text("{nerve_leak}", 34)),)),
        Heading(2, text("Help", 36)),
        Figure(
            "images/needle.svg",
            text("A needle", 38, "alt"),
            text("Where the needle goes", 39, "caption"),
            (text("Bone", 38, "diagram label"),),
            Location(PATH, 38),
        ),
        Paragraph(text("Bring your **tablets**", 41)),
        Paragraph(text("Ring [the ward]({ward}) or see <https://www.example.org>.", 42)),
        references=("[Guidance]({site}), 2003",),
    )


def project(root: Path, *leaflets: Leaflet, targets: tuple[str, ...] = ("pl", "ur"), source: str = "en_GB") -> Project:
    name = Text("Patient advice", Location("polyleaf.toml", 4), parse_inline("Patient advice"), "contact")
    hours = Text("Monday to Friday", Location("polyleaf.toml", 6), parse_inline("Monday to Friday"), "contact")
    config = Config(
        organisation="Example Hospital",
        web="",
        source=source,
        targets=targets,
        digits="latn",
        contacts={"pals": Contact("pals", name, phone="0800 000 0000", hours=hours)},
        editions={"large": Edition("large", 18, "A4")},
    )
    return Project(root, config, {one.name: one for one in leaflets})


def messages(*msgids: str) -> tuple[Message, ...]:
    return tuple(Message(msgid, "", (Location(PATH, line),)) for line, msgid in enumerate(msgids, start=10))


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def po_text(pairs: Iterable[tuple[str, str]], header: str = HEADER) -> str:
    return header + "".join(f'\nmsgid "{msgid}"\nmsgstr "{msgstr}"\n' for msgid, msgstr in pairs)


def msgfmt(path: Path) -> str:
    """What ``msgfmt -c`` says about a file; nothing if it is content."""
    done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False)
    return done.stderr if done.returncode == 0 else f"refused: {done.stderr}"


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
