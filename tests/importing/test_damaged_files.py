"""Word files that were damaged or written by strange programs: a leaflet or a sentence, never a traceback."""

import io
import random
import re
import zipfile

import pytest
from tests.importing.conftest import TODAY, reading
from tests.importing.word_files import MAKERS, word_file

from polyleaf.errors import PolyleafError
from polyleaf.importing.bringing import brought, finished
from polyleaf.importing.word.changes import Changes
from polyleaf.importing.word.document import read_word


def damaged(data, luck):
    """The file with elements taken out, doubled, renamed, and attributes that say nonsense."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    for _ in range(luck.randint(1, 3)):
        name = luck.choice(names)
        text = parts[name].decode()
        tags = list(re.finditer(r"<(/?)([\w:]+)([^<>]*?)(/?)>", text))
        if not tags:
            continue
        tag = luck.choice(tags)
        kind = luck.randint(0, 4)
        if kind == 0 and tag[4]:
            text = text[: tag.start()] + text[tag.end() :]
        elif kind == 1 and tag[4]:
            text = text[: tag.end()] + tag[0] * luck.randint(1, 3) + text[tag.end() :]
        elif kind == 2:
            text = text.replace(f"{tag[2]} ", "w:p ").replace(f"<{tag[2]}>", "<w:p>").replace(f"</{tag[2]}>", "</w:p>")
        elif kind == 3:
            nonsense = luck.choice(("", "-1", "99999999999999999999", "x", "٣", "1.5"))
            changed = re.sub(r'="[^"]*"', f'="{nonsense}"', tag[3])
            text = text[: tag.start(3)] + changed + text[tag.end(3) :]
        else:
            del parts[name]
            names.remove(name)
            continue
        parts[name] = text.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def attempt(seed):
    luck = random.Random(seed)  # noqa: S311 - no secret
    data = damaged(word_file(luck.choice(sorted(MAKERS))), luck)
    try:
        made = brought(read_word(data, "x.docx", Changes.ACCEPT), "x", reading(), "NEW-1")
        finished(made, made.proposals, TODAY)
    except PolyleafError:
        return False
    return True


def test_damaged_files():
    assert sum(attempt(seed) for seed in range(8))


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, 1500, 500))
def test_many_damaged_files(start):
    assert sum(attempt(seed) for seed in range(start, start + 500))
