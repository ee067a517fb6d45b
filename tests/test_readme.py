"""The README and the pages of docs/ keep their word: everything is in them, and what is in them works."""

from __future__ import annotations

import inspect
import re
import shlex
from contextlib import suppress
from pathlib import Path

import click
import pytest

from polyleaf.cli.command_pages import commands_markdown
from polyleaf.cli.command_pages import main as write_commands
from polyleaf.cli.group import every_command
from polyleaf.cli.main import polyleaf, run
from polyleaf.errors import ExitCode
from polyleaf.locales.table import LANGUAGES
from polyleaf.locales.units import UNITS
from polyleaf.model.boxes import BOXES
from polyleaf.model.edition import PAPERS, Edition
from polyleaf.render.style import LETTERS, style
from polyleaf.source.config import parse_config
from polyleaf.source.fact_values import KINDS
from polyleaf.source.frontmatter import OPTIONAL, REQUIRED
from polyleaf.source.reader import read_project
from polyleaf.source.schema import SHAPES

ROOT = Path(__file__).parents[1]
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
}
README = PAGES["README.md"]
COMMANDS = PAGES["docs/commands.md"]
CONFIGURATION = PAGES["docs/configuration.md"]
LEAFLET = PAGES["docs/leaflet.md"]
README_LIMIT = 8_000
"""Bytes: who reads a page for the first time reads no more."""
FENCE = re.compile(r"^(`{3,})(\w+)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
CALL = re.compile(r"^(?:polyleaf|(?:\S*python3? )?cli\.py) .+$", re.MULTILINE)
QUICK = ("new ", "catalog extract", "catalog update", "catalog status", "check", "explain", "doctor")
"""Beginnings of the examples that are run, not only read."""
PICTURE_LIMIT = 300_000
"""Bytes: a page on the web should open at once."""

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
"""What the example of a configuration calls the logo."""


def section(page: str, heading: str) -> str:
    """What stands under a heading of a page, up to the next one of its level."""
    marks = heading.split(maxsplit=1)[0]
    masked = FENCE.sub(lambda match: " " * len(match[0]), page)
    start = re.search(rf"^{re.escape(heading)}$", masked, re.MULTILINE)
    if start is None:
        return ""
    end = re.compile(rf"^#{{1,{len(marks)}}} ", re.MULTILINE).search(masked, start.end())
    return page[start.end() : end.start() if end else len(page)]


EVERY = {" ".join(path): command for path, command in every_command(polyleaf)}
"""Every command that does something, by its words."""


def blocks(page: str, language: str) -> list[str]:
    return [text for _, found, text in FENCE.findall(page) if found == language]


def calls(page: str) -> list[list[str]]:
    """The arguments of every call of polyleaf in an example, in order."""
    found = []
    for block in blocks(page, "sh"):
        for line in CALL.findall(block.replace("\\\n", " ")):
            words = shlex.split(line.partition(" > ")[0], comments=True)
            found.append(words[next(i for i, word in enumerate(words) if word in {"polyleaf", "cli.py"}) + 1 :])
    return found


def lacking(words: set[str], text: str) -> list[str]:
    """The words that stand nowhere in the text in code marks."""
    said = {word for code in CODE.findall(FENCE.sub("", text)) for word in re.findall(r"[\w-]+", code)}
    return sorted(words - said)


def test_the_readme_is_short() -> None:
    assert len(README.encode()) <= README_LIMIT


def test_the_page_of_the_commands_is_current(tmp_path: Path) -> None:
    assert commands_markdown() == COMMANDS, "run `make docs`"
    assert write_commands([str(tmp_path / "page.md")]) == ExitCode.OK
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == COMMANDS
    assert write_commands([]) == ExitCode.USAGE


def test_every_command_has_a_section() -> None:
    missing = [name for name in EVERY if not section(COMMANDS, f"### `polyleaf {name}`")]
    assert not missing, f"commands.md has no section '### `polyleaf …`' for: {', '.join(missing)}"


def test_every_option_is_in_the_section_of_its_command() -> None:
    shared = section(COMMANDS, "## Options of every command")
    missing = [
        f"{name}: {option}"
        for name, command in EVERY.items()
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.hidden
        for option in parameter.opts
        if not re.search(rf"`{option}[ `]", section(COMMANDS, f"### `polyleaf {name}`") + shared)
    ]
    assert not missing, f"commands.md does not say what these options do: {'; '.join(missing)}"


def test_every_command_has_an_example_on_its_page_and_in_its_help() -> None:
    shown = {" ".join(call) for call in calls(COMMANDS)}
    unseen = [name for name in EVERY if not any(f"{call} ".startswith(f"{name} ") for call in shown)]
    assert not unseen, f"commands.md has no example of: {', '.join(unseen)}"
    silent = [name for name, command in EVERY.items() if "Example" not in (command.help or "")]
    assert not silent, f"the help has no example: {', '.join(silent)}"


def test_a_command_with_an_exit_status_of_its_own_says_so() -> None:
    silent = [
        name
        for name, command in EVERY.items()
        if inspect.get_annotations(command.callback or print)["return"] == "ExitCode"
        and "exit status" not in " ".join((command.help or "").split())
    ]
    assert not silent, f"the help does not say when the exit status is not 0: {', '.join(silent)}"


@pytest.mark.parametrize("name", EVERY)
def test_examples_of_the_help_keep_their_lines(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*name.split(), "--help"]) == ExitCode.OK
    told = capsys.readouterr().out
    assert "\\b" not in told
    assert "\b" not in told
    assert re.search(rf"Examples?:\n +polyleaf {name}", told)


