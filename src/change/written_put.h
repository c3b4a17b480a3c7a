/* SPDX-License-Identifier: MIT */
/* A tree of values as the text of a YAML file, in the form in which the program writes whole files
 * (text/syntax/yaml_put.h). What goes into a file that somebody wrote is written in that file's own
 * form: that is src/edit's. */
#ifndef PRESALE_CHANGE_WRITTEN_PUT_H
#define PRESALE_CHANGE_WRITTEN_PUT_H

#include "change/written.h"

/* How a tree is written. */
struct written_form {
	int lang; /* of the keys: 0 English, 1 Russian */
	/* Is told of each value on which line of the text it begins, and gives what is to be
	 * remarked there, a line, or NULL. May be NULL. */
	const char *(*remark)(void *data, const struct written *value, uint32_t line);
	void *data;
};

/* Adds a mapping, a blank line before each key whose value is no text but the first. */
void
written_put(const struct written *map, const struct written_form *form, struct buf *out);

#endif
