"""A leaflet goes to clinicians as a Word file, and their corrections come back."""

import datetime
import io
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from tests.importing.word_files import said, xml
from tests.projects.two_leaflets import Folder

from polyleaf.errors import UsageError
from polyleaf.importing.clinicians import update, word_file
from polyleaf.importing.word.changes import Changes
from polyleaf.importing.word.document import read_word
from polyleaf.model.block_texts import texts
from polyleaf.source.reader import read_project
from polyleaf.workspace import Workspace

REPOSITORY = Path(__file__).parents[2]
CONSTRUCTS = REPOSITORY / "tests" / "projects" / "constructs"
LEAFLET = """---
title: "Eyes: what happens"
summary: One sentence
code: X-1
version: "1.0"
published: 2026-01-01
review_by: 2028-01-01
owner: Ward
facts:
  food: {quantity: 6, unit: hour}
  harm: {risk: 1, in: 100}
  rare: {risk: 1, in: 1000}
  ward: {phone: "01632 960 100"}
---
## Before you *come*

Do not eat for {food} before
you come in. **Drink water.**

<!-- a note -->

- Your glasses
- Your medicines
  - in their boxes
- [Call us]({ward}) if not

1. First lie down.
2. Then breathe.

:::{important} Blood thinners
Tell us.\\
At once, please.
:::

| What | When |
|---|---|
| Drops | - morning<br>- evening |
| Tablets \\| pills | {food} before |

:::{doses} Your medicines
| medicine | morning | Notes |
|---|---|---|
| Aspirin | one | - with food<br>- and water |
:::

:::{risks}
{rare}
: The eye gets infected.

{harm}
: The eye hurts.
:::

::::{tip}
:::{figure} images/eye.svg
:alt: An eye
Your eye
:::
::::

Last words.
"""

TODAY = datetime.date(2026, 6, 1)


@pytest.fixture
def desk(tmp_path):
    folder = Folder(tmp_path / "project")
    folder.write("leaflets/eyes/leaflet.md", LEAFLET)
    folder.write(
        "leaflets/eyes/images/eye.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="9"/></svg>',
    )
    return folder


def workspace(desk):
    return Workspace(read_project(desk.root, ["eyes"]), TODAY)


def sent(desk):
    return word_file(workspace(desk), "eyes", "en_GB")


def corrected(data, change):
    document = Document(io.BytesIO(data))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def back(desk, data, changes=Changes.ACCEPT):
    return update(workspace(desk), "eyes", read_word(data, "x.docx", changes), "x.docx")


def every_text(document):
    for paragraph in document.element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is None or style.get(qn("w:val")) != "polyleafnote":
            words = "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
            if words.strip():
                yield paragraph, words


def paragraph_with(document, words):
    return next(paragraph for paragraph, text in every_text(document) if words in text)


def test_what_nobody_touched_stays_as_it_is(desk):
    data = sent(desk)
    assert sent(desk) == data, "the same leaflet is the same file"
    made = back(desk, corrected(data, lambda _: None))
    assert (made.after, made.taken, made.not_taken) == (LEAFLET, 0, 0)


def test_every_text_can_be_corrected(desk):
    """Each text gets a word more, all at once; facts stay facts, and so do links to them."""

    def change(document):
        for paragraph, _ in every_text(document):
            paragraph.append(xml(said(" more")))

    made = back(desk, corrected(sent(desk), change))
    before = workspace(desk).project.leaflets["eyes"]
    desk.write("leaflets/eyes/leaflet.md", made.after)
    after = workspace(desk).project.leaflets["eyes"]
    assert made.not_taken == 0
    assert [one.msgid for one in texts(after.blocks)] == [
        one.msgid.replace("## ", "") + " more" if one.msgid else "" for one in texts(before.blocks)
    ]
    assert after.title.msgid == "Eyes: what happens more"
    assert "<!-- a note -->" in made.after
    assert "[Call us]({ward}) if not more" in made.after
    assert len(after.faults) == len(before.faults)


@pytest.mark.slow
def test_corrections_are_few_lines_of_a_diff(desk):
    def change(document):
        paragraph = paragraph_with(document, "Last words")
        paragraph.findall(qn("w:r"))[0].find(qn("w:t")).text = "Famous last words"
        paragraph.append(xml(said("!")))

    made = back(desk, corrected(sent(desk), change))
    assert made.after == LEAFLET.replace("Last words.", "Famous last words!")


@pytest.mark.slow
def test_tracked_changes_are_taken_or_refused(desk):
    def change(document):
        paragraph = paragraph_with(document, "Last words")
        run = paragraph.find(qn("w:r"))
        deleted = xml('<w:del w:id="1" w:author="Dr Khan"><w:r><w:delText>Last words.</w:delText></w:r></w:del>')
        paragraph.replace(run, deleted)
        paragraph.append(xml(f'<w:ins w:id="2" w:author="Dr Khan">{said("Goodbye.")}</w:ins>'))

    data = corrected(sent(desk), change)
    assert back(desk, data).after == LEAFLET.replace("Last words.", "Goodbye.")
    assert back(desk, data, Changes.REFUSE).after == LEAFLET