@pytest.mark.parametrize("call", [call for page in PAGES.values() for call in calls(page)], ids=" ".join)
def test_examples_are_commands_that_exist(call: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command: click.Command = polyleaf
    monkeypatch.chdir(tmp_path)
    for word in call:
        if Path(word).suffix in (".tbx", ".tmx", ".xlf", ".xlsx", ".pdf", ".csv", ".zip"):  # a file that the reader has
            (tmp_path / word).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / word).touch()
        elif word.startswith("../"):  # a folder that the reader has
            (tmp_path / word).mkdir(exist_ok=True)
    words = list(call)
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        word = words.pop(0)
        assert word in command.commands, f"there is no command {word}"
        command = command.commands[word]
    with suppress(click.exceptions.Exit):  # --version prints it and leaves
        command.make_context(command.name, words)


@pytest.mark.parametrize("page", ["README.md", pytest.param("docs/commands.md", marks=pytest.mark.slow)])
def test_the_examples_work_in_the_order_of_the_page(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", "my-leaflets"]) == ExitCode.OK
    monkeypatch.chdir(tmp_path / "my-leaflets")
    (tmp_path / "leaflets-of-last-year").mkdir()
    quick = [call for call in calls(PAGES[page]) if " ".join(call).startswith(QUICK)]
    assert quick
    for call in quick:
        assert run(call) in {ExitCode.OK, ExitCode.FINDINGS}, call


def test_the_sentence_and_the_number_of_the_tour_are_in_the_starter() -> None:
    text = (ROOT / "leaflets/vertebroplasty-at-a-glance/leaflet.md").read_text(encoding="utf-8")
    assert "The full leaflet tells you more about benefits, risks and other choices." in text
    assert "  fasting_food: {quantity: 6, unit: hour}\n" in text


def test_every_key_of_the_configuration_is_explained() -> None:
    keys = {key for model in SHAPES.values() for key in model.model_fields if not key.startswith(("contacts", "edit"))}
    text = CONFIGURATION
    assert not lacking(keys, text)
    assert not [paper for paper in PAPERS if paper not in text]


def test_the_margin_of_clear_print_is_as_it_is_told() -> None:
    (editions,) = re.findall(r"^\*\*`\[editions.*?\n\n", CONFIGURATION, re.MULTILINE | re.DOTALL)
    side = style(LANGUAGES["en_GB"], (), Edition("clear", 14.0, "A4"), "latn").side
    assert f"{LETTERS} letters" in editions
    assert f"English at 14pt on A4 has margins of {side:.1f}mm" in editions


def test_every_key_of_the_front_matter_is_explained() -> None:
    text = section(LEAFLET, "## Front matter")
    for key in REQUIRED:
        assert f"| `{key}` | yes |" in text
    for key in OPTIONAL:
        assert f"| `{key}` | no |" in text


def test_every_fact_unit_and_box_is_explained() -> None:
    facts = section(LEAFLET, "## Facts")
    assert not [kind for kind in KINDS if f"`{{{kind}: " not in facts]
    assert not lacking(set(UNITS), facts)
    assert not [box for box in BOXES if f":::{{{box}}}" not in PAGES["docs/boxes.md"]]


def test_every_language_is_named_as_it_is_in_the_table() -> None:
    text = PAGES["docs/languages.md"].replace("**", "")
    assert not [code for code, language in LANGUAGES.items() if f"| `{code}` | {language.english} |" not in text]


def test_every_block_and_token_of_the_look_is_named() -> None:
    text = section(CONFIGURATION, "## Changing the look")
    built_in = (ROOT / "templates/leaflet.html").read_text(encoding="utf-8")
    blocks_of_the_page = set(re.findall(r"{% block (\w+) %}", built_in))
    assert not lacking(blocks_of_the_page, text)
    tokens = (ROOT / "templates/css/tokens.css").read_text(encoding="utf-8")
    assert not [token for token in re.findall(r"^\s*(--[\w-]+):", tokens, re.MULTILINE) if f"`{token}`" not in text]


def test_every_exit_status_is_explained() -> None:
    text = section(COMMANDS, "## Exit statuses")
    assert re.findall(r"^\| (\d+) \|", text, re.MULTILINE) == [str(code.value) for code in ExitCode]


def test_the_examples_of_files_are_accepted(tmp_path: Path) -> None:
    (toml,) = blocks(CONFIGURATION, "toml")
    assert parse_config(toml).targets
    (leaflet,) = [text for text in blocks(LEAFLET, "markdown") if text.startswith("---")]
    (tmp_path / "polyleaf.toml").write_text(toml, encoding="utf-8")
    (tmp_path / "hospital-logo.svg").write_text(LOGO, encoding="utf-8")
    folder = tmp_path / "leaflets" / "knee"
    folder.mkdir(parents=True)
    (folder / "leaflet.md").write_text(leaflet, encoding="utf-8")
    project = read_project(tmp_path)
    assert not project.broken
    assert not project.leaflets["knee"].faults


def test_every_package_of_the_machine_is_in_the_apt_command() -> None:
    lines = (ROOT / "tools/system.txt").read_text(encoding="utf-8").splitlines()
    packages = {line.split()[0] for line in lines if line.strip() and not line.startswith("#")}
    assert packages <= set("".join(blocks(PAGES["docs/install.md"], "sh")).split())


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", CODE.sub("", FENCE.sub("", PAGES[name]))):
        place, _, heading = target.partition("#")
        if place.startswith("https:"):
            continue
        path = ((ROOT / name).parent / place).resolve() if place else ROOT / name
        assert path.exists(), target
        if heading:
            page = path.read_text(encoding="utf-8")
            headings = {anchor(heading) for heading in re.findall(r"^#+ (.+)$", FENCE.sub("", page), re.MULTILINE)}
            assert heading in headings, target


def anchor(heading: str) -> str:
    """The anchor that web sites give a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_pictures_are_small() -> None:
    pictures = [path for ending in ("png", "svg") for path in (ROOT / "docs/pictures").glob(f"*.{ending}")]
    pages = (README, *(path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md")))
    shown = {name for page in pages for name in re.findall(r"!\[[^\]]+\]\((?:docs/)?pictures/([^)]+)\)", page)}
    assert {path.name for path in pictures} == shown
    assert all(path.stat().st_size < PICTURE_LIMIT for path in pictures)
