"""No language is an ``if``: what differs between languages stands in their files, not in conditions of the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from polyleaf.locales.table import LANGUAGES

SOURCE = Path(__file__).parents[1] / "src" / "polyleaf"
MODULES = sorted(SOURCE.rglob("*.py"))
CODES = {*LANGUAGES, *(locale.split("_")[0] for locale in LANGUAGES), *(locale.lower() for locale in LANGUAGES)}
OTHER_CODES = {"no", "nb", "nn", "in", "id", "iw", "mo", "tl", "zh_CN", "zh_TW", "prs", "pnb", "kmr"}

HTML = {"br", "hr", "th", "tr"}
NOT_LANGUAGES = {
    "catalog/exchange/xliff12.py": {"it"},
    "catalog/exchange/xliff21.py": {"sm"},
    "drawings/newer.py": {"id"},
    "importing/web.py": HTML,
    "importing/web_kinds.py": HTML | {"tt"},
    "importing/web_page.py": HTML,
    "importing/web_runs.py": HTML | {"tt"},
    "importing/typed_marks.py": {"vi"},
    "importing/web_table.py": HTML,
    "importing/web_words.py": HTML,
    "importing/word/body.py": HTML,
    "importing/word/document.py": HTML,
    "importing/word/drawings.py": {"pt"},
    "importing/word/every_word.py": HTML,
    "importing/word/grids.py": HTML,
    "importing/word/paragraphs.py": HTML,
    "importing/word/seen.py": HTML,
    "render/line_ends.py": HTML,
    "render/printed_text.py": HTML,
    "render/tagging/roles.py": HTML,
    "render/tagging/sequences.py": {"cs"},
    "source/fact_values.py": {"to"},
    "render/tagging/tables.py": HTML,
    "source/markdown.py": HTML,
}
"""Names of elements and attributes of HTML, SVG and XLIFF, a Roman figure and an operator of PDF, that are codes of
languages too."""

LEAST_KEYS = 2
"""Codes of languages among the keys of a dictionary from which it is a table of languages."""


def strings(node: ast.AST) -> Iterator[str]:
    """The strings that a value is, or that it holds."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def constants(tree: ast.Module) -> dict[str, ast.expr]:
    """Names of a module with what they are bound to, so that a condition may not hide its codes behind one."""
    found = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            found[node.target.id] = node.value
    return found


def held(node: ast.expr, names: dict[str, ast.expr]) -> Iterator[str]:
    """The strings that one side of a condition is or holds."""
    if isinstance(node, ast.Constant | ast.Tuple | ast.List | ast.Set | ast.Dict) or (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"frozenset", "set"}
    ):
        yield from strings(node)
    elif isinstance(node, ast.Name) and node.id in names and not isinstance(names[node.id], ast.Constant):
        yield from held(names[node.id], {})


def conditions(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and string of every comparison with a string, of ``startswith`` and its like, and of ``case``."""
    names = constants(tree)
    for node in ast.walk(tree):
        sides: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in {"startswith", "endswith"}:
                sides = list(node.args)
            elif node.func.attr == "get" and isinstance(node.func.value, ast.Dict):
                sides = [node.func.value]
        elif isinstance(node, ast.MatchValue):
            sides = [node.value]
        for side in sides:
            for text in held(side, names):
                yield getattr(node, "lineno", 0), text


def tables(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and keys of every dictionary that is keyed by codes of languages."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
            codes = [key for key in keys if key in CODES | OTHER_CODES]
            if len(codes) >= LEAST_KEYS and 2 * len(codes) > len(keys):
                yield node.lineno, ", ".join(codes)


def offences(path: Path) -> list[str]:
    name = path.relative_to(SOURCE).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [(line, text) for line, text in conditions(tree) if text in CODES - NOT_LANGUAGES.get(name, set())]
    return [f"{name}:{line}: {text}" for line, text in (*found, *tables(tree))]


def test_no_language_is_an_if() -> None:
    assert not [offence for path in MODULES for offence in offences(path)]


@pytest.mark.parametrize(
    "code",
    [
        'if language.locale == "pa_Arab": pass',
        '_CLOSE = ("en", "en_GB")\ndef f(x):\n    return x.locale in _CLOSE',
        'x = base in {"th", "lo"}',
        'x = locale.startswith("en")',
        'x = {"pl": 1, "de": 2}',
        'match locale:\n    case "ja": pass',
        'x = {"tl": "fil", "iw": "he"}.get(tag)',
    ],
)
def test_such_an_if_would_be_found(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "SOURCE", tmp_path)
    path = tmp_path / "module.py"
    path.write_text(code, encoding="utf-8")
    assert offences(path)
