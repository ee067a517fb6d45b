"""A machine that refuses: full disks, places that cannot be written to, fonts that are not there."""

import errno
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from polyleaf.building import product as product_module
from polyleaf.building import staging as staging_module
from polyleaf.errors import ExitCode

ROOT = Path(__file__).parents[2]


def full(*_, **__):
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def full_disk(monkeypatch):
    """From now on no file that is written reaches the disk."""

    def fill():
        monkeypatch.setattr(os, "fsync", full)

    return fill


@pytest.mark.usefixtures("quick_press")
@pytest.mark.parametrize("options", [(), ("-o", "elsewhere/pdf")])
def test_a_file_in_place_of_the_folder(clinic, polyleaf, monkeypatch, options):
    monkeypatch.chdir(clinic.root)
    for name in ("dist", "elsewhere"):
        clinic.write(name, "mine")
    told = polyleaf("build", *options)
    assert told.code == ExitCode.ENVIRONMENT
    assert "nothing can be written to" in told.err
    assert "Choose another folder with -o" in told.err
    assert clinic.path("dist").read_text() == clinic.path("elsewhere").read_text() == "mine"


@pytest.mark.usefixtures("quick_press")
@pytest.mark.parametrize("error", [errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EDQUOT])
def test_a_folder_that_cannot_be_written_to(clinic, polyleaf, monkeypatch, error):
    assert polyleaf("build").code == ExitCode.OK
    good = clinic.files()
    clinic.change("teeth", "Tooth check", "Teeth")

    def refuse(*_, **__):
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(staging_module.tempfile, "mkdtemp", refuse)
    told = polyleaf("build")
    assert told.code == ExitCode.ENVIRONMENT
    assert os.strerror(error) in told.err
    assert {name: data for name, data in clinic.files().items() if name.startswith("dist/")} == {
        name: data for name, data in good.items() if name.startswith("dist/")
    }


@pytest.mark.usefixtures("quick_press")
@pytest.mark.parametrize("name", ["dist/eyes", "dist/eyes/pl", "dist/eyes/pl/eyes-pl-large.pdf/mine"])
def test_something_in_the_way_of_one_file(clinic, polyleaf, name):
    mine = clinic.write(name, "mine")
    told = polyleaf("build")
    assert told.code == ExitCode.ENVIRONMENT
    assert "failed eyes pl large: dist/eyes/pl/eyes-pl-large.pdf cannot be written" in told.out
    assert "-o" in told.out
    assert mine.read_text() == "mine"
    assert {name for name in clinic.pdfs() if "/teeth/" in name}
    assert not list(clinic.out.glob(".*"))


def test_a_disk_that_fills_while_a_page_is_made(clinic, polyleaf, monkeypatch):
    assert polyleaf("build", "teeth", "-l", "en_GB", "-j", "1").code == ExitCode.OK
    good = clinic.files()
    monkeypatch.setattr(product_module.os, "fsync", full)
    told = polyleaf("build", "teeth", "-l", "en_GB", "-j", "1", "--force")
    assert told.code == ExitCode.ENVIRONMENT
    assert "failed teeth en_GB large: dist/teeth/en_GB/teeth-en_GB-large.pdf cannot be made: No space left" in told.out
    assert "Free some space" in told.out
    assert clinic.files() == good


@pytest.mark.usefixtures("quick_press")
def test_a_disk_too_full_for_the_manifest(clinic, polyleaf, full_disk):
    full_disk()
    told = polyleaf("build")
    assert told.code == ExitCode.ENVIRONMENT
    assert "manifest.json: the disk is full" in told.err
    assert "Free some space" in told.err
    assert not clinic.pdfs()  # nothing is begun that could not be written down
    assert not list(clinic.out.glob(".*"))


def test_catalogs_stay_whole_on_a_full_disk(clinic, polyleaf, full_disk):
    clinic.change("eyes", "glasses", "spectacles")
    before = clinic.files()
    full_disk()
    told = polyleaf("catalog", "update")
    assert told.code == ExitCode.ENVIRONMENT
    assert "the disk is full" in told.err
    assert clinic.files() == before


def test_new_leaves_nothing_behind_on_a_full_disk(clinic, polyleaf, full_disk):
    before = clinic.files()
    full_disk()
    assert polyleaf("new", "hands").code == ExitCode.ENVIRONMENT
    assert clinic.files() == before


