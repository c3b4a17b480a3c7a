#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes a C header of a text file: the text as an array, and its SHA-256 in base64 as a page's policy wants it. asset.sh FILE NAME
set -eu
file=$1 name=$2
# What the page holds is the text within its tags, so the sum is that of the file as it stands.
sum=$(sha256sum "$file" | awk '{
	digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	for (i = 1; i <= 64; i += 3) {
		three = substr($1, i, 3)
		value = 0
		for (j = 1; j <= 3; j++)
			value = value * 16 + (j <= length(three) ? index("0123456789abcdef", substr(three, j, 1)) - 1 : 0)
		printf "%s%s", substr(digits, int(value / 64) + 1, 1), (length(three) > 1 ? substr(digits, value % 64 + 1, 1) : "")
	}
	print "="
}')
echo "/* Made of $(basename "$file") by tools/asset.sh. */"
echo "static const char ${name}_sha256[] __attribute__((unused)) = \"$sum\";"
echo "static const char ${name}[] = {"
od -An -v -tx1 "$file" | sed 's/ \([0-9a-f][0-9a-f]\)/(char)0x\1,/g'
echo "0};"
