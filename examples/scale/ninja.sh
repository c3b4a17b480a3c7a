#!/bin/sh
# SPDX-License-Identifier: MIT
# Writes build.ninja for all processes below a folder:
#
#     sh ninja.sh regulations >build.ninja && ninja
#
# Each process is an action of its own, made again when what it was made of has changed; documents that come out the same keep their
# time, so nothing further is made of them. A second word names the files that are processes (process.yaml unless given), OUTPUTS what
# to make of each.
set -eu
folder=${1:?which folder?}
name=${2:-process.yaml}

# A path as ninja reads it.
escaped() {
	printf '%s\n' "$1" | sed 's/[$ :]/$&/g'
}

cat <<END
outputs = ${OUTPUTS:-html,md}
rule presale
  command = presale build -t \$outputs --depfile \$out.d -o "\$\$(dirname \$out)" \$in >\$out.log
  depfile = \$out.d
  restat = 1
  description = presale \$in
END
find "$folder" -name "$name" -type f | LC_ALL=C sort | while IFS= read -r path; do
	printf 'build %s: presale %s\n' "$(escaped "out/${path%/*}/.presale-manifest")" "$(escaped "$path")"
done
