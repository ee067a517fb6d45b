"""Run polyleaf from a checkout without installing it: ``python cli.py build``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))

from polyleaf.cli.main import main  # noqa: E402 - the path has to be there first

if __name__ == "__main__":
    main()
