#!/bin/sh
# Makes the virtual environment if it is missing and installs a lock file into it.
# usage: venv.sh PYTHON FOLDER LOCK
set -eu
python=$1 folder=$2 lock=$3
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "polyleaf needs Python 3.11 or newer; $python is older. Use: make PYTHON=python3.11"
    exit 3
}
[ -x "$folder/bin/python" ] || "$python" -m venv "$folder"
echo "Installing Python packages from $lock"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$lock"
