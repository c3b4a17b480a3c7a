#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs make targets on a bare Debian that has a compiler and make and nothing else: fresh.sh BUILD TARGET…
# The bare system is made once by debootstrap and kept as an archive; every run unpacks it anew and takes what is committed.
set -eu
build=${1:?build folder}
shift
command -v debootstrap >/dev/null || { echo "debootstrap is missing: make deps-fresh" >&2; exit 2; }
[ "$(id -u)" = 0 ] || { echo "a bare system is made and entered by root only" >&2; exit 2; }
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
bare=$build/fresh/$release.tar root=$build/fresh/root
trusted=/etc/ssl/certs/ca-certificates.crt
mkdir -p "$build/fresh"
if [ ! -f "$bare" ]; then
	rm -rf "$root"
	debootstrap --variant=minbase --include=gcc,libc6-dev,make "$release" "$root" >"$build/fresh/debootstrap.log"
	tar -C "$root" -cf "$bare.part" .
	mv "$bare.part" "$bare"
fi
rm -rf "$root"
mkdir -p "$root"
tar -C "$root" -xf "$bare"
for file in /etc/resolv.conf /etc/hosts /etc/npmrc; do [ ! -f "$file" ] || cp "$file" "$root$file"; done
# npm brings no certificates of its own: it trusts whom this machine trusts.
[ ! -f "$trusted" ] || cp "$trusted" "$root/etc/fresh-trusted.crt"
mkdir "$root/presale"
git archive HEAD | tar -C "$root/presale" -xf -
for target in "$@"; do
	echo "== make $target"
	unshare --mount --pid --fork sh -c '
		mount -t proc proc "$1/proc"
		exec chroot "$1" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
			npm_config_cafile=/etc/fresh-trusted.crt sh -c "cd /presale && exec make $2"' \
		fresh "$root" "$target"
done
