"""Which saved files are told, and what each of them can have changed."""

from pathlib import Path, PurePosixPath

import pytest

from polyleaf.watching.scope import Scope, in_project, scope_of

ROOT, OUT = Path("/p"), Path("/p/dist")


@pytest.mark.parametrize(
    ("path", "leaflets", "locales"),
    [
        ("leaflets/eyes/leaflet.md", {"eyes"}, None),
        ("leaflets/eyes/images/drops.svg", {"eyes"}, None),
        ("translations/pl/LC_MESSAGES/eyes.po", {"eyes"}, {"pl"}),
        ("translations/pl/LC_MESSAGES/templates.po", None, {"pl"}),
        ("translations/approvals/eyes-pl.toml", None, None),
        ("templates/css/project.css", None, None),
        ("polyleaf.toml", None, None),
        ("logo.svg", None, None),
        ("languages/af.toml", None, None),
    ],
)
def test_what_a_saved_file_can_have_changed(path, leaflets, locales):
    assert in_project(ROOT / path, ROOT, OUT) == PurePosixPath(path)
    assert scope_of(PurePosixPath(path)) == Scope(
        None if leaflets is None else frozenset(leaflets), None if locales is None else frozenset(locales)
    )


@pytest.mark.parametrize(
    "path",
    [
        "dist/eyes/pl/eyes-pl-large.pdf",
        "translations/eyes.pot",
        "leaflets/eyes/.leaflet.md.swp",
        "leaflets/eyes/leaflet.md~",
        "leaflets/eyes/#leaflet.md#",
        ".git/index",
        "notes.txt",
        "src/program.py",
        "../elsewhere/leaflet.md",
    ],
)
def test_what_shows_on_no_page_is_not_told(path):
    assert in_project(Path("/p") / path if not path.startswith("..") else Path("/elsewhere/x"), ROOT, OUT) is None
