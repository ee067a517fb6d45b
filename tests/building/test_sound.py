"""Faults of headings and pictures do not make a second fault of the PDF."""

import datetime

import pytest
from tests.projects.folder import Clinic

from polyleaf.building.documents import Documents
from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Figure, Heading
from polyleaf.source.reader import read_project
from polyleaf.workspace import Workspace

BODY = "\n### Before\n\n#### Food\n\n:::{tip}\n### After\n:::\n\n![](images/eye.svg)\n"


@pytest.mark.parametrize("released", [False, True])
def test_a_draft_skips_no_level_and_names_each_picture(tmp_path, released):
    clinic = Clinic(tmp_path / "clinic")
    path = clinic.path("eyes")
    front = path.read_text().split("\n---\n")[0]
    path.write_text(f"{front}\n---\n{BODY}")
    workspace = Workspace(read_project(clinic.root, ["eyes"]), datetime.date(2026, 11, 20))
    document = Documents(workspace).document("eyes", "en_GB", released=released)
    blocks = list(walk_blocks(document.blocks))
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    (figure,) = [block for block in blocks if isinstance(block, Figure)]
    alt = plain(figure.alt.inlines) if figure.alt else ""
    assert (levels, alt) == (([3, 4, 3], "") if released else ([2, 3, 3], "[eye.svg]"))
