"""A small leaflet project of two leaflets and two languages."""

from polyleaf.source.reader import read_project

CONFIG = """
[organisation]
name = "Example Hospital"
[contacts.ward]
name = "Day ward"
phone = "01632 960 100"
[languages]
source = "en_GB"
targets = ["pl"]
"""

LEAFLET = """---
title: {title}
code: {code}
version: "1.0"
published: 2026-01-01
review_by: 2028-01-01
owner: Ward
contacts: [ward]
---
## Before you come

Bring your glasses.

{more}
"""

CATALOG = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: pl\\n"

msgid "Bring your glasses."
msgstr "Zabierz okulary."
"""


class Folder:
    """The project's folder, with short ways to change what is in it."""

    def __init__(self, root):
        self.root = root
        self.out = root / "dist"
        self.write("polyleaf.toml", CONFIG)
        self.leaflet("eyes")
        self.leaflet("teeth")
        self.write("translations/pl/LC_MESSAGES/eyes.po", CATALOG)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def leaflet(self, name, more="", title=None):
        code = "X-1" if name == "eyes" else f"X-{name}"
        text = LEAFLET.format(code=code, title=title or name.capitalize(), more=more)
        self.write(f"leaflets/{name}/leaflet.md", text)

    def read(self, *names):
        return read_project(self.root, names)

    def outputs(self):
        return sorted(path.relative_to(self.out).as_posix() for path in self.out.rglob("*") if path.is_file())
