"""The picture in docs/architecture.md, held against the imports of the code."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "polyleaf"

FLOORS = [
    {"errors"},
    {"model", "files", "zipped"},
    {"workers", "cache", "manuscript", "pictures"},
    {"locales", "drawings", "cluster"},
    {"reading", "render", "source", "pdf"},
    {"catalog", "checks", "starter"},
    {"workspace"},
    {"building"},
    {"inspecting", "translating", "importing", "watching"},
    {"delivery", "preview"},
    {"report"},
    {"cli"},
]
"""Rooms from the ground up: a room imports only from floors below its own."""

CATALOG_FLOORS = [{"po"}, {"messages"}, {"signoff"}, {"exchange", "localizing"}, {"memory"}, {"progress"}]
"""The rooms inside ``catalog``, in the same way."""

CHECKS_MAY_USE = {"errors", "model", "locales", "reading"}

DOORS = {
    "click": {"cli"},
    "rich": {"cli", "report"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "weasyprint": {"render"},
    "pydyf": {"render"},
    "segno": {"render"},
    "pypdfium2": {"pdf"},
    "pikepdf": {"pdf"},
    "babel": {"catalog", "locales", "reading"},
    "icu4py": {"locales"},
    "tinycss2": {"drawings"},
    "cssselect2": {"drawings"},
    "markdown_it": {"source"},
    "mdit_py_plugins": {"source"},
    "yaml": {"source"},
    "pydantic": {"source"},
    "PIL": {"pictures", "source", "pdf"},
    "openpyxl": {"catalog"},
    "page": {"pdf"},
    "distributed": {"cluster"},
    "dask": {"cluster"},
    "lxml": {"importing"},
    "docx": {"importing"},
    "watchfiles": {"watching"},
    "starlette": {"preview"},
    "uvicorn": {"preview"},
    "h11": {"preview"},
}
"""Third parties and the rooms that may open the door to them."""

FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
MODULES = sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports_of(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def rooms_used(path: Path) -> set[str]:
    """The other rooms that a module imports from."""
    names = (name.split(".") for name in imports_of(path))
    rooms = {parts[1] for parts in names if parts[0] == "polyleaf" and len(parts) > 1 and parts[1] != "__version__"}
    return rooms - {room_of(path)}


def test_imports_point_down() -> None:
    for path in MODULES:
        room = room_of(path)
        for other in rooms_used(path) if room != "__init__" else ():
            assert FLOOR_OF[other] < FLOOR_OF[room], f"{path}: {room} may not import {other}"
            if room == "checks":
                assert other in CHECKS_MAY_USE, f"{path}: checks may not import {other}"


def test_imports_point_down_inside_the_catalog() -> None:
    floor_of = {room: number for number, rooms in enumerate(CATALOG_FLOORS) for room in rooms}
    for path in (SOURCE / "catalog").glob("*/*.py"):
        for name in imports_of(path):
            parts = name.split(".")
            if parts[:2] == ["polyleaf", "catalog"] and parts[2] != path.parent.name:
                assert floor_of[parts[2]] < floor_of[path.parent.name], f"{path} may not import {parts[2]}"


def test_workers_know_only_errors() -> None:
    for path in (SOURCE / "workers").glob("*.py"):
        ours = {name.split(".")[1] for name in imports_of(path) if name.startswith("polyleaf.")}
        assert ours <= {"workers", "errors"}, path.name


def test_one_door_for_each_third_party() -> None:
    for path in MODULES:
        for name in imports_of(path):
            third_party = name.split(".")[0]
            if third_party in DOORS:
                assert room_of(path) in DOORS[third_party], f"{path}: {third_party} belongs to {DOORS[third_party]}"


def test_only_these_modules_know_weasyprint() -> None:
    users = {
        path.relative_to(SOURCE / "render").parts[0]
        for path in MODULES
        if any(name.split(".")[0] in ("weasyprint", "pydyf") for name in imports_of(path))
    }
    doors = {
        "weasy.py",
        "fetcher.py",
        "first_pages.py",
        "font_files.py",
        "font_maps.py",
        "known_sheets.py",
        "changed_styles.py",
        "known_boxes.py",
        "known_layouts.py",
        "known_lines.py",
        "known_styles.py",
        "quick.py",
        "quick_boxes.py",
        "quick_bytes.py",
        "quick_paths.py",
        "quick_styles.py",
        "quick_types.py",
        "margins.py",
        "paints.py",
        "markers.py",
    }
    assert users == doors | {"breaks", "ink.py", "line_ends.py", "pitches.py", "tagging", "wide_tables.py"}


def test_the_model_needs_only_the_standard_library() -> None:
    for path in (SOURCE / "model").glob("*.py"):
        for name in imports_of(path):
            assert name.split(".")[0] in ("polyleaf", *STANDARD), f"{path.name} imports {name}"


def test_no_module_imports_itself_through_others() -> None:
    edges: dict[str, set[str]] = defaultdict(set)
    known = {".".join(("polyleaf", *path.relative_to(SOURCE).with_suffix("").parts)) for path in MODULES}
    for path in MODULES:
        here = ".".join(("polyleaf", *path.relative_to(SOURCE).with_suffix("").parts))
        for name in imports_of(path):
            for target in (name, name.rpartition(".")[0]):
                if target in known and target != here:
                    edges[here].add(target)
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join((*trail, module))
        if module in done:
            return
        for target in edges[module]:
            visit(target, (*trail, module))
        done.add(module)

    for module in sorted(edges):
        visit(module, ())


def test_the_clock_is_read_in_one_place() -> None:
    """Two readings of the clock, or two time zones, may be two days."""
    clock = re.compile(r"\.(?:now|today|utcnow|fromtimestamp|localtime|gmtime)\(|\btime\.time\(\)")
    assert [path.name for path in MODULES if clock.search(path.read_text(encoding="utf-8"))] == ["opened.py"]


def test_nothing_prints_but_cli_and_report() -> None:
    for path in MODULES:
        if room_of(path) in ("cli", "report"):
            continue
        calls = [node.func for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)]
        assert not [call for call in calls if isinstance(call, ast.Name) and call.id == "print"], path


STANDARD = {
    "__future__",
    "bisect",
    "collections",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "fractions",
    "pathlib",
    "re",
    "typing",
    "unicodedata",
}


def test_no_pattern_needs_a_younger_python() -> None:
    """Python 3.11.0 to 3.11.4 match possessive groups wrongly (CPython issue 106052): write an atomic group."""
    possessive = re.compile(r"\)(?:[*+?]|\{\d*,\d*\})\+")
    found = [
        f"{path.name}:{number}"
        for path in MODULES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if possessive.search(line)
    ]
    assert not found


USED_FROM_OUTSIDE = {
    "render.render": "what most tests of pages call: prepare, then lay out",
    "reader.read_pdf": "tests read pages alone; a build reads them with their tags",
    "tag_tree.read_tags": "tests and benchmarks read tags alone",
    "words.interface_messages": "tools/desk_words.py",
    "registry.__getattr__": "Python itself",
    "quick_boxes.real_in_flow": "tests hold the quick ways against WeasyPrint's",
    "quick_boxes.real_page_values": "as above",
}


def test_nothing_is_there_for_tests_alone() -> None:
    """A test of a function that nothing calls says nothing of what runs."""
    loaded: dict[Path, set[str]] = defaultdict(set)
    named = set()
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            match node:
                case ast.Name(id=name, ctx=ast.Load()):
                    loaded[path].add(name)
                case ast.Attribute(attr=name):
                    named.add(name)
                case ast.Constant(value=str(words)):
                    named.add(words.rpartition(":")[2])  # a class by its place: "building.press:Press"
    imported = {name for path in MODULES for name in imports_of(path)}
    alone = []
    for path in MODULES:
        module = ".".join(("polyleaf", *path.relative_to(SOURCE).with_suffix("").parts))
        for name in set(stated_in(tree_of(path))) - loaded[path]:
            used = f"{module}.{name}" in imported or name in named
            if not used and f"{path.stem}.{name}" not in USED_FROM_OUTSIDE:
                alone.append(f"{module}.{name}")
    assert not alone


def stated_in(tree: ast.Module) -> Iterator[str]:
    """Functions, classes and constants of a module; not what a decorator registers."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) or (isinstance(node, ast.FunctionDef) and not node.decorator_list):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
