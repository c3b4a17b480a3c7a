#!/bin/sh
# SPDX-License-Identifier: MIT
# Links presale into one binary that needs no library: static.sh BUILD OUTPUT LIBS OBJECT…
# Debian has no static libxlsxwriter, so it is compiled from Debian's own source package, with the MD5 and zip writer that it
# brings (the packaged one takes MD5 from OpenSSL).
set -eu
build=$1 output=$2 libs=$3
shift 3
mkdir -p "$build/static"
folder=$(cd "$build/static" && pwd)

fetch_source() {
	lists=$folder/apt
	mkdir -p "$lists/sources" "$lists/lists/partial"
	for file in /etc/apt/sources.list.d/*.sources; do
		grep -qsE '(debian|ubuntu)-archive-keyring' "$file" || continue
		sed 's/^Types: deb$/Types: deb-src/' "$file" >"$lists/sources/$(basename "$file")"
	done
	[ ! -s /etc/apt/sources.list ] || sed -n 's/^deb /deb-src /p' /etc/apt/sources.list >"$lists/sources/main.list"
	options="-o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts=$lists/sources -o Dir::State::lists=$lists/lists"
	echo "Fetching Debian's source of libxlsxwriter"
	log=$lists/log
	# shellcheck disable=SC2086
	(apt-get -q $options update && cd "$folder" && apt-get -q $options source --download-only libxlsxwriter) >"$log" 2>&1 || {
		cat "$log" >&2
		echo "Debian's source of libxlsxwriter could not be fetched: see apt's reasons above" >&2
		exit 2
	}
	tar -xf "$folder"/libxlsxwriter_*.orig.tar.* -C "$folder"
}

if [ ! -f "$folder/libxlsxwriter.a" ]; then
	ls "$folder"/libxlsxwriter_*.orig.tar.* >/dev/null 2>&1 || fetch_source
	source=$(echo "$folder"/libxlsxwriter-*/)
	(
		cd "$folder"
		rm -f ./*.o
		for file in "$source"src/*.c "$source"third_party/minizip/ioapi.c "$source"third_party/minizip/zip.c \
			"$source"third_party/md5/md5.c "$source"third_party/tmpfileplus/tmpfileplus.c; do
			${CC:-gcc} -O2 -w -I"$source"include -I"$source"third_party/minizip -DNOCRYPT -DNOUNCRYPT -c "$file"
		done
		ar rcs libxlsxwriter.a ./*.o
	)
fi
# A static binary can load nothing: it has the library's functions from the linker.
library=$folder/xlsx_library.o
${CC:-gcc} -std=c11 -O2 -Iinclude -Isrc -DXLSX_LIBRARY_LINKED -c -o "$library" src/emit/xlsx/library.c
for object; do
	shift
	case $object in */emit/xlsx/library.o) object=$library ;; esac
	set -- "$@" "$object"
done
# The allocator of src/cli/work/allocator.c comes first, so that it is the one that counts.
# shellcheck disable=SC2086
${CC:-gcc} -static -O2 -Wl,-z,muldefs -o "$output" "$@" "$folder/libxlsxwriter.a" $libs
strip "$output"
ls -l "$output"