@pytest.mark.usefixtures("quick_press")
@pytest.mark.parametrize(("command", "code"), [("build", ExitCode.FINDINGS), ("doctor", ExitCode.ENVIRONMENT)])
def test_a_font_that_is_not_installed(clinic, polyleaf, monkeypatch, command, code):
    """Its languages cannot be printed; the others are."""
    assert polyleaf("build").code == ExitCode.OK
    good = clinic.files()
    installed = frozenset({"noto sans", "noto sans math", "noto sans symbols", "noto sans symbols2"})
    monkeypatch.setattr("polyleaf.inspecting.doctor.font_families", lambda: installed)
    told = polyleaf(command)
    assert told.code == code
    assert "Noto Naskh Arabic" in told.all or "Noto Sans Arabic" in told.all
    assert "ar" in told.all
    assert "apt-get install" in told.all
    left = {name for name, data in clinic.files().items() if good[name] != data}
    assert left <= {"dist/manifest.json"}


@pytest.mark.usefixtures("quick_press")
def test_without_fontconfig_a_build_is_refused(polyleaf, monkeypatch):
    """Then nobody knows which fonts there are, and any font might take the place of the right one."""
    monkeypatch.setattr("polyleaf.inspecting.doctor.font_families", frozenset)
    monkeypatch.setattr("polyleaf.inspecting.doctor.shutil.which", lambda _: None)
    told = polyleaf("build")
    assert told.code == ExitCode.ENVIRONMENT
    assert "fontconfig" in told.err
    assert "fontconfig" in polyleaf("doctor").out


def test_a_library_that_is_not_installed(polyleaf, monkeypatch):
    """WeasyPrint says so on import, with an OSError."""

    def missing(*_):
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr("polyleaf.render.render.lay_out", missing)
    told = polyleaf("build", "teeth", "-l", "en_GB", "-j", "1")
    assert told.code == ExitCode.ENVIRONMENT
    assert "libpango" in told.out
    assert "polyleaf doctor" in told.out


def test_doctor_knows_a_machine_that_has_everything(polyleaf):
    told = polyleaf("doctor")
    assert told.code == ExitCode.OK
    assert "Everything that is needed is here." in told.out


@pytest.mark.usefixtures("quick_press")
def test_doctor_tells_of_a_folder_it_may_not_write_to(polyleaf, monkeypatch):
    monkeypatch.setattr("polyleaf.inspecting.doctor.os", SimpleNamespace(access=lambda *_: False, W_OK=os.W_OK))
    told = polyleaf("doctor")
    assert told.code == ExitCode.ENVIRONMENT
    assert "MISSING  dist/ can be written to" in told.out


def test_a_fault_of_polyleaf_itself_is_owned_up_to(polyleaf, monkeypatch):
    def fault(*_, **__):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("polyleaf.source.reader.read_project", fault)
    told = polyleaf("check")
    assert told.code == ExitCode.INTERNAL
    assert "fault of the tool" in told.err
    assert "-v" in told.err
    assert "ZeroDivisionError" in told.err
    assert "Traceback" in polyleaf("check", "-v").err


def test_a_reader_that_goes_away_is_not_told_of_a_fault():
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, ROOT / "cli.py", "explain"], stdout=pipe, stderr=subprocess.PIPE, check=False
        )
    assert done.stderr == b""
    assert done.returncode == ExitCode.FINDINGS


def ended(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What a process says that runs this first, and then a command."""
    program = f"import sys; sys.path.insert(0, 'src'); {code}; from polyleaf.cli.main import main; main({arguments!r})"
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_command_ends_at_once_and_loses_nothing(tmp_path):
    lent = "import atexit; atexit.register(print, 'given back'); atexit.register(print, 'and told', file=sys.stderr)"
    done = ended(lent, "explain")
    assert done.returncode == ExitCode.OK
    assert done.stdout.count("\n") > 100
    assert done.stdout.endswith("given back\n")
    assert done.stderr == "and told\n"
    assert ended("pass", "status", "-C", str(tmp_path)).returncode == ExitCode.USAGE


def test_nobody_who_watches_a_command_is_cut_off():
    watched = "import atexit, threading; late = threading.Timer(0.5, print, ('late',)); late.start()"
    assert ended(watched, "--version").stdout.endswith("late\n")
    profiled = [sys.executable, "-m", "cProfile", "cli.py", "--version"]
    told = subprocess.run(profiled, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    assert "function calls" in told


def test_a_pipe_that_nobody_reads_is_no_fault_of_the_tool():
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as pipe:
        command = [sys.executable, "cli.py", "explain"]
        done = subprocess.run(command, cwd=ROOT, stdout=pipe, stderr=subprocess.PIPE, text=True, check=False)
    assert "Traceback" not in done.stderr
