/* SPDX-License-Identifier: MIT */
/* Whether bytes are well-formed XML in UTF-8 and not nested too deep. Of what we write ourselves,
 * which nobody reads on the way, more is asked: no document type, and elements that have as many
 * children as their attribute `count` (or `uniqueCount`) says. */
#ifndef PRESALE_FILES_WELLFORMED_H
#define PRESALE_FILES_WELLFORMED_H

#include <stdbool.h>
#include <stddef.h>

enum { WELLFORMED_DEPTH = 64 };

struct wellformed;

/* What is told of XML as it is read; data is passed on. Of what is NULL nothing is told; without
 * `entity` a document type is refused, since nothing else brings entities. */
struct wellformed_reader {
	/* name, value, name, value …, NULL */
	void (*element)(void *data, const char *name, const char *const *attributes);
	void (*end)(void *data, const char *name); /* of an element */
	void (*text)(void *data, const char *bytes, size_t length);
	void (*instruction)(void *data, const char *target);
	/* A general entity is declared; the value is NULL when it is outside of the document. */
	void (*entity)(void *data, const char *value, size_t length);
	void *data;
};

enum wellformed_fault {
	WELLFORMED_OK,
	WELLFORMED_BROKEN,  /* no XML, or not whole */
	WELLFORMED_DOCTYPE, /* a document type where none is taken */
	WELLFORMED_DEEP,
};

/* The reader stays as long as the check, and is NULL for what we write ourselves. Ended with
 * wellformed_end. */
struct wellformed *
wellformed_new(const struct wellformed_reader *reader);

/* Takes the next bytes; false as soon as something is wrong. */
bool
wellformed_take(struct wellformed *check, const char *bytes, size_t length);

/* True when a whole document was taken. Frees the check. */
bool
wellformed_end(struct wellformed *check);

/* Takes all of a document at once, and tells what is wrong with it. */
enum wellformed_fault
wellformed_read(const struct wellformed_reader *reader, const char *bytes, size_t length);

/* What is wrong with what was taken so far. */
enum wellformed_fault
wellformed_fault(const struct wellformed *check);

/* A name without its namespace's prefix. */
const char *
wellformed_local(const char *name);

#endif
