"""Worker processes are born deaf to Ctrl-C: the parent alone decides what it means."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from multiprocessing import forkserver
from pathlib import Path
from polyleaf.workers.forkserver import birthplace
birthplace(("json",))
print(Path(f"/proc/{forkserver._forkserver._forkserver_pid}/status").read_text())
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_the_fork_server_does_not_hear_ctrl_c_while_it_loads_its_modules():
    root = Path(__file__).parents[2]
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(root / "src")], capture_output=True, text=True, check=True
    ).stdout
    (blocked,) = [line.split()[1] for line in told.splitlines() if line.startswith("SigBlk")]
    assert int(blocked, 16) & 1 << (signal.SIGINT - 1)
