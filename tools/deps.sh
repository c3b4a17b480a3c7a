#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what building (build), testing (check) or the heavier proofs (lint) need and is missing, from Debian's packages, and says
# what it installs.
# A line PACKAGE:COMMAND needs the package only where the command is not there already (Node.js from elsewhere, for one).
set -eu

build="
gcc
libc6-dev
libyaml-dev
libutf8proc-dev
libcmark-dev
libxlsxwriter-dev
libstemmer-dev
libexpat1-dev
zlib1g-dev
"
check="$build
python3
python3-openpyxl
python3-yaml
python3-lxml
python3-jsonschema
nodejs:node
npm:npm
chromium
libreoffice-calc-nogui
poppler-utils
fonts-dejavu-core
fonts-liberation2
graphviz
plantuml
libxml2-utils
"
lint="
strace
clang
clang-tidy
cppcheck
gcovr
freeplane
xvfb
lintian
dpkg-dev
fakeroot
valgrind
"
case ${1-build} in
build) wanted=$build ;;
check) wanted=$check ;;
lint) wanted=$lint ;;
*) echo "usage: $0 build|check|lint" >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
	command -v pkg-config >/dev/null && pkg-config --exists yaml-0.1 libutf8proc libcmark xlsxwriter && exit 0
	echo "No known package manager here. Please install what these Debian packages hold:" $(echo $wanted | sed 's/:[^ ]*//g') >&2
	exit 2
fi
missing=
for line in $wanted; do
	package=${line%%:*} command=${line#*:}
	[ "$command" = "$line" ] || ! command -v "$command" >/dev/null || continue
	dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
sudo=
[ "$(id -u)" = 0 ] || sudo=sudo
echo "Installing:$missing"
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
