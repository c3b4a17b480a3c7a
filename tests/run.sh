#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every test and counts. Golden cases: a folder of tests/cases with input.yaml and expect.check (messages, then the status).
# Suites: every executable tests/suites/*; it prints "ok NAME" or "FAILED NAME" lines, finds the program in $PRESALE (with
# sanitizers) and $PRESALE_FAST, the repository in $ROOT and a scratch folder of its own in $SCRATCH.
# With UPDATE=1 expectations are written instead of compared; ONLY=name runs one suite.
set -u
build=${1:?build folder}
case $build in /*) ;; *) build=$PWD/$build ;; esac
export ROOT=$PWD PRESALE=$build/presale-sanitized PRESALE_FAST=$build/presale BUILD=$build LC_ALL=C.UTF-8
unset PRESALE_LANG LANG LC_MESSAGES SOURCE_DATE_EPOCH PRESALE_TODAY NO_COLOR 2>/dev/null
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
results=$scratch/results
: >"$results"

golden() {
	for case in tests/cases/*/; do
		name=$(basename "$case")
		(cd "$case" && LC_ALL=C "$PRESALE" check input.yaml 2>&1; echo "status $?") >"$scratch/got"
		[ -z "${UPDATE-}" ] || cp "$scratch/got" "$case/expect.check"
		if diff -u "$case/expect.check" "$scratch/got" >"$scratch/diff" 2>&1; then
			echo "ok case $name"
		else
			echo "FAILED case $name"
			cat "$scratch/diff"
		fi
	done
}

[ -n "${ONLY-}" ] || golden >>"$results"
for suite in tests/suites/*; do
	[ -x "$suite" ] && [ -f "$suite" ] || continue
	[ -z "${ONLY-}" ] || [ "$ONLY" = "$(basename "$suite")" ] || continue
	export SCRATCH=$scratch/suite
	rm -rf "$SCRATCH" && mkdir "$SCRATCH"
	started=$(date +%s)
	"$suite" >"$scratch/out" 2>&1
	status=$?
	cat "$scratch/out" >>"$results"
	[ $status = 0 ] || grep -q ^FAILED "$scratch/out" || echo "FAILED $suite ended with status $status" >>"$results"
	echo "$(basename "$suite"): $(($(date +%s) - started)) s"
done
grep -v '^ok ' "$results"
passed=$(grep -c '^ok ' "$results")
failed=$(grep -c '^FAILED ' "$results")
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
