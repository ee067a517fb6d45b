"""The wheel: what is in it, and that it works in an empty folder."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from polyleaf import __version__

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_installs_nothing_but_polyleaf(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"polyleaf"}


def test_the_wheel_holds_the_starter_rooms(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for room in ("leaflets", "translations", "templates"):
        for path in (ROOT / room).rglob("*"):
            if path.is_file() and path.suffix != ".mo":
                assert f"polyleaf/_starter/{path.relative_to(ROOT).as_posix()}" in names
    assert "polyleaf/_starter/polyleaf.toml" in names
    assert not [name for name in names if "dist/" in name or name.endswith(".pdf")]


def test_the_wheel_holds_every_language_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    room = ROOT / "src/polyleaf/languages"
    files = {f"polyleaf/languages/{path.relative_to(room).as_posix()}" for path in room.rglob("*") if path.is_file()}
    assert len(files) > 60
    assert files <= names


def test_the_wheel_says_that_it_is_typed_and_which_version_it_is(wheel: Path) -> None:
    assert "polyleaf/py.typed" in zipfile.ZipFile(wheel).namelist()
    assert wheel.name == f"polyleaf-{__version__}-py3-none-any.whl"


def test_init_and_build_from_the_wheel_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    folder = tmp_path / "empty"
    folder.mkdir()
    # The dependencies are those of this environment; polyleaf itself comes from the unpacked wheel alone.
    program = (
        "import sys; sys.path.insert(0, sys.argv.pop(1));"
        "sys.path[:] = [p for p in sys.path if p not in ('', sys.argv[1])];"
        "from polyleaf.cli.main import run; sys.exit(run(sys.argv[2:]))"
    )

    def polyleaf(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-I", "-c", program, str(site), str(ROOT / "src"), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)

    made = polyleaf("init", "x")
    assert made.returncode == 0, made.stderr
    built = polyleaf("build", "-C", "x", "vertebroplasty-at-a-glance", "-l", "ur", "-e", "large")
    assert built.returncode == 0, built.stdout + built.stderr
    pdf = folder / "x/dist/vertebroplasty-at-a-glance/ur/vertebroplasty-at-a-glance-ur-large.pdf"
    assert pdf.read_bytes().startswith(b"%PDF-1.7")


def test_help_does_not_import_the_layout_engine() -> None:
    program = (
        "import sys; from polyleaf.cli.main import run; run(sys.argv[1:]);"
        "heavy = {'weasyprint', 'pikepdf', 'babel', 'jinja2', 'rich', 'pydantic', 'markdown_it'} & set(sys.modules);"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    for arguments in (["--help"], ["build", "--help"], ["catalog", "update", "--help"], ["doctor", "--help"]):
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin"},
        )
        assert done.returncode == 0, done.stderr
        assert "Usage: polyleaf" in done.stdout
