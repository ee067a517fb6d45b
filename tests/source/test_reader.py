from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyleaf.errors import PolyleafError, UsageError
from polyleaf.manuscript.faults import ContentError
from polyleaf.model.block_texts import texts
from polyleaf.model.finding import Fault
from polyleaf.model.leaflet import Leaflet
from polyleaf.source.codes import code_in
from polyleaf.source.config import parse_config
from polyleaf.source.reader import parse_leaflet, read_project
from polyleaf.source.root import find_root

SOUND = """\
---
title: T
code: C
version: "1"
published: 2026-01-01
review_by: 2027-01-01
owner: O
---
Words.
"""

CONFIG = parse_config('[organisation]\nname = "H"\n[languages]\nsource = "en_GB"\n')
PRODUCT = Path(__file__).parents[2]


def add(root: Path, name: str, text: str = SOUND) -> Path:
    folder = root / "leaflets" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "leaflet.md").write_text(text, encoding="utf-8")
    return folder


def test_a_project_has_its_leaflets_in_order(root: Path) -> None:
    for name in ("zebra", "demo", "a-1"):
        add(root, name)
    (root / "leaflets" / "README.md").write_text("not a leaflet")
    (root / "leaflets" / ".git").mkdir()
    project = read_project(root)
    assert list(project.leaflets) == ["a-1", "demo", "zebra"]
    assert project.broken == ()
    assert project.root == root.resolve()
    assert project.leaflets["demo"].path == "leaflets/demo/leaflet.md"


@pytest.mark.parametrize(("encoding", "line"), [("utf-16", 1), ("utf-16-be", 1), ("cp1252", 9)])
def test_a_leaflet_in_another_encoding_has_a_draft_and_a_fault(root: Path, encoding: str, line: int) -> None:
    folder = add(root, "one")
    words = SOUND.replace("Words.", "“Café” – 5 µg")
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    (folder / "leaflet.md").write_bytes((mark + words).replace("\n", "\r\n").encode(encoding))
    leaflet = read_project(root).leaflets["one"]
    assert [text.msgid for text in texts(leaflet.blocks)] == ["“Café” – 5 µg"]
    (fault,) = leaflet.faults
    assert fault.location.line == line
    assert "UTF-8" in fault.hint


def test_only_the_leaflets_asked_for(root: Path) -> None:
    add(root, "one")
    add(root, "two", "broken")
    assert list(read_project(root, ["one"]).leaflets) == ["one"]
    assert read_project(root, ["one"]).broken == ()


@pytest.mark.parametrize(
    "line",
    ["code: C", 'code: "C"', "code: 'C'   # ours", "code:   C  ", "code: C # ours", "\"code\": 'C'"],
)
def test_the_codes_of_leaflets_that_are_not_read_are_known(root: Path, line: str) -> None:
    add(root, "one")
    add(root, "two", SOUND.replace("code: C", line))
    add(root, "three", "---\ntitle: [\n---\ncode: C\n")
    (root / "leaflets" / "four").symlink_to(root.parent)
    assert read_project(root, ["one"]).other_codes == {"leaflets/two/leaflet.md": "C"}
    assert read_project(root).other_codes == {}


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_no_text_stops_the_look_at_codes(text: str) -> None:
    for front in (text, f"---\n{text}\n---\n", f"---\ncode: {text}\n---\n"):
        assert "\n" not in code_in(front)


@pytest.mark.parametrize("name", ["on", "leaflets/one/", "One"])
def test_an_unknown_leaflet_is_told_with_the_nearest(root: Path, name: str) -> None:
    add(root, "one")
    with pytest.raises(UsageError) as caught:
        read_project(root, [name])
    assert "Did you mean one?" in caught.value.hint


def test_a_project_without_leaflets_is_empty(root: Path) -> None:
    (root / "leaflets" / "demo").rmdir()
    (root / "leaflets").rmdir()
    assert read_project(root).leaflets == {}


def test_a_broken_leaflet_does_not_stop_the_others(root: Path) -> None:
    add(root, "demo")
    add(root, "bad", "---\ntitle: x\n")
    project = read_project(root)
    assert list(project.leaflets) == ["demo"]
    assert [(broken.name, broken.path) for broken in project.broken] == [("bad", "leaflets/bad/leaflet.md")]
    assert project.broken[0].faults


def broken(root: Path, name: str) -> Fault:
    (fault,) = next(broken for broken in read_project(root).broken if broken.name == name).faults
    assert fault.hint
    return fault


@pytest.mark.parametrize("name", ["Spine leaflet", "ÉTÉ", "templates", "-x", "a\nb"])
def test_folders_whose_names_cannot_be_file_names(root: Path, name: str) -> None:
    add(root, name)
    assert "cannot be named" in broken(root, name).message


