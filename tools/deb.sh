#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes a Debian package of the installed tree: deb.sh BUILD VERSION
set -eu
build=$1 version=$2
architecture=$(dpkg --print-architecture)
tree=$build/deb/presale
rm -rf "$build/deb"
mkdir -p "$tree/DEBIAN" "$build/deb/debian" "$build/deb/library/DEBIAN"
libraries=/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)
make -s install SHARED=1 DESTDIR="$tree" PREFIX=/usr LIBDIR="$libraries" BUILD="$build/deb/build" \
	CFLAGS="-O2 -g -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2" \
	LDFLAGS="-Wl,-z,relro,-z,now"
strip --strip-unneeded --remove-section=.comment "$tree/usr/bin/presale" "$tree$libraries/libpresale.so.$version"
strip --strip-debug "$tree$libraries/libpresale.a"
find "$tree/usr/share/man" -name '*.[13]' -exec gzip -9n {} +
doc=$tree/usr/share/doc/presale
mkdir -p "$doc"
{
	echo "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
	echo "Upstream-Name: presale"
	echo
	echo "Files: *"
	sed -n 's/^Copyright (c) /Copyright: /p' LICENSE
	echo "License: Expat"
	sed '1,/^$/d; /^Copyright/d; s/^$/./; s/^/ /' LICENSE | sed '1{/^ \.$/d}'
} >"$doc/copyright"
date=$(git log -1 --format=%cD 2>/dev/null || date -u -R -d "@${SOURCE_DATE_EPOCH:-0}")
printf 'presale (%s) stable; urgency=medium\n\n  * Version %s.\n\n -- presale <presale@presale.example>  %s\n' \
	"$version" "$version" "$date" |
	gzip -9n >"$doc/changelog.gz"
# What the binary is linked with, as packages; and the libraries it loads itself, by stand-ins that are linked with them: libmicrohttpd,
# for --serve alone, and cJSON, for lsp alone, may be missing.
printf 'Source: presale\n\nPackage: presale\nArchitecture: any\n' >"$build/deb/debian/control"
stand_in() { # SOURCE LIBRARY
	${CC:-gcc} -std=c11 -shared -fPIC -Iinclude -Isrc -DLIBRARIES_LINKED -o "$build/deb/library/$2.so" "$1" "-l$2"
}
stand_in src/emit/xlsx/library.c xlsxwriter
stand_in src/files/http_library.c microhttpd
stand_in src/cli/lsp/json_library.c cjson
depends=$(cd "$build/deb" && dpkg-shlibdeps -O presale/usr/bin/presale "presale$libraries/libpresale.so.$version" library/xlsxwriter.so)
depends=${depends#shlibs:Depends=}
recommends=$(cd "$build/deb" && dpkg-shlibdeps -O -dRecommends library/microhttpd.so library/cjson.so)
recommends=${recommends##*shlibs:Recommends=}
cat >"$tree/DEBIAN/control" <<EOF
Package: presale
Version: $version
Architecture: $architecture
Maintainer: presale <presale@presale.example>
Installed-Size: $(du -k -s "$tree/usr" | cut -f1)
Depends: $depends
Recommends: $recommends
Section: text
Priority: optional
Description: compiler for descriptions of business processes
 From one description of a process in YAML it makes the regulation, the
 workbook, mind maps and process maps, and checks that the process holds.
EOF
# The cache of the loader, and what those who link with the library depend on.
echo "activate-noawait ldconfig" >"$tree/DEBIAN/triggers"
echo "libpresale 0 presale (>= $version)" >"$tree/DEBIAN/shlibs"
find "$tree" -type d -exec chmod 755 {} +
find "$tree/usr/share" -type f -exec chmod 644 {} +
package=$build/presale_${version}_$architecture.deb
dpkg-deb --root-owner-group -b "$tree" "$package"
# lintian comes with 180 packages of its own: who only wants the package need not have it.
if command -v lintian >/dev/null; then
	lintian --fail-on error --suppress-tags bogus-mail-host,no-manual-page "$package"
else
	echo "lintian would look it over and is not installed here (make deps-lint)"
fi
