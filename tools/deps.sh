#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs the Debian packages that building (build) or testing (check) needs and that are missing. Says what it installs.
set -eu

build="
gcc
libc6-dev
libyaml-dev
libutf8proc-dev
libcmark-dev
libxlsxwriter-dev
zlib1g-dev
"
check="$build
python3
python3-openpyxl
python3-yaml
"
case ${1-build} in
build) wanted=$build ;;
check) wanted=$check ;;
*) echo "usage: $0 build|check" >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
	command -v pkg-config >/dev/null && pkg-config --exists yaml-0.1 libutf8proc libcmark xlsxwriter && exit 0
	echo "No known package manager here. Please install what these Debian packages hold:" $wanted >&2
	exit 2
fi
missing=
for package in $wanted; do
	dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
sudo=
[ "$(id -u)" = 0 ] || sudo=sudo
echo "Installing:$missing"
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
