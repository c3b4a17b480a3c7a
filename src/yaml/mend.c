/* SPDX-License-Identifier: MIT */
#include "yaml/mend.h"

#include "support/memory.h"
#include "support/search.h"
#include "support/utf8.h"

#include <string.h>

/* Whether a mend has a byte in common with others, or stands where they do. */
static bool
is_among(const struct mend *mend, size_t at, size_t gone)
{
	bool within = mend->at >= at && mend->at + mend->gone <= at + gone;
	bool across = mend->at < at + gone && mend->at + mend->gone > at;
	return across || (within && (gone || mend->at == at));
}

void
mends_put(struct mends *mends, size_t at, size_t gone, const char *text)
{
	size_t kept = 0;
	for (size_t i = 0; i < mends->count; i++)
		if (!is_among(&mends->items[i], at, gone))
			mends->items[kept++] = mends->items[i];
	mends->count = kept;
	mends->items = list_grow(mends->items, mends->count, sizeof *mends->items);
	size_t i = mends->count++; /* before what goes at the same place */
	for (; i && mends->items[i - 1].at + (gone == 0) > at; i--)
		mends->items[i] = mends->items[i - 1];
	mends->items[i] = (struct mend){at, gone, text, .guess = mends->guess};
}

bool
mends_touch(const struct mends *mends, size_t start, size_t end)
{
	for (size_t i = 0; i < mends->count; i++)
		if (mends->items[i].at >= start && mends->items[i].at <= end)
			return true;
	return false;
}

void
mends_apply(struct mends *mends, const char *text, size_t length)
{
	size_t from = 0, place = 0, copied = 0;
	buf_clear(&mends->copy);
	for (size_t i = 0; i < mends->count; i++) {
		struct mend *mend = &mends->items[i];
		size_t between = utf8_count(text + from, mend->at - from);
		buf_add(&mends->copy, text + from, mend->at - from);
		buf_puts(&mends->copy, mend->text);
		mend->place = place + between;
		mend->copied = copied + between;
		mend->long_gone = utf8_count(text + mend->at, mend->gone);
		mend->long_come = utf8_count(mend->text, strlen(mend->text));
		place = mend->place + mend->long_gone;
		copied = mend->copied + mend->long_come;
		from = mend->at + mend->gone;
	}
	buf_add(&mends->copy, text + from, length - from);
}

static bool
begins_by(const void *mends, size_t i, size_t character)
{
	return ((const struct mend *)mends)[i].copied <= character;
}

/* The last mend that begins in the copy at a character or before it, or NULL. */
static const struct mend *
mend_before(const struct mends *mends, size_t character)
{
	size_t count = search_before(mends->items, mends->count, character, begins_by);
	return count ? &mends->items[count - 1] : NULL;
}

size_t
mends_index(const struct mends *mends, size_t character)
{
	const struct mend *mend = mend_before(mends, character);
	if (!mend)
		return character;
	size_t into = character - mend->copied;
	if (into >= mend->long_come)
		return mend->place + mend->long_gone + into - mend->long_come;
	return mend->place + (into < mend->long_gone ? into : mend->long_gone);
}

void
mends_free(struct mends *mends)
{
	memory_free(mends->items);
	buf_free(&mends->copy);
	*mends = (struct mends){0};
}
