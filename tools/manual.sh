#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints the manual page presale(3) from the header: manual.sh HEADER
# The head of the header is the description; a comment before a declaration is what is said of it.
set -eu
exec awk '
function quoted(text) { gsub(/\\/, "\\e", text); gsub(/-/, "\\-", text); return text }
function put(text) { text = quoted(text); if (text ~ /^[.\047]/) text = "\\&" text; print text }
function constant(name, line) { sub(".*" name " \"", "", line); sub(/".*/, "", line); return line }
# Says a comment: its paragraphs, without the signs of comments.
function say(comment,   i, n, lines) {
	n = split(comment, lines, "\n")
	for (i = 1; i < n; i++) {
		sub(/^\/\* ?/, "", lines[i]); sub(/^ \* ?/, "", lines[i]); sub(/ ?\*\/$/, "", lines[i])
		if (lines[i] == "") print ".PP"; else put(lines[i])
	}
}
function keep(text) { return text "\n" }
# Whether a declaration is of a function that can be called, not of a type.
function called(code) { return code ~ /\);\n$/ && code !~ /^typedef/ }
/define PRESALE_VERSION/ { version = constant("PRESALE_VERSION", $0) }
/define PRESALE_DATE/ { date = constant("PRESALE_DATE", $0) }
NR == 1 || /^#/ || /^extern "C"/ || /^}$/ { comment = ""; next }
/^\/\*/ && !code { comment = ""; commented = 1 }
commented { comment = comment keep($0); if (/\*\/$/) { commented = 0; if (!head) { head = comment; comment = "" } } next }
/^$/ { if (code) { said[++count] = comment; codes[count] = code }; comment = ""; code = ""; next }
{ code = code keep($0) }
END {
	print ".TH PRESALE 3 " date " \"presale " version "\""
	print ".SH NAME\npresale \\- load, judge and build descriptions of processes"
	print ".SH SYNOPSIS\n.nf\n.B #include <presale.h>\n.PP"
	for (i = 1; i <= count; i++)
		if (called(codes[i])) { n = split(codes[i], lines, "\n"); for (j = 1; j < n; j++) put(lines[j]) }
	print ".fi\n.SH DESCRIPTION"
	say(head)
	print ".SH TYPES"
	for (i = 1; i <= count; i++)
		if (!called(codes[i])) {
			if (types++) print ".PP"
			say(said[i])
			print (said[i] ? ".PP\n" : "") ".nf"
			n = split(codes[i], lines, "\n"); for (j = 1; j < n; j++) put(lines[j])
			print ".fi"
		}
	print ".SH FUNCTIONS"
	for (i = 1; i <= count; i++)
		if (called(codes[i])) {
			name = codes[i]; sub(/\(.*/, "", name); sub(/.*[^a-z_]/, "", name)
			print ".TP\n.B " name; say(said[i])
		}
	print ".SH SEE ALSO\n.BR presale (1)"
}' "$1"
