"""Programs of others take our files and give them back: nothing is lost, and nothing untranslated is taken as done."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from tests.catalog.exchange_samples import Folder

from polyleaf.catalog.exchange.decision import Outcome
from polyleaf.translating.receiving import ImportOrder, receive
from polyleaf.translating.sending import export

OMEGAT = Path("/usr/share/omegat/OmegaT.jar")
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>EN-GB</source_lang><target_lang>PL</target_lang>
<source_tok>org.omegat.tokenizer.LuceneEnglishTokenizer</source_tok>
<target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok><sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>
"""
SAVED = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.1"><header creationtool="OmegaT" creationtoolversion="3.6.0" segtype="paragraph" o-tmf="OmegaT TMX"
adminlang="EN-US" srclang="EN-GB" datatype="plaintext"/><body>
<tu><tuv lang="EN-GB"><seg>At home</seg></tuv><tuv lang="PL"><seg>W domu</seg></tuv></tu>
</body></tmx>
"""


POEDIT = ("poedit", "xdotool", "xvfb-run", "dbus-run-session")
SETTINGS = "translator_name=A\ntranslator_email=a@example.org\ncheck_for_updates=0\nuse_tm=0\n"
KEYS = """for turn in $(seq 60); do
  sleep 1
  window=$(xdotool search --onlyvisible --name "$1" | tail -1)
  if [ -n "$window" ]; then xdotool windowfocus $window; sleep 1; xdotool key ctrl+s; fi
done"""
"""Presses the keys for saving, as soon as there is a window of that name, until somebody ends it."""


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "project")


def sent(folder, style, name):
    out = folder.root.parent / name
    export(folder.exchange(), "eyes", "pl", style, out)
    return out


def back(folder, path):
    """What became of each text, after a second import of the same file that changes nothing any more."""
    found = receive(folder.exchange(), ImportOrder(path, path.name, "pl", "eyes"))
    assert not found.refused
    again = receive(folder.exchange(), ImportOrder(path, path.name, "pl", "eyes"))
    assert not again.written
    for po in folder.root.rglob("*.po"):
        done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", po], capture_output=True, text=True, check=False)
        told = [line for line in done.stderr.splitlines() if "missing in header" not in line]  # as in the sample
        assert (done.returncode, told) == (0, [])
    return {one.answer.source: one.outcome for one in found.decisions}


@pytest.mark.slow
@pytest.mark.skipif(not (OMEGAT.is_file() and shutil.which("java")), reason="OmegaT is not installed")
@pytest.mark.parametrize(("style", "name"), [("xliff", "eyes.xlf"), ("po", "eyes.po")])
def test_omegat(folder, style, name, tmp_path):
    before = folder.said
    place = tmp_path / "omegat"
    for part in ("omegat", "source", "target", "tm", "glossary", "dictionary"):
        (place / part).mkdir(parents=True)
    (place / "omegat.project").write_text(PROJECT, encoding="utf-8")
    (place / "omegat/project_save.tmx").write_text(SAVED, encoding="utf-8")
    shutil.copy(sent(folder, style, name), place / "source")
    options = ["-Djava.awt.headless=true", f"-Duser.home={tmp_path}"]
    call = ["java", *options, "-jar", OMEGAT, "--mode=console-translate", f"--config-dir={tmp_path / 'conf'}", place]
    subprocess.run(call, check=True, capture_output=True, timeout=240)
    found = back(folder, place / "target" / name)
    assert found["At home"] is Outcome.NEW
    assert 'msgid "At home"\nmsgstr "W domu"\n' in folder.said
    assert set(found.values()) <= {Outcome.NEW, Outcome.SAME, Outcome.COPY, Outcome.EMPTY}
    assert folder.said.replace('msgstr "W domu"', 'msgstr ""').count('msgstr ""') == before.count('msgstr ""') + 5
    for kept in ("Oczy", "Prosimy zabrać **okulary**.", "#, fuzzy", "Stary tekst."):
        assert kept in folder.said


@pytest.mark.slow
@pytest.mark.skipif(not all(map(shutil.which, POEDIT)), reason="Poedit is not installed")
def test_poedit(folder, tmp_path):
    """Opened and saved without a change: only the head says who was there."""
    before, file = folder.said, sent(folder, "po", "eyes.po")
    settings = tmp_path / "home/.config/poedit/config"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS)
    call = ["xvfb-run", "-a", "dbus-run-session", "sh", "-c", f"poedit '{file}' & {KEYS}", "sh", file.name]
    program = subprocess.Popen(call, env={**os.environ, "HOME": f"{tmp_path}/home"}, start_new_session=True)
    try:
        end = time.monotonic() + 60
        while "Poedit" not in file.read_text(encoding="utf-8") and time.monotonic() < end:
            time.sleep(0.5)
        time.sleep(1)
    finally:
        os.killpg(program.pid, signal.SIGTERM)
        program.wait()
    assert "Poedit" in file.read_text(encoding="utf-8"), "it did not save"
    assert set(back(folder, file).values()) <= {Outcome.SAME, Outcome.COPY, Outcome.EMPTY}
    assert folder.said == before


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice(folder, tmp_path):
    before = folder.said
    sheet = sent(folder, "xlsx", "eyes.xlsx")
    home = f"-env:UserInstallation=file://{tmp_path / 'office'}"
    call = ["soffice", home, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", tmp_path / "out"]
    subprocess.run([*call, sheet], check=True, capture_output=True, timeout=240)
    assert set(back(folder, tmp_path / "out/eyes.xlsx").values()) == {Outcome.SAME}
    assert folder.said == before


@pytest.mark.skipif(not shutil.which("msgcat"), reason="gettext is not installed")
def test_gettext(folder, tmp_path):
    """Two people's catalogs are put together: what they agree on is taken, what they do not is refused in words."""
    before = folder.said
    mine, other = sent(folder, "po", "mine.po"), tmp_path / "other.po"
    other.write_text(mine.read_text("utf-8").replace('"Oczy"', '"Oko"'), encoding="utf-8")
    both = tmp_path / "both.po"
    subprocess.run(["msgcat", mine, other, "-o", both], check=True)
    report = receive(folder.exchange(), ImportOrder(both, "both.po", "pl", "eyes", partial=True))
    assert "two translations that msgcat put together" in report.refused[0].message
    assert "#-#" not in folder.said
    subprocess.run(["msgcat", "--no-wrap", mine, "-o", both], check=True)
    assert set(back(folder, both).values()) == {Outcome.SAME}
    assert folder.said == before
