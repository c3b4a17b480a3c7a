#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs the golden cases: a folder of tests/cases with input.yaml and expect.check (messages, then the status).
# With UPDATE=1 the expectations are written instead of compared.
set -u
build=${1:?build folder}
presale=$PWD/$build/presale-sanitized
passed=0 failed=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for case in tests/cases/*/; do
	name=$(basename "$case")
	(cd "$case" && LC_ALL=C "$presale" check input.yaml 2>&1; echo "status $?") >"$scratch/got"
	[ -z "${UPDATE-}" ] || cp "$scratch/got" "$case/expect.check"
	if diff -u "$case/expect.check" "$scratch/got" >"$scratch/diff" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAILED $name"
		cat "$scratch/diff"
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
