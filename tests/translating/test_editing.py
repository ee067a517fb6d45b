"""Texts changed by hand: nothing else changes, and nobody's newer work is lost."""

import datetime
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from polyleaf.catalog.messages.update import update_all
from polyleaf.catalog.po.reader import load
from polyleaf.files import write_atomic
from polyleaf.model.block_texts import every_text
from polyleaf.preview.desk import patiently
from polyleaf.source.reader import read_project
from polyleaf.translating.editing import Edit, Fate, edit_translation
from polyleaf.translating.rewording import Rewording, reword
from polyleaf.translating.sending import ExchangeProject
from polyleaf.workspace import Workspace

CLI = Path(__file__).parents[2] / "cli.py"
TODAY = datetime.date(2026, 11, 20)
GLASSES = "Bring your glasses."
PO = "translations/pl/LC_MESSAGES/eyes.po"

BODY = """
Come early, and do
not   eat for {fast}.

- One thing
- Another thing that goes
  on in the next line
  - deeper
- [ ] not a thing

:::{important}
Call us **at once**
if it hurts.
:::

| When | What |
|---|---|
| Before | Wash *well* |

First line\\
second line
"""


@pytest.fixture
def desk(folder):
    folder.write(
        PO,
        folder.root.joinpath(PO).read_text().replace('msgid "Bring', '# seen by Anna\n#, python-format\nmsgid "Bring'),
    )

    def edit(**change):
        exchange = ExchangeProject(Workspace(folder.read("eyes"), TODAY))
        return edit_translation(
            exchange, Edit(**{"leaflet": "eyes", "locale": "pl", "context": "", "msgid": GLASSES, **change})
        )

    return edit


def test_a_translation_is_changed_and_all_else_stays(desk, folder):
    assert desk(before="Zabierz okulary.", text="Weź okulary.").fate is Fate.SAVED
    text = (folder.root / PO).read_text()
    assert "# seen by Anna" in text
    assert 'msgstr "Weź okulary."' in text
    undone = desk(before="Weź okulary.", text="Zabierz okulary.")
    assert (undone.fate, undone.now) == (Fate.SAVED, "Zabierz okulary.")


def test_what_somebody_else_changed_is_shown_and_not_overwritten(desk, folder):
    before = (folder.root / PO).read_bytes()
    told = desk(before="Okulary.", text="Weź okulary.")
    assert (told.fate, told.now) == (Fate.CONFLICT, "Zabierz okulary.")
    assert desk(before="Okulary.", text="Zabierz okulary.").fate is Fate.SAME
    assert desk(msgid="Bring nothing.", before="", text="Nic.").fate is Fate.GONE
    assert (folder.root / PO).read_bytes() == before


def test_an_error_is_refused_unless_the_text_is_unfinished(desk, folder):
    folder.leaflet("eyes", more="Wait {fast}.")
    text = (folder.root / "leaflets/eyes/leaflet.md").read_text()
    folder.write(
        "leaflets/eyes/leaflet.md", text.replace("---\n## ", "facts:\n  fast: {quantity: 6, unit: hour}\n---\n## ")
    )
    wait = {"msgid": "Wait {fast}.", "before": ""}
    told = desk(**wait, text="Czekaj.")
    assert told.fate is Fate.REFUSED
    assert "fast" in told.faults[0].message
    assert desk(**wait, text="Czekaj.", finished=False).fate is Fate.SAVED
    assert "#, fuzzy" in (folder.root / PO).read_text()
    assert desk(msgid="Wait {fast}.", before="Czekaj.", text="a\x07b").fate is Fate.REFUSED


@pytest.mark.parametrize("edits", [3, pytest.param(200, marks=pytest.mark.slow)])
def test_no_edit_is_lost_while_catalogs_are_brought_up(desk, folder, edits):
    """Both read and write the same file at the same time, again and again."""
    workspace = Workspace(folder.read("eyes"), TODAY)
    stop = threading.Event()
    path = folder.root / "leaflets/eyes/leaflet.md"
    start = path.read_text()

    def one(number):
        return f"Weź {'dobre ' * (number % 7)}okulary."

    def update():
        number = 0
        while not stop.is_set():
            number += 1
            write_atomic(path, f"{start}\nSentence {number}.\n".encode())
            update_all(folder.read("eyes"), workspace.words, leaflets=("eyes",))

    thread = threading.Thread(target=update)
    thread.start()
    text = "Zabierz okulary."
    try:
        for number in range(edits):
            assert desk(before=text, text=one(number)).fate is Fate.SAVED
            text = one(number)
    finally:
        stop.set()
        thread.join()
    assert desk(before=text, text=text).fate is Fate.SAME


def in_letters(number):
    """Another word for each number: figures that the source lacks are refused."""
    return "".join("abcdefghij"[int(figure)] for figure in str(number))


