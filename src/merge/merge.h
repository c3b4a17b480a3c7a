/* SPDX-License-Identifier: MIT */
/* Edited documents come back into the source of a process. */
#ifndef PRESALE_MERGE_MERGE_H
#define PRESALE_MERGE_MERGE_H

#include "edit/edit.h"
#include "merge/decide/decision.h"

struct merge_order {
	const char *const *paths; /* of the documents */
	size_t count;
	enum merge_side prefer;
	bool removes;             /* what is gone from a document goes from the source */
	const struct model *base; /* what the documents were built of; NULL: the marks beside what
				     they say tell */
	bool presumed;            /* that is made of the source as it is now */
};

/* Makes the files of a process what the documents say; remarks tell all that was done and left.
 * False, and there are no files, when something must be settled first or a document is refused. In
 * both cases edited_free frees it. */
bool
merge_documents(const struct edit_source *source, const struct merge_order *order,
		struct remarks *remarks, struct edited *edited);

#endif
