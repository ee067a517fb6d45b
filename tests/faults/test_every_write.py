"""Each command is killed at each of its writes, and has no more room on the disk, or none at all, from each of them on.

Whatever happens, a file is as it was or as it should be; nothing of the work of people is lost; it is told in words;
and the same command again does what it would have done at once.
"""

import errno
import random
import shutil

import pytest
from tests.faults.commands import Fault, carried_out, files, litter
from tests.projects.drops import add_drops
from tests.projects.folder import Clinic

from polyleaf.building.accessible import Accessible
from polyleaf.building.maker import Made
from polyleaf.cli.main import run

_KILLS = 50
"""How often each command is killed at least: at each write, then at any moment."""


class Work:
    """A command on a project that can be had as it was again and again.

    Args:
        root: The project, ready.
        spare: A folder for copies.
        arguments: The command.
        built: Whether files in ``dist/`` may be told in a manifest that is neither the old nor the new one.
    """

    def __init__(self, root, spare, arguments, *, built=False):
        self.root, self.spare = root, spare
        self.arguments = [*arguments, "-C", root]
        self.before = files(root)
        shutil.copytree(root, spare / "before", symlinks=True)
        told = carried_out(self.arguments, Fault(roots=(root,)), spare / "told")
        assert told.code in (0, 1), told.said
        self.code, self.writes, self.after = told.code, told.writes, files(root)
        self._in_between = {"dist/manifest.json"} if built else set()

    def fresh(self):
        shutil.rmtree(self.root)
        shutil.copytree(self.spare / "before", self.root, symlinks=True)

    def meets(self, fault, after=0.0):
        """Run it with a fault; see that files are whole."""
        self.fresh()
        ended = carried_out(self.arguments, fault, self.spare / "told", after=after)
        for name, data in files(self.root).items():
            if name not in self._in_between:
                assert data in (self.before.get(name), self.after.get(name)), f"{name} at {fault}: {ended.said}"
        assert not self.before.keys() - files(self.root).keys() - (self.before.keys() - self.after.keys())
        return ended

    def again(self, fault):
        """Run it once more, without a fault: all is as it should be, and nothing lies about."""
        was_done = files(self.root) == self.after
        ended = carried_out(self.arguments, Fault(roots=(self.root,)), self.spare / "told")
        assert was_done or ended.code in (0, self.code), f"{fault}: {ended.said}"
        assert files(self.root) == self.after, fault
        assert not litter(self.root), fault


def is_killed(work, kills=_KILLS):
    for at in range(1, work.writes + 1):
        fault = Fault(at, roots=(work.root,))
        assert work.meets(fault).code is None
        work.again(fault)
    chance = random.Random(7)  # noqa: S311 - moments are no secrets
    for _ in range(work.writes, kills):
        work.meets(Fault(roots=(work.root,)), after=chance.uniform(0.001, 0.3))
        work.again("a moment")


def has_no_room(work, number):
    for at in range(1, work.writes + 1):
        fault = Fault(at, number, roots=(work.root,))
        ended = work.meets(fault)
        assert "Traceback" not in ended.said, ended.said
        assert ended.code in (0, 1, 2, 3), ended.said
        assert ended.code or files(work.root) == work.after, f"it says that all is well: {fault}: {ended.said}"
        if number == errno.ENOSPC:
            assert not litter(work.root), fault
        work.again(fault)


@pytest.fixture
def clinic(tmp_path):
    clinic = Clinic(tmp_path / "clinic")
    add_drops(clinic)
    return clinic


@pytest.fixture
def spare(tmp_path):
    (tmp_path / "spare").mkdir()
    return tmp_path / "spare"


def updated(clinic, spare):
    run(["catalog", "extract", "-C", str(clinic.root)])
    run(["catalog", "update", "-C", str(clinic.root)])
    clinic.change("leaflets/drops/leaflet.md", "- Lie down.", "- Sit down.\n- Look up.")
    return Work(clinic.root, spare, ["catalog", "update"])


def extracted(clinic, spare):
    return Work(clinic.root, spare, ["catalog", "extract"])


def imported(clinic, spare):
    run(["catalog", "update", "-C", str(clinic.root)])
    out = spare / "drops.po"
    run(["catalog", "export", "drops", "-l", "pl", "--format", "po", "-o", str(out), "-C", str(clinic.root)])
    text = out.read_text(encoding="utf-8")
    assert "Krople do oczu" in text
    out.write_text(text.replace("Krople do oczu", "Kropelki do oczu"), encoding="utf-8")
    return Work(clinic.root, spare, ["catalog", "import", out])


def approved(clinic, spare):
    run(["catalog", "update", "-C", str(clinic.root)])
    names = [
        "--translator",
        "Jan Nowak",
        "--reviser",
        "Anna Kowal",
        "--clinician",
        "Dr Ewa Zych",
        "--date",
        "2026-01-02",
    ]
    return Work(clinic.root, spare, ["catalog", "approve", "drops", "-l", "pl", *names])


def built(clinic, spare):
    run(["build", "drops", "-j", "1", "-C", str(clinic.root)])  # what it learns, its copies know
    shutil.rmtree(clinic.out)
    return Work(clinic.root, spare, ["build", "drops", "-j", "1"], built=True)


def built_again(clinic, spare):
    run(["build", "drops", "-j", "1", "-C", str(clinic.root)])
    clinic.change("leaflets/drops/leaflet.md", "- Lie down.", "- Sit down.")
    return Work(clinic.root, spare, ["build", "drops", "-j", "1"], built=True)


def begun(clinic, spare):
    return Work(clinic.root, spare, ["new", "knees"])


COMMANDS = {"update": updated, "extract": extracted, "import": imported, "approve": approved, "new": begun}
BUILDS = {"build": built, "build again": built_again}


@pytest.fixture
def quick_press(monkeypatch):
    """Real jobs, that write pages without laying them out."""

    def make(step, source):
        step.target.write_bytes(f"%PDF-1.7 {step.item.path} {step.order.document.blocks!r} %%EOF".encode())
        return Made(1)

    monkeypatch.setattr(Accessible, "make", staticmethod(make))
    monkeypatch.setattr("polyleaf.building.ahead.warm_up", lambda *_: None)


def test_the_last_write_of_all(clinic, spare):
    """One of each kind, in every run of the tests; the others are slow."""
    work = approved(clinic, spare)
    assert work.writes > 0
    for number in (None, errno.ENOSPC, errno.EROFS):
        fault = Fault(work.writes, number, roots=(work.root,))
        work.meets(fault)
        work.again(fault)


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_killed_at_every_write(clinic, spare, name):
    is_killed(COMMANDS[name](clinic, spare))


@pytest.mark.slow
@pytest.mark.parametrize("name", BUILDS)
def test_a_build_killed_at_every_write(clinic, spare, quick_press, name):
    is_killed(BUILDS[name](clinic, spare), 120)


@pytest.mark.slow
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS], ids=["full", "read-only"])
@pytest.mark.parametrize("name", [*COMMANDS, *BUILDS])
def test_no_room_from_every_write_on(clinic, spare, quick_press, name, number):
    has_no_room({**COMMANDS, **BUILDS}[name](clinic, spare), number)
