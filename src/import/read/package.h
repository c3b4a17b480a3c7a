/* SPDX-License-Identifier: MIT */
/* An archive of XML parts, as office programs write their documents. It may be anything: what comes
 * out of it is counted, no part is unpacked to the disk, and none takes a document type. */
#ifndef PRESALE_IMPORT_READ_PACKAGE_H
#define PRESALE_IMPORT_READ_PACKAGE_H

#include "files/unzip.h"
#include "files/wellformed.h"
#include "import/read/foreign.h"
#include "support/buf.h"

/* A part that another one refers to. */
struct package_link {
	const char *id, *type; /* type: the last word of its address, «worksheet» */
	const char *target; /* the part's name in the archive, or the address of what is outside */
	bool outside;
};

struct package {
	struct unzip zip;
	struct foreign *foreign;
	uint64_t left; /* bytes that may still come out */
};

/* Opens an archive, whose bytes must stay. False, with a remark, when it is no good. Close it in
 * either case. */
bool
package_open(struct package *package, struct foreign *foreign, const char *bytes, size_t length);

/* Frees what the package holds. */
void
package_close(struct package *package);

/* True when there is a part of the name. */
bool
package_has(const struct package *package, const char *name);

/* True when there is a part whose name begins so. */
bool
package_has_any(const struct package *package, const char *beginning);

/* Reads a part as XML. False, with a remark, when there is none or it is damaged, too large or too
 * deep. */
bool
package_read(struct package *package, const char *name, const struct wellformed_reader *reader);

/* Adds the bytes of a part. False, with a remark, as above. */
bool
package_take(struct package *package, const char *name, struct buf *out);

/* What a part ("": the package) refers to, *count of them; NULL and 0 when there is nothing. False,
 * with a remark, when that is damaged. */
bool
package_links(struct package *package, const char *part, struct package_link **links,
	      size_t *count);

/* The value of an attribute, by its name without a prefix, or NULL. */
const char *
package_attribute(const char *const *attributes, const char *name);

#endif
