/* SPDX-License-Identifier: MIT */
/* Prints the words of the format as a dictionary for libFuzzer: keys of the field table, values of
 * the choices, marks of YAML. */
#include "model/field.h"

#include <stdio.h>
#include <string.h>

/* Each of the words separated by |, its bytes written as the dictionary wants them. */
static void
put(const char *words, const char *behind)
{
	while (*words) {
		size_t length = strcspn(words, "|");
		putchar('"');
		for (size_t i = 0; i < length; i++)
			printf("\\x%02X", (unsigned char)words[i]);
		printf("%s\"\n", behind);
		words += length + (words[length] == '|');
	}
}

int
main(void)
{
	for (int kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (const struct field *field = kind_info((enum kind)kind)->fields;
		     (int)field->kind == kind; field++)
			for (int lang = 0; lang < 2; lang++)
				put(field->keys[lang], ":\\x20");
	for (int choice = 1; choice < CHOICE_COUNT; choice++)
		put(choice_spellings((enum choice)choice), "");
	put("\n- |\n  |{|}|[|]|, |: |? |# |&a |*a|<<: "
	    "*a|!|%TAG|---\n|...\n|'|>-\n|end|конец|client|1d|2-4 дня|\xEF\xBB\xBF|\xC2\xA0",
	    "");
	return 0;
}