@pytest.mark.slow
def test_a_fact_that_was_overwritten_is_told_and_not_lost(desk):
    def change(document):
        paragraph = paragraph_with(document, "Do not eat")
        text = next(text for text in paragraph.iter(qn("w:t")) if text.text and text.text.startswith("6"))
        text.text = "4 hours"

    made = back(desk, corrected(sent(desk), change))
    assert "Do not eat for 4 hours before you come in." in made.after
    assert any("fact food" in one.what and "“4 hours”" in one.what for one in made.notices)


@pytest.mark.slow
def test_what_is_added_and_taken_out(desk):
    def change(document):
        after = paragraph_with(document, "Your glasses")
        item = xml(f'<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>{said("Your hearing aid")}</w:p>')
        after.addnext(item)
        paragraph_with(document, "Last words").addnext(xml(f"<w:p>{said('One more: # thing')}</w:p>"))
        gone = paragraph_with(document, "Then breathe")
        gone.getparent().remove(gone)

    made = back(desk, corrected(sent(desk), change))
    assert "- Your glasses\n- Your hearing aid\n- Your medicines" in made.after
    assert made.after.endswith("Last words.\n\nOne more: # thing\n")
    assert "Then breathe" not in made.after
    assert (made.taken, made.not_taken) == (3, 0)


@pytest.mark.slow
def test_what_is_added_to_a_table_is_told_in_full(desk):
    def change(document):
        paragraph_with(document, "Tablets").addnext(xml(f"<w:p>{said('blue ones')}</w:p>"))

    made = back(desk, corrected(sent(desk), change))
    assert made.not_taken + ("blue ones" in made.after) >= 1
    assert "blue ones" in made.after or any("blue ones" in one.what for one in made.notices)


@pytest.mark.slow
def test_a_comment_becomes_a_note(desk):
    def change(document):
        paragraph = next(one for one in document.paragraphs if "Last words" in one.text)
        document.add_comment(paragraph.runs, text="Is this so?", author="Dr Khan", initials="K")

    made = back(desk, corrected(sent(desk), change))
    assert made.after == LEAFLET.replace("Last words.", "<!-- Dr Khan: Is this so? -->\n\nLast words.")


def test_what_was_changed_here_meanwhile_is_kept(desk):
    def change(document):
        paragraph_with(document, "Last words").append(xml(said(" Really.")))
        paragraph_with(document, "Do not eat").append(xml(said(" Please.")))

    data = corrected(sent(desk), change)
    ours = LEAFLET.replace("Do not eat", "Never eat").replace("code: X-1", "code: X-1\nlayout: sheet")
    desk.write("leaflets/eyes/leaflet.md", ours)
    made = back(desk, data)
    assert made.after == ours.replace("Last words.", "Last words. Really.")
    assert made.not_taken == 1
    assert any("was changed here" in one.what and "Please." in one.what for one in made.notices)


@pytest.mark.slow
def test_only_the_file_of_this_leaflet_is_taken(desk):
    data = sent(desk)
    gathered = read_word(data, "x.docx", Changes.ACCEPT)
    with pytest.raises(UsageError, match="was made of the leaflet eyes"):
        update(workspace(desk), "teeth", gathered, "x.docx")
    with pytest.raises(UsageError, match="does not say which leaflet"):
        update(workspace(desk), "eyes", replace(gathered, carried=None), "x.docx")
    translated = read_word(word_file(workspace(desk), "eyes", "pl"), "x.docx", Changes.ACCEPT)
    with pytest.raises(UsageError, match="is a translation"):
        update(workspace(desk), "eyes", translated, "x.docx")


@pytest.mark.parametrize(
    ("root", "name"),
    [(CONSTRUCTS, "everything"), (REPOSITORY, "vertebroplasty"), (REPOSITORY, "vertebroplasty-at-a-glance")],
    ids=["everything", "starter", "at a glance"],
)
def test_a_file_that_nobody_touched_brings_no_correction(root, name):
    """Whatever a leaflet may hold: with one text more or less nothing could be taken back."""
    workspace = Workspace(read_project(root, [name]), datetime.date(2026, 11, 30))
    sent = word_file(workspace, name, workspace.project.config.source)
    back = update(workspace, name, read_word(sent, "x.docx", Changes.ACCEPT), "x.docx")
    assert (back.taken, back.not_taken) == (0, 0)
    assert back.after == back.before


def test_a_picture_without_words_does_not_keep_a_leaflet_from_coming_back(desk):
    path = desk.root / "leaflets/eyes/leaflet.md"
    assert ":alt:" in path.read_text()
    path.write_text("".join(line for line in path.read_text().splitlines(True) if ":alt:" not in line))
    project = read_project(desk.root, ["eyes"])
    draft = Workspace(project.with_drafts, TODAY)
    data = word_file(draft, "eyes", "en_GB")
    there = update(draft, "eyes", read_word(data, "x.docx", Changes.ACCEPT), "x.docx")
    assert (there.taken, there.not_taken) == (0, 0)
