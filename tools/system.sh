#!/bin/sh
# Installs the Debian packages listed in a file (default: tools/system.txt) when this user may,
# otherwise prints the one command that does it.
set -eu
list=${1:-tools/system.txt}
command -v dpkg-query >/dev/null 2>&1 || {
    echo "This is not Debian: install what $list names with your own package manager."
    exit 0
}
missing=
for package in $(sed 's/#.*//' "$list" | awk 'NF {print $1}'); do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then
    run=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    run="sudo -n"
else
    echo "Some packages are missing. Ask whoever looks after this computer to run:"
    echo "    sudo apt-get install --no-install-recommends$missing"
    exit 3
fi
echo "Installing:$missing"
export DEBIAN_FRONTEND=noninteractive
$run apt-get update -qq
# shellcheck disable=SC2086 # the list is meant to be split
$run apt-get install -y -qq --no-install-recommends $missing >/dev/null