@pytest.mark.slow
@pytest.mark.parametrize("edits", [1000])
def test_no_edit_is_lost_beside_an_update_a_build_and_a_checkout(desk, folder, edits):
    """The leaflet changes under the desk by Git, its catalogs are brought up, and it is built, all the while."""

    def git(*words):
        command = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *words]
        subprocess.run(command, cwd=folder.root, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    (folder.root / ".gitignore").write_text("dist\n")
    git("add", ".")
    git("commit", "-qm", "one")
    git("checkout", "-qb", "other")
    leaflet = folder.root / "leaflets/eyes/leaflet.md"
    leaflet.write_text(leaflet.read_text() + "\nA sentence of the other branch.\n")
    git("commit", "-qam", "two")
    stop, faults, rounds = threading.Event(), [], Counter()

    def again(name, work):
        number = 0
        while not stop.is_set():
            number += 1
            try:
                work(number)
            except Exception as error:  # noqa: BLE001 - whatever it is, the test tells it
                faults.append(f"{name}: {error!r}")
                return
            rounds[name] = number

    def update(_):
        workspace = Workspace(folder.read("eyes"), TODAY)
        patiently(lambda: update_all(folder.read("eyes"), workspace.words, leaflets=("eyes",)))
        load(workspace.project, "pl", "eyes")  # never half written

    def made(_):
        command = [
            sys.executable,
            str(CLI),
            "build",
            "eyes",
            "-l",
            "pl",
            "-e",
            "clear",
            "-j",
            "1",
            "-C",
            str(folder.root),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode in (0, 1), done.stderr

    work = {
        "update": update,
        "build": made,
        "checkout": lambda number: git("checkout", "-q", "main" if number % 2 else "other"),
    }
    threads = [threading.Thread(target=again, args=one) for one in work.items()]
    for thread in threads:
        thread.start()
    text = "Zabierz okulary."
    try:
        for number in range(edits):
            told = patiently(lambda: desk(before=text, text=f"Weź okulary, {in_letters(number)}."))  # noqa: B023 - at once
            assert told.fate is Fate.SAVED, (number, told)
            text = f"Weź okulary, {in_letters(number)}."
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert faults == []
    assert set(rounds) == set(work)
    assert desk(before=text, text=text).now == text


@pytest.fixture
def leaflet(folder):
    folder.leaflet("eyes", more=BODY)
    path = folder.root / "leaflets/eyes/leaflet.md"
    path.write_text(path.read_text().replace("---\n## ", "facts:\n  fast: {quantity: 6, unit: hour}\n---\n## "))
    return path


def project(folder):
    return read_project(folder.root, ["eyes"])


def texts(folder):
    return [text.msgid for text in every_text(project(folder).leaflets["eyes"])]


def test_every_text_can_be_reworded_alone(folder, leaflet):
    """And what was changed back is the same file but for where its lines end."""
    before = texts(folder)
    assert len(before) > 10
    for number, old in enumerate(before):
        new = f"{old} Really"
        told = reword(project(folder), Rewording("eyes", number, old, new))
        assert told.fate is Fate.SAVED, (old, told)
        assert texts(folder) == [*before[:number], new, *before[number + 1 :]]
        assert reword(project(folder), Rewording("eyes", number, new, old)).fate is Fate.SAVED
        assert texts(folder) == before


@pytest.mark.parametrize(
    "text",
    [
        "# Heading",
        "one\n\n- two",
        ":::{tip}\nx\n:::",
        "{nothing} here",
        "a | b",
        "[x](javascript:alert)",
        "",
        "---",
        "x\x00y",
    ],
)
def test_more_than_words_is_refused(folder, leaflet, text):
    """What is refused leaves the file as it was; what is taken changes one text."""
    before, raw = texts(folder), leaflet.read_bytes()
    number = before.index("Wash *well*")
    told = reword(project(folder), Rewording("eyes", number, before[number], text))
    after = texts(folder)
    if told.fate is Fate.SAVED:
        assert [one for n, one in enumerate(after) if n != number] == [
            one for n, one in enumerate(before) if n != number
        ]
    else:
        assert (told.fate, leaflet.read_bytes()) == (Fate.REFUSED, raw)
        assert told.faults[0].hint


def test_a_text_that_was_changed_meanwhile_is_shown(folder, leaflet):
    told = reword(project(folder), Rewording("eyes", 2, "Something else.", "New."))
    assert (told.fate, told.now) == (Fate.CONFLICT, texts(folder)[2])
    assert reword(project(folder), Rewording("eyes", 99, "x", "y")).fate is Fate.GONE
    assert reword(project(folder), Rewording("ears", 0, "x", "y")).fate is Fate.GONE
