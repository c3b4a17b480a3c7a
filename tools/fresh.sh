#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs make targets on bare systems that have a compiler and make and nothing else: fresh.sh BUILD RELEASES TARGET…
# RELEASES are names of Debian's or Ubuntu's, as debootstrap knows them. A bare system is made once and kept as an archive; every run
# unpacks it anew and takes what is committed. MIRROR is where packages come from (else this machine's own for Debian, debootstrap's for
# others), DEBOOTSTRAP more options for it, such as the keyring of a release whose signature this machine cannot check.
set -eu
build=${1:?build folder} releases=${2:?releases}
shift 2
command -v debootstrap >/dev/null || { echo "debootstrap is missing: make deps-fresh" >&2; exit 2; }
[ "$(id -u)" = 0 ] || { echo "a bare system is made and entered by root only" >&2; exit 2; }
trusted=/etc/ssl/certs/ca-certificates.crt
mkdir -p "$build/fresh"

# make_bare RELEASE ARCHIVE FOLDER
make_bare() {
	mirror=${MIRROR-} components=main script=
	case $1 in
	jammy | noble) components=main,universe script=jammy ;; # made alike, and noble is younger than many a debootstrap
	*) [ -n "$mirror" ] || mirror=$(apt-get indextargets --format '$(REPO_URI)' "Created-By: Packages" "Origin: Debian" | head -n 1) ;;
	esac
	log=$build/fresh/$1.log
	echo "== making a bare $1 (its story: $log)"
	rm -rf "$3"
	# shellcheck disable=SC2086
	debootstrap --variant=minbase --include=gcc,libc6-dev,make --components="$components" ${DEBOOTSTRAP-} "$1" "$3" "$mirror" $script \
		>"$log" 2>&1 || { tail -n 5 "$log" >&2; exit 2; }
	tar -C "$3" -cf "$2.part" .
	mv "$2.part" "$2"
}

# What this machine knows of reaching packages: names of hosts, proxies, whom npm trusts (it brings no certificates of its own).
copy_settings() {
	for file in /etc/resolv.conf /etc/hosts /etc/npmrc; do [ ! -f "$file" ] || cp "$file" "$1$file"; done
	for file in /etc/apt/apt.conf.d/*; do ! grep -qs '^ *Acquire' "$file" || cp "$file" "$1$file"; done
	[ ! -f "$trusted" ] || cp "$trusted" "$1/etc/fresh-trusted.crt"
}

# in_bare FOLDER COMMAND
in_bare() {
	unshare --mount --pid --fork sh -c '
		mount -t proc proc "$1/proc"
		mount -t devpts -o newinstance,ptmxmode=666 devpts "$1/dev/pts"
		mount --bind "$1/dev/pts/ptmx" "$1/dev/ptmx"
		exec chroot "$1" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
			npm_config_cafile=/etc/fresh-trusted.crt sh -c "cd /presale && $2"' fresh "$1" "$2"
}

for release in $releases; do
	bare=$build/fresh/$release.tar root=$build/fresh/$release
	[ -f "$bare" ] || make_bare "$release" "$bare" "$root"
	rm -rf "$root"
	mkdir -p "$root"
	tar -C "$root" -xf "$bare"
	copy_settings "$root"
	mkdir "$root/presale"
	git archive HEAD | tar -C "$root/presale" -xf -
	for target in "$@"; do
		echo "== $release: make $target"
		in_bare "$root" "make $target"
	done
	# The first binary was linked by a make that had to install the libraries; it must be the one any later make links.
	in_bare "$root" "mv build/presale build/first && make build/presale && cmp build/presale build/first"
	rm -rf "$root"
	echo "== $release: fine"
done
