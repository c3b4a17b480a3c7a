#!/bin/sh
# SPDX-License-Identifier: MIT
# Links presale into one binary that needs no library: static.sh BUILD OUTPUT LIBS OBJECT…
# Debian has no static libxlsxwriter nor cJSON, and of libmicrohttpd one that needs libgnutls, of which there is none: so they are compiled
# from Debian's own source packages, the first with the MD5 and zip writer that it brings (the packaged one takes MD5 from OpenSSL),
# libmicrohttpd without HTTPS.
set -eu
build=$1 output=$2 libs=$3
shift 3
mkdir -p "$build/static"
folder=$(cd "$build/static" && pwd)

# fetch_source NAME
fetch_source() {
	lists=$folder/apt
	mkdir -p "$lists/sources" "$lists/lists/partial"
	for file in /etc/apt/sources.list.d/*.sources; do
		grep -qsE '(debian|ubuntu)-archive-keyring' "$file" || continue
		sed 's/^Types: deb$/Types: deb-src/' "$file" >"$lists/sources/$(basename "$file")"
	done
	[ ! -s /etc/apt/sources.list ] || sed -n 's/^deb /deb-src /p' /etc/apt/sources.list >"$lists/sources/main.list"
	options="-o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts=$lists/sources -o Dir::State::lists=$lists/lists"
	echo "Fetching Debian's source of $1"
	log=$lists/log
	# shellcheck disable=SC2086
	(apt-get -q $options update && cd "$folder" && apt-get -q $options source --download-only "$1") >"$log" 2>&1 || {
		cat "$log" >&2
		echo "Debian's source of $1 could not be fetched: see apt's reasons above" >&2
		exit 2
	}
	tar -xf "$folder/$1"_*.orig.tar.* -C "$folder"
}

# source_of NAME
source_of() {
	ls "$folder/$1"_*.orig.tar.* >/dev/null 2>&1 || fetch_source "$1" >&2
	echo "$folder/$1"-*/
}

if [ ! -f "$folder/libxlsxwriter.a" ]; then
	source=$(source_of libxlsxwriter)
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
if [ ! -f "$folder/libmicrohttpd.a" ]; then
	source=$(source_of libmicrohttpd)
	log=$folder/libmicrohttpd.log
	(
		cd "$source"
		./configure -q --disable-https --disable-curl --disable-doc --disable-examples --disable-tools --disable-shared --enable-static
		make -s -C src/microhttpd libmicrohttpd.la
		cp src/microhttpd/.libs/libmicrohttpd.a "$folder"
	) >"$log" 2>&1 || {
		tail -n 20 "$log" >&2
		exit 2
	}
fi
if [ ! -f "$folder/libcjson.a" ]; then
	source=$(source_of cjson)
	${CC:-gcc} -O2 -w -c -o "$folder/cJSON.o" "$source"cJSON.c
	ar rcs "$folder/libcjson.a" "$folder/cJSON.o"
fi
# A static binary can load nothing: it has the libraries' functions from the linker.
for name in emit/xlsx/library files/http_library cli/lsp/json_library; do
	${CC:-gcc} -std=c11 -O2 -Iinclude -Isrc -DLIBRARIES_LINKED -c -o "$folder/${name##*/}.o" "src/$name.c"
done
for object; do
	shift
	case $object in
	*/emit/xlsx/library.o) object=$folder/library.o ;;
	*/files/http_library.o) object=$folder/http_library.o ;;
	*/cli/lsp/json_library.o) object=$folder/json_library.o ;;
	*/support/loaded.o) continue ;;
	esac
	set -- "$@" "$object"
done
# The allocator of src/cli/work/allocator.c comes first, so that it is the one that counts.
# shellcheck disable=SC2086
${CC:-gcc} -static -O2 -Wl,-z,muldefs -o "$output" "$@" "$folder/libxlsxwriter.a" "$folder/libmicrohttpd.a" "$folder/libcjson.a" $libs
strip "$output"
ls -l "$output"
