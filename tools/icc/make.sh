#!/bin/sh
# Makes the built-in output profiles again, byte for byte, from freely licensed measurements of printed sheets.
#
#   apt-get install argyll icc-profiles-free      (Debian 12: argyll 2.3.1, icc-profiles-free 2.0.1)
#   sh tools/icc/make.sh [FOLDER]                 (default: src/polyleaf/pdf/profiles; about 20 s a profile)
#
# -qm     medium quality: 9 grid points from ink to colour, the usual size of a press profile
# -l300   at most 300 % ink (270 % on uncoated paper, which dries more slowly), below every printer's limit
# -kr     black grows with darkness, so that greys stay grey when the press drifts
# -nc     leaves the measurements out of the profile: half the size, and they are in Debian for all to read
# -Zr     relative colorimetric by default
set -eu

DATA=/usr/share/color/icc
OUT=${1:-$(dirname "$0")/../../src/polyleaf/pdf/profiles}
OUT=$(cd "$OUT" && pwd)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
cd "$WORK"

make_profile() { # name, measurements, ink limit, description, date of the measurements
    cp "$DATA/$2" "$1.ti3"
    colprof -qm "-l$3" -kr -nc -Zr -D "$4" -C "Made from $2 of icc-profiles-free, (c) Kai-Uwe Behrmann, zlib licence" "$1"
    # The header holds the clock's time and a checksum over it: put the date of the measurements there.
    python3 - "$1.icc" "$5" <<'END'
import hashlib, pathlib, struct, sys
path, date = pathlib.Path(sys.argv[1]), sys.argv[2]
data = bytearray(path.read_bytes())
data[24:36] = struct.pack(">6H", *map(int, date.split("-")), 0, 0, 0)
unsigned = bytearray(data)
unsigned[44:48] = unsigned[64:68] = bytes(4)
unsigned[84:100] = bytes(16)
data[84:100] = hashlib.md5(unsigned, usedforsecurity=False).digest()
path.write_bytes(data)
END
    mv "$1.icc" "$OUT/$1.icc"
}

make_profile FOGRA39L_coated FOGRA39L.ti3 300 "FOGRA39L coated" 2006-12-1
make_profile FOGRA29L_uncoated FOGRA29L.ti3 270 "FOGRA29L uncoated" 2003-9-1
cd "$OUT" && sha256sum ./*.icc
