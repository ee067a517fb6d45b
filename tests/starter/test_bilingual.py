"""The starter leaflets in two languages, point by point: every file passes every check, in both languages."""

import subprocess
import sys
from pathlib import Path

import pytest

from polyleaf.pdf.tag_tree import read_tags

ROOT = Path(__file__).parents[2]
TARGETS = ("pl", "ro", "uk", "ar", "fa", "ur", "bn", "pa", "gu", "ta", "zh_Hans", "so")


def built(out, *wishes):
    command = [sys.executable, ROOT / "cli.py", "build", "-C", ROOT, "-o", out, "-j", "2"]
    done = subprocess.run([*command, *wishes], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no findings" in done.stdout, done.stdout
    return sorted(out.rglob("*.pdf"))


@pytest.mark.parametrize(
    ("locale", "edition"),
    [
        ("zh_Hans", "clear"),
        pytest.param("ar", "giant", marks=pytest.mark.slow),
        pytest.param("ta", "large", marks=pytest.mark.slow),
    ],
)
def test_a_short_leaflet(tmp_path, locale, edition):
    (path,) = built(tmp_path, "vertebroplasty-at-a-glance", "--bilingual", locale, "-e", edition)
    tags = read_tags(path, "x.pdf")
    said = [element.text for element in tags.root.walk()]
    assert "You get an infection." in said
    assert len({element.language for element in tags.root.walk()} - {""}) >= 2
    labels = [element for element in tags.root.walk() if element.role == "Lbl"]
    inside = {kid.role for label in labels for kid in label.walk()} - {"Lbl"}
    assert inside <= {"Span", "Link"}, "a label of PDF 2.0 holds no blocks"


@pytest.mark.slow
@pytest.mark.parametrize("edition", ["clear", "giant"])
def test_steps_keep_their_numbers(tmp_path, edition):
    (path,) = built(tmp_path, "vertebroplasty", "--bilingual", "pl", "-e", edition)
    said = [element.text for element in read_tags(path, "x.pdf").root.walk() if element.role == "P"]
    step = said.index("You lie on your front on an x-ray table.")
    assert said[step - 1] == "2."
    assert said[step + 2 : step + 4] == ["2.", "Kładą się Państwo na brzuchu na stole rentgenowskim."]


@pytest.mark.slow
def test_every_language_and_edition(tmp_path):
    wishes = [wish for locale in TARGETS for wish in ("--bilingual", locale)]
    assert len(built(tmp_path, *wishes)) == 72
