"""Outputs that only the tests know: each is one row and one maker. Workers can import this module."""

import json

from polyleaf.building.maker import Made, Maker
from polyleaf.model.block_texts import texts
from polyleaf.model.finding import Fault, Finding, Location, Severity
from polyleaf.model.inline import plain
from polyleaf.model.output import ACCESSIBLE, Output
from polyleaf.model.subject import BrokenFile

NOTES = Output("notes", "-notes.txt", "tests.building.toys:Notes", "notes", "notes in plain text")
SITE = Output("site", "-site/", "tests.building.toys:Site", "the web", "pages for the web")
SIZES = Output("sizes", "-sizes.json", "tests.building.toys:Sizes", "counting", "lists of sizes", ACCESSIBLE)
LISTING = Output("listing", "-listing.txt", "tests.building.toys:Listing", "listing", "lists of the web", SITE)


class Notes(Maker):
    """A plain-text file, from the leaflet."""

    ending = "\n"

    def inputs(self):
        return (self.ending,)

    def order(self, documents, item, document, target):
        words = (plain(text.inlines) for text in (document.title, *texts(document.blocks)))
        return "".join(f"{line}{self.ending}" for line in words)

    @staticmethod
    def make(step, source):
        step.target.write_text(step.order, encoding="utf-8")
        return Made(0, findings=tuple(faults(step)))

    @staticmethod
    def judged(step):
        if step.target.read_text(encoding="utf-8") != step.order:
            fault = Fault("it is cut off", Location(step.shown_as), "Build it again.")
            yield BrokenFile(step.item.leaflet, step.shown_as, (fault,))


def faults(step):
    """A note that says so has an error."""
    if "wrong" in step.order:
        yield Finding("notes/wrong", Severity.ERROR, Fault("it is wrong", Location(step.shown_as), "Mend it."))


class Site(Maker):
    """A folder: a page for each text, and an index."""

    def order(self, documents, item, document, target):
        return tuple(plain(text.inlines) for text in texts(document.blocks))

    @staticmethod
    def make(step, source):
        (step.target / "pages").mkdir(parents=True)
        for number, text in enumerate(step.order):
            (step.target / "pages" / f"{number}.html").write_text(text, encoding="utf-8")
        (step.target / "index.html").write_text(f"{len(step.order)} pages", encoding="utf-8")
        return Made(0)

    @staticmethod
    def judged(step):
        yield from ()


class Sizes(Maker):
    """What is known of an accessible file, from the file itself."""

    def order(self, documents, item, document, target):
        return document.title

    @staticmethod
    def make(step, source):
        before, made = source
        size = {"bytes": before.target.stat().st_size, "pages": made.pages, "code": made.code, "of": made.sha256}
        step.target.write_text(json.dumps(size), encoding="utf-8")
        return Made(made.pages, code=made.code)

    @staticmethod
    def judged(step):
        yield from ()


class Listing(Maker):
    """The names of the files of a folder: from an output that is a folder."""

    def order(self, documents, item, document, target):
        return ""

    @staticmethod
    def make(step, source):
        before, made = source
        step.target.write_text("\n".join(sorted(made.files)), encoding="utf-8")
        assert all((before.target / name).is_file() for name in made.files)
        return Made(0)

    @staticmethod
    def judged(step):
        yield from ()
