"""``polyleaf build --watch``, as it runs in a terminal."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.test_interrupt import heard, wait_for_end_of_group

from polyleaf.cli.main import run

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_a_saved_leaflet_is_built_again_until_ctrl_c(folder):
    command = [sys.executable, ROOT / "cli.py", "build", "eyes", "-C", folder.root, "-e", "large", "-j", "1", "--watch"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        preexec_fn=heard,  # noqa: PLW1509 - no thread holds a lock here
    ) as process:
        until(process, "watching")
        before = (folder.out / "eyes/en_GB/eyes-en_GB-large.pdf").read_bytes()
        folder.leaflet("eyes", more="Come early.")
        told = until(process, "watching")
        assert told[0] == "saved: leaflets/eyes/leaflet.md"
        assert sum(line.startswith("built ") for line in told) == 2
        assert (folder.out / "eyes/en_GB/eyes-en_GB-large.pdf").read_bytes() != before
        folder.write("translations/pl/LC_MESSAGES/eyes.po", "broken")
        assert any("failed eyes pl" in line for line in until(process, "watching"))
        os.killpg(process.pid, signal.SIGINT)
        rest = process.communicate(timeout=20)[0]
        assert rest.splitlines()[-1].startswith("Stopped watching.")
        assert process.returncode == 0
        assert wait_for_end_of_group(process.pid)


def test_releases_are_not_watched(folder, capsys):
    assert run(["build", "-C", str(folder.root), "--watch", "--release"]) == 2
    assert "drafts" in capsys.readouterr().err


def until(process, start):
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip())
        if line.startswith(start):
            break
    return lines
