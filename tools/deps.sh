#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what is missing for building (build), testing (check), the Debian package (deb), bare systems (fresh), the heavier proofs
# (lint) or the pictures of the README (pictures), from Debian's packages, and says what it does: it may take minutes.
# A line PACKAGE:COMMAND needs the package only where the command is not there already (Node.js from elsewhere, for one).
set -eu

build="
gcc
libc6-dev
libyaml-dev
libutf8proc-dev
libcmark-dev
libxlsxwriter-dev
libmicrohttpd-dev
libcjson-dev
libstemmer-dev
libexpat1-dev
libminizip-dev
zlib1g-dev
"
check="$build
python3
python3-docx
python3-icalendar
python3-openpyxl
python3-pil
python3-yaml
python3-lxml
python3-jsonschema
nodejs:node
npm:npm
chromium:google-chrome
libreoffice-calc-nogui
libreoffice-writer-nogui
poppler-utils
fonts-dejavu-core
fonts-liberation2
git:git
strace:strace
ninja-build:ninja
procps:pkill
graphviz
plantuml
valgrind
pkg-config:pkg-config
libxml2-utils
zsh:zsh
fish:fish
mandoc:mandoc
clang-format-19
groff-base:groff
"
deb="$build
dpkg-dev:dpkg-shlibdeps
"
fresh="
git:git
debootstrap
"
lint="$deb
python3-xlsxwriter
clang
clang-tidy
cppcheck
gcovr
freeplane
xvfb
tj3
lintian
"
pictures="
pngquant
"
case ${1-build} in
build) wanted=$build ;;
check) wanted=$check ;;
deb) wanted=$deb ;;
fresh) wanted=$fresh ;;
lint) wanted=$lint ;;
pictures) wanted=$pictures ;;
*) echo "usage: $0 build|check|deb|fresh|lint|pictures" >&2; exit 2 ;;
esac

[ "${DEPS-}" != skip ] || exit 0

# The names alone, of all that is wanted or of what is given.
names() { echo "$@" | sed 's/:[^ ]*//g'; }

# Where there are no Debian packages, what is asked is whether the libraries are there.
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
	if [ "$wanted" = "$build" ]; then
		for header in yaml utf8proc cmark xlsxwriter microhttpd cjson/cJSON libstemmer expat minizip/unzip zlib; do
			echo "#include <$header.h>"
		done | ${CC-gcc} -x c -fsyntax-only - 2>/dev/null && exit 0
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

say_missing() {
	echo "$1:$missing" >&2
	echo "As root: apt-get install --no-install-recommends$missing" >&2
	echo "If what they hold is there by other ways: make DEPS=skip" >&2
	exit 2
}

sudo=
if [ "$(id -u)" != 0 ]; then
	sudo=sudo
	command -v sudo >/dev/null || say_missing "These packages are missing, and there is neither root nor sudo to install them"
fi

# Says what is to come, of apt's list of addresses.
count() {
	files=0 bytes=0
	while read -r _ _ size _; do files=$((files + 1)) bytes=$((bytes + size)); done
	[ "$files" = 0 ] || echo "Fetching $files packages, $((bytes / 1000000)) MB: those and what they need"
}

# Shows what apt tells of its progress (KIND:WHAT:PERCENT:TEXT): on a terminal in one line, elsewhere a line each quarter.
# True after a line "installed".
progress() {
	shown=
	while IFS=: read -r kind _ percent text; do
		case $kind in
		dlstatus) doing=Fetched ;;
		pmstatus) doing=Installed ;;
		installed) [ ! -t 1 ] || printf '\r\033[K'; return 0 ;;
		*) continue ;;
		esac
		percent=${percent%%[.,]*}
		if [ -t 1 ]; then
			printf '\r\033[K  %s %s %%: %.50s' "$doing" "$percent" "$text"
		elif [ "$shown" != "$doing $((percent / 25))" ]; then
			echo "  $doing $percent %"
			shown="$doing $((percent / 25))"
		fi
	done
	return 1
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "Missing packages:$missing"
echo "Reading apt's lists${sudo:+ (sudo may ask for your password)}"
# Where some list cannot be read, apt has said so; the packages may be in another.
$sudo apt-get update -qq >/dev/null || true
apt-get install --print-uris -qq --no-install-recommends $missing 2>/dev/null | count
# sudo hands on no descriptor but the first three: the progress takes the place of the output, and that goes into the log.
{
	$sudo env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 sh -c 'exec "$@" 3>&1 >&2' apt \
		apt-get install -y -q --no-install-recommends -o APT::Status-Fd=3 $missing 2>"$log" && echo installed
} | progress || {
	echo
	tail -n 20 "$log" >&2
	say_missing "These packages could not be installed"
}