def test_folders_that_are_no_leaflets(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = add(tmp_path_factory.mktemp("outside"), "secret")
    (root / "leaflets" / "linked").symlink_to(outside)
    (root / "leaflets" / "loop").symlink_to(root / "leaflets" / "loop")
    (root / "leaflets" / "half").mkdir()
    (root / "leaflets" / "half" / "leaflet.md").symlink_to(outside / "leaflet.md")
    (root / "leaflets" / "folder" / "leaflet.md").mkdir(parents=True)
    assert "out of the project" in broken(root, "linked").message
    assert "out of the project" in broken(root, "half").message
    assert broken(root, "loop").message
    assert "missing or is not a file" in broken(root, "folder").message
    assert "missing or is not a file" in broken(root, "demo").message


def test_a_leaflets_folder_that_is_a_link_out_of_the_project(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (root / "leaflets" / "demo").rmdir()
    (root / "leaflets").rmdir()
    (root / "leaflets").symlink_to(tmp_path_factory.mktemp("outside"))
    with pytest.raises(ContentError, match="leads out of the project"):
        read_project(root)


def test_files_that_are_no_text(root: Path) -> None:
    folder = add(root, "demo")
    (folder / "leaflet.md").write_bytes(SOUND.encode() + b"caf\0\n")
    (fault,) = read_project(root).leaflets["demo"].faults
    assert (fault.location.line, "NUL" in fault.message) == (10, True)
    (folder / "leaflet.md").write_bytes(b"PK\x03\x04")
    assert (broken(root, "demo").location.line, "UTF-8" in broken(root, "demo").hint) == (1, True)
    (folder / "leaflet.md").write_bytes(b"x" * (2 * 1024 * 1024 + 1))
    assert "larger than 2048 KiB" in broken(root, "demo").message
    (folder / "leaflet.md").write_text(SOUND + "<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n")
    assert ("merge conflict" in broken(root, "demo").message, broken(root, "demo").location.line) == (True, 10)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(root: Path) -> None:
    plain = read_project(add(root, "demo").parents[1]).leaflets["demo"]
    (root / "leaflets/demo/leaflet.md").write_bytes(b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode())
    assert read_project(root).leaflets["demo"] == plain


def test_a_leaflet_without_words_says_so(root: Path) -> None:
    add(root, "demo", SOUND.replace("Words.", ""))
    (fault,) = read_project(root).leaflets["demo"].faults
    assert "no text" in fault.message


def test_the_root_is_found_upwards(root: Path) -> None:
    assert find_root(root / "leaflets" / "demo") == root
    assert find_root(root) == root


def test_no_root_says_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        find_root(tmp_path)
    assert "polyleaf init" in caught.value.hint


def test_a_bad_configuration_stops_reading(root: Path) -> None:
    (root / "polyleaf.toml").write_text("[organisation]\n")
    with pytest.raises(ContentError):
        read_project(root)


@settings(max_examples=200)
@given(
    st.text()
    | st.lists(st.sampled_from([*SOUND.splitlines(keepends=True), "x: y\n", ":::{tip}\n", ":::\n", "- \n"])).map(
        "".join
    )
    | st.tuples(st.integers(0, len(SOUND)), st.text(max_size=20)).map(lambda c: SOUND[: c[0]] + c[1] + SOUND[c[0] :])
)
def test_reading_never_raises_anything_but_our_own_errors(text: str) -> None:
    try:
        result = parse_leaflet(text, Path("/nowhere"), "demo", CONFIG)
    except PolyleafError:
        return
    if not isinstance(result, Leaflet):
        assert result.faults


def test_the_starter_project_has_no_faults() -> None:
    if not (PRODUCT / "polyleaf.toml").exists():
        pytest.skip("the starter project stands in the product's own repository")
    project = read_project(PRODUCT)
    assert project.broken == ()
    assert {name: leaflet.faults for name, leaflet in project.leaflets.items()} == dict.fromkeys(project.leaflets, ())
    assert all(facts.problem is None for leaflet in project.leaflets.values() for facts in leaflet.images.values())


def test_every_fault_of_a_leaflet_has_a_hint(faults: Callable[[str], tuple[Fault, ...]]) -> None:
    found = faults("# A\n\n***\n\n:::{x}\n\n<b>\n\n{ }\n\nsee ![a](b)\n\n    c\n\n> d\n")
    assert len(found) >= 8
    assert all(fault.hint and fault.location.line for fault in found)


@pytest.mark.parametrize("heading", ["# T", "# **T**", "T\n=", "# t #"])
def test_the_title_above_the_text_is_printed_once(heading: str) -> None:
    read = parse_leaflet(SOUND.replace("Words.", f"{heading}\n\nWords."), Path("/nowhere"), "demo", CONFIG)
    assert isinstance(read, Leaflet)
    assert ([text.msgid for text in texts(read.blocks)], read.faults) == (["Words."], ())
    assert next(texts(read.blocks)).location.line == 9 + heading.count("\n") + 2


def test_the_title_as_a_heading_of_sections_is_printed_once_if_others_stand_beside_it() -> None:
    for body, first in (("## T\n\nWords.\n\n## More\n\nWords.", "Words."), ("## T\n\n### More\n\nWords.", "T")):
        read = parse_leaflet(SOUND.replace("Words.", body), Path("/nowhere"), "demo", CONFIG)
        assert isinstance(read, Leaflet)
        assert next(texts(read.blocks)).msgid == first
