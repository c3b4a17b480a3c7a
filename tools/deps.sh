#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what building (build), testing (check), the heavier proofs (lint) or the pictures of the README need and is missing, from
# Debian's packages, and says what it installs.
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
libminizip-dev
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
git:git
strace:strace
procps:pkill
graphviz
plantuml
libxml2-utils
"
lint="
python3-xlsxwriter
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
debootstrap
"
pictures="
pngquant
"
case ${1-build} in
build) wanted=$build ;;
check) wanted=$check ;;
lint) wanted=$lint ;;
pictures) wanted=$pictures ;;
*) echo "usage: $0 build|check|lint|pictures" >&2; exit 2 ;;
esac

[ "${DEPS-}" != skip ] || exit 0

# The names alone, of all that is wanted or of what is given.
names() { echo "$@" | sed 's/:[^ ]*//g'; }

# Where there are no Debian packages, what is asked is whether the libraries are there.
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
	if [ "$wanted" = "$build" ]; then
		for header in yaml utf8proc cmark xlsxwriter libstemmer expat zlib; do echo "#include <$header.h>"; done |
			${CC-gcc} -x c -fsyntax-only - 2>/dev/null && exit 0
	fi
	echo "No known package manager here. Please install what these Debian packages hold:" $(names $wanted) >&2
	echo "If they are there already: make DEPS=skip" >&2
	exit 2
fi

# A line for each package that is there; dpkg-query complains of the others.
there=" $(dpkg-query -W -f '${Package} ${db:Status-Status}\n' $(names $wanted) 2>/dev/null | sed -n 's/ installed$//p' | tr '\n' ' ')"
missing=
for line in $wanted; do
	package=${line%%:*} command=${line#*:}
	[ "$command" = "$line" ] || ! command -v "$command" >/dev/null || continue
	case $there in *" $package "*) ;; *) missing="$missing $package" ;; esac
done
[ -n "$missing" ] || exit 0

sudo=
if [ "$(id -u)" != 0 ]; then
	sudo=sudo
	command -v sudo >/dev/null || {
		echo "These packages are missing, and there is neither root nor sudo to install them:$missing" >&2
		exit 2
	}
fi
echo "Installing:$missing"
$sudo apt-get update -qq &&
	$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null || {
	echo "These packages could not be installed:$missing" >&2
	exit 2
}
