#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every test and counts: run.sh BUILD.
# Golden cases: a folder of tests/cases with input.yaml. Each expect.X in it selects a run: expect.check holds the messages of
# `presale check` and its status; any other X holds what `presale build -t X` wrote, as tests/dump.py shows it. options.X adds words to
# the command.
# Suites: every executable tests/suites/*; it prints "ok NAME" or "FAILED NAME" lines, finds the program in $PRESALE (with
# sanitizers) and $PRESALE_FAST, the repository in $ROOT, a scratch folder of its own in $SCRATCH, Node.js packages in $NODE_PATH and
# the browser in $CHROMIUM.
# They run side by side, one a processor, those first that take longest. With UPDATE=1 expectations are written instead of compared;
# ONLY=name runs one suite, ONLY=cases the golden cases.
set -u
build=${1:?build folder}
case $build in /*) ;; *) build=$PWD/$build ;; esac
export ROOT=$PWD PRESALE=$build/presale-sanitized PRESALE_FAST=$build/presale BUILD=$build LC_ALL=C.UTF-8
# The day on which the examples are looked at: their reviews must not fall due by themselves.
export PRESALE_TODAY=2026-11-25
export NODE_PATH=$build/node/node_modules PYTHONDONTWRITEBYTECODE=1
# Ubuntu's package of Chromium is none; there it may be Chrome.
CHROMIUM=$(command -v chromium || command -v google-chrome)
export CHROMIUM
unset PRESALE_LANG LANG LC_MESSAGES SOURCE_DATE_EPOCH NO_COLOR MAKEFLAGS MAKELEVEL 2>/dev/null

# What a golden case gives for one of its expectations: run_case FOLDER WHAT OUT
run_case() {
	options=$(cat "$1/options.$2" 2>/dev/null)
	if [ "$2" = check ]; then
		(cd "$1" && LC_ALL=C "$PRESALE" check $options input.yaml 2>&1; echo "status $?")
		return
	fi
	# Beside the output, so that addresses of materials do not depend on where the repository lies.
	source=$(dirname "$3")/source
	rm -rf "$3" "$source"
	cp -R "$1" "$source"
	(cd "$source" && LC_ALL=C "$PRESALE" build -t "$2" -o "$3" $options input.yaml >"$3.said" 2>&1) || cat "$3.said"
	/usr/bin/python3 tests/dump.py "$3"
}

# $1 is a scratch folder.
golden() {
	scratch=$1
	for expect in tests/cases/*/expect.*; do
		case=$(dirname "$expect") what=${expect##*/expect.}
		run_case "$case" "$what" "$scratch/case" >"$scratch/got"
		[ -z "${UPDATE-}" ] || cp "$scratch/got" "$expect"
		if diff -u "$expect" "$scratch/got" >"$scratch/diff" 2>&1; then
			echo "ok case $(basename "$case") $what"
		else
			echo "FAILED case $(basename "$case") $what"
			head -60 "$scratch/diff"
		fi
	done
}

# One suite, or the golden cases, its lines into $scratch/results.NAME
if [ "${2-}" = suite ]; then
	name=$(basename "$3")
	export SCRATCH=$4/suite.$name
	mkdir "$SCRATCH"
	started=$(date +%s)
	case $name in
	cases) golden "$SCRATCH" ;;
	*) "$3" ;;
	esac >>"$4/results.$name" 2>&1 # at the end: what a suite left running would write over the line below
	status=$?
	[ $status = 0 ] || grep -q ^FAILED "$4/results.$name" || echo "FAILED $name ended with status $status" >>"$4/results.$name"
	echo "$name: $(($(date +%s) - started)) s"
	exit 0
fi

# What takes more than half a minute: begun last, it would leave the other processors with nothing to do.
longest="processmap mermaidtext hiding html mindmap library"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
{
	printf 'tests/suites/%s\n' $longest cases
	find tests/suites -type f -perm -u+x | sort
} | awk '!seen[$0]++' | grep -x "tests/suites/${ONLY-.*}" | xargs -r -P "$(nproc)" -I{} sh "$0" "$build" suite {} "$scratch"
cat "$scratch"/results.* >"$scratch/all"
grep -v '^ok ' "$scratch/all"
passed=$(grep -c '^ok ' "$scratch/all")
failed=$(grep -c '^FAILED ' "$scratch/all")
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" != 0 ]
