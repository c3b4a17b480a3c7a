#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs the tests on a build that counts lines and prints the share that ran: coverage.sh BUILD
set -eu
folder=$1/coverage
make -s BUILD="$folder" SANITIZE="-O0 -g --coverage" CFLAGS="-O0 -g --coverage" LDFLAGS=--coverage \
	"$folder/presale" "$folder/presale-sanitized"
sh tests/run.sh "$folder" || true
gcovr --root . --filter 'src/' --exclude-throw-branches --gcov-ignore-parse-errors \
	--object-directory "$folder/sanitized" --sort-percentage \
	--print-summary | tail -60
