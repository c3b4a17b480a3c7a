#!/bin/sh
# SPDX-License-Identifier: MIT
# Unpacks a release elsewhere, builds it, checks it, installs it and runs what was installed: distcheck.sh TARBALL
set -eu
tarball=$(realpath "$1")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
tar -xzf "$tarball"
cd presale-*/
make -s check
make -s install PREFIX=/usr DESTDIR="$scratch/root"
"$scratch/root/usr/bin/presale" build -o "$scratch/out" examples/draft/*.yaml
make -s uninstall PREFIX=/usr DESTDIR="$scratch/root"
left=$(find "$scratch/root" -type f)
[ -z "$left" ] || { echo "left behind by uninstall: $left"; exit 1; }
make -s clean
[ -z "$(find . -name '*.o')" ]
echo "$(basename "$tarball") builds, checks and installs itself"
