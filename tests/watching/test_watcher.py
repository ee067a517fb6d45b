"""What the watcher builds, and when. How files are made is the business of the build, which is tested there."""

import datetime
import threading
from pathlib import PurePosixPath

import pytest

from polyleaf.building.outcome import BuildReport
from polyleaf.building.plan import BuildRequest, plan
from polyleaf.errors import UsageError
from polyleaf.watching import watcher as module
from polyleaf.watching.events import Building, Done, Overtaken, Seen, Trouble
from polyleaf.watching.watcher import Watcher
from polyleaf.workspace import Workspace

TODAY = datetime.date(2026, 11, 20)


class Desk:
    """A watcher whose builds only note what they were asked for, and what happens meanwhile."""

    def __init__(self, folder, monkeypatch, **asked):
        self.folder, self.built, self.events = folder, [], []
        self.meanwhile = []
        monkeypatch.setattr(module, "build", self.build)
        asked = {"looking": None, **asked}
        looking = asked.pop("looking")
        request = BuildRequest(out=folder.out, **asked)
        self.watcher = Watcher(self.opened, request, self.events.append, None, folder.root, looking)

    def opened(self, names):
        return Workspace(self.folder.read(*names), TODAY)

    def build(self, workspace, request, listener, crew):
        items = [item for item in plan(workspace.project, request) if item.edition == "large"]
        self.built.append([f"{item.leaflet} {item.locale}" for item in items])
        listener.started(len(items), 0)
        for item in items:
            if self.meanwhile:
                self.meanwhile.pop(0)()
            listener.finished(item, ())
        return BuildReport((), (), (), (), (), 0.0)

    def run(self, *steps):
        """Let each step happen when the watcher has nothing left to do."""
        steps = [*steps, self.watcher.stop]
        tell = self.events.append

        def next_step(event):
            tell(event)
            if isinstance(event, (Done, Trouble)):
                steps.pop(0)()

        self.watcher._tell = next_step
        thread = threading.Thread(target=self.watcher.run, daemon=True)
        thread.start()
        thread.join(10)
        assert not thread.is_alive()

    def saved(self, *names):
        return lambda: self.watcher.saved(frozenset(map(PurePosixPath, names)))


@pytest.fixture
def desk(folder, monkeypatch):
    return lambda **asked: Desk(folder, monkeypatch, **asked)


def test_only_what_can_have_changed_is_built_again(desk):
    watch = desk()
    watch.run(
        watch.saved("leaflets/teeth/leaflet.md"),
        watch.saved("translations/pl/LC_MESSAGES/eyes.po"),
        watch.saved("polyleaf.toml"),
    )
    everything = ["eyes en_GB", "eyes pl", "teeth en_GB", "teeth pl"]
    assert watch.built == [everything, ["teeth en_GB", "teeth pl"], ["eyes pl"], everything]
    assert next(event.paths for event in watch.events if isinstance(event, Seen)) == ("leaflets/teeth/leaflet.md",)


def test_what_was_edited_last_comes_first_and_the_rest_is_not_forgotten(desk):
    watch = desk()
    watch.meanwhile = [watch.saved("leaflets/teeth/leaflet.md")]
    watch.run()
    assert watch.built == [
        ["eyes en_GB", "eyes pl", "teeth en_GB", "teeth pl"],
        ["teeth en_GB", "teeth pl", "eyes en_GB", "eyes pl"],
    ]
    assert [type(event) for event in watch.events].count(Overtaken) == 1


def test_only_what_is_looked_at_is_kept_current(desk):
    watch = desk(looking=(("teeth", "pl", "large"),))
    watch.run(
        watch.saved("leaflets/teeth/leaflet.md"),
        watch.saved("polyleaf.toml"),
        lambda: watch.watcher.look((("eyes", "pl", "large"), ("eyes", "en_GB", "large"))),
    )
    assert watch.built == [["teeth pl"], ["teeth pl"], ["teeth pl"], ["eyes pl", "eyes en_GB"]]


def test_a_configuration_that_cannot_be_used_is_told_and_recovered_from(desk, folder):
    watch = desk()
    good = (folder.root / "polyleaf.toml").read_text()

    def spoil():
        folder.write("polyleaf.toml", "[organisation\n")
        watch.saved("polyleaf.toml")()

    def mend():
        folder.write("polyleaf.toml", good)
        watch.saved("polyleaf.toml")()

    watch.run(spoil, mend)
    (trouble,) = [event for event in watch.events if isinstance(event, Trouble)]
    assert trouble.message.startswith("polyleaf.toml:1: ")
    assert trouble.hint
    assert len(watch.built) == 2


def test_a_leaflet_that_is_gone_stops_nobody(desk, folder):
    watch = desk(leaflets=("eyes",))

    def remove():
        (folder.root / "leaflets/eyes/leaflet.md").unlink()
        (folder.root / "leaflets/eyes").rmdir()
        watch.saved("leaflets/eyes/leaflet.md")()
        watch.saved("translations/pl/LC_MESSAGES/teeth.po")()
        watch.watcher.stop()

    watch.run(remove)
    assert watch.built == [["eyes en_GB", "eyes pl"]]


def test_a_slip_in_what_was_asked_is_told_once(desk):
    watch = desk(leaflets=("ears",))
    watch.run()
    assert [type(event) for event in watch.events] == [Trouble]
    assert not [event for event in watch.events if isinstance(event, Building)]
    with pytest.raises(UsageError):
        watch.opened(("ears",))


def test_first_pictures_are_made_of_what_is_looked_at_and_was_saved(desk):
    eyes, teeth = ("eyes", "pl", "large"), ("teeth", "en_GB", "large")
    watch = desk(looking=(eyes, teeth))
    told = []
    watch.watcher._glance = lambda files: told.append((files, len(watch.built)))
    watch.run(
        watch.saved("leaflets/teeth/leaflet.md"),
        watch.saved("translations/pl/LC_MESSAGES/eyes.po"),
        watch.saved("polyleaf.toml"),
        lambda: watch.watcher.look((eyes,)),
    )
    assert told == [((teeth,), 1), ((eyes,), 2), ((eyes, teeth), 3)]  # each before its build
