"""The leaflets of a small clinic, copied to a folder where a test may change them."""

import shutil
from pathlib import Path

CLINIC = Path(__file__).parent / "clinic"


class Clinic:
    """The folder, with short ways to change what is in it."""

    def __init__(self, root):
        self.root = root
        self.out = root / "dist"
        self.good = {}
        shutil.copytree(CLINIC, root)

    def path(self, name):
        """A file; ``eyes``, ``eyes.pl`` and ``toml`` are short for what they sound like."""
        leaflet, _, locale = name.partition(".")
        if locale in ("pl", "ar"):
            return self.root / f"translations/{locale}/LC_MESSAGES/{leaflet}.po"
        if name in ("eyes", "teeth"):
            return self.root / f"leaflets/{name}/leaflet.md"
        return self.root / ("polyleaf.toml" if name == "toml" else name)

    def write(self, name, content):
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def change(self, name, old, new):
        """Replace what stands in a file exactly once; return the line (from 1) it begins in."""
        path = self.path(name)
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def files(self):
        """Every file under the project with its bytes."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
        }

    def pdfs(self):
        return {name: data for name, data in self.files().items() if name.endswith(".pdf")}
