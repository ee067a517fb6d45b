"""Ctrl-C in mid-build: what is done stays, nothing is half-written, no process is left behind."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("jobs", [pytest.param("1", marks=pytest.mark.slow), "2"])
def test_ctrl_c_in_mid_build(clinic, jobs):
    command = [sys.executable, ROOT / "cli.py", "build", "-C", clinic.root, "-j", jobs]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=heard,  # noqa: PLW1509 - no thread holds a lock here
    ) as process:
        for line in process.stdout:
            if line.startswith("built "):
                break
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=20)
        code = process.returncode
        gone = wait_for_end_of_group(process.pid)

    assert code == 130
    assert err.strip() == "polyleaf: Stopped. Files that were finished are kept; nothing is half-written."
    assert "Traceback" not in out
    assert gone
    assert not list(clinic.out.glob(".*"))
    built = [path.removeprefix("dist/") for path in clinic.pdfs()]
    assert 1 <= len(built) < 6
    assert all(data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF") for data in clinic.pdfs().values())
    listed = json.loads((clinic.out / "manifest.json").read_text())["artifacts"]
    assert sorted(entry["path"] for entry in listed) == sorted(built)


def heard():
    """Let Ctrl-C through, even if the tests run in the background of a shell that holds it back."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for_end_of_group(group):
    """The fork server leaves as soon as it notices that its parent has gone."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_ctrl_c_elsewhere_is_told_in_words(polyleaf, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("polyleaf.source.reader.read_project", interrupt)
    told = polyleaf("check")
    assert told.code == 130
    assert "Stopped." in told.err
