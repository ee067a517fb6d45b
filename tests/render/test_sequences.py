"""A blank with marks of its own ends its marked-content sequence, or poppler's reader has one word of each line."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest
from tests.render.test_mixed_lines import PAGE, SENTENCES

from polyleaf.render.weasy import write_pdf

UNSEEN = re.compile(r"[\s\u200a-\u200f\u202a-\u202e\u2060-\u206f\ufe0e\ufeff]+")
FURTHER = {
    "fa": ("Noto Naskh Arabic", "می‌توانید <u>دو قرص Calpol 250 mg</u> بخورید؛ حتماً با <a href='tel:1'>111</a> تماس."),
    "pl": ("Noto Sans", "Weź <u>2 tabletki Calpol 250 mg</u>; zadzwoń pod <a href='tel:1'>111</a>."),
}
LOST = 0.2
"""Of the words: it passes over what follows a sign or a vowel with marks of its own, up to the next blank."""


def heard(text: str) -> str:
    return UNSEEN.sub("", unicodedata.normalize("NFC", text))


def heard_words(sentences: list[str]) -> list[str]:
    return [heard(word) for one in sentences for word in re.sub("<[^>]*>", "", one).split()]


@pytest.mark.parametrize("language", sorted(SENTENCES | FURTHER))
def test_popplers_reader_of_the_tag_tree_has_what_follows_a_blank(language: str, tmp_path: Path) -> None:
    font, *sentences = (SENTENCES | FURTHER)[language]
    target = tmp_path / "x.pdf"
    paragraphs = "".join(f"<p>{sentence}" for sentence in sentences)
    page = PAGE.format(lang=language, font=font, paragraphs=paragraphs)
    if language == "pl":
        page = page.replace("dir=rtl", "dir=ltr")
    write_pdf(page, lambda _: (b"", ""), target)
    command = ["pdfinfo", "-struct-text", str(target)]
    tree = subprocess.run(command, check=True, capture_output=True).stdout.decode(errors="replace")
    told = heard("".join(re.findall(r'^\s*"(.*)"$', tree, re.MULTILINE)))
    wanted = re.findall(r"[^\W_]+(?:[:/.\u2013-]\w+)*", " ".join(heard_words(sentences)))
    lost = [word for word in wanted if word not in told]
    assert len(lost) <= len(wanted) * LOST, lost
