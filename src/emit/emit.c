/* SPDX-License-Identifier: MIT */
#include "emit/emit.h"

#include <errno.h>

const char *const notice_texts[NOTICE_COUNT][2] = {
#define NOTICE(ID, en, ru) [NOTICE_##ID] = {en, ru},
#include "emit/notices.def"
#undef NOTICE
};

static const char *
name_of(struct emission *emission, const char *suffix)
{
	return arena_printf(&emission->kept, "%s%s", emission->stem, suffix);
}

static void
add_output(struct emission *emission, const char *suffix, struct buf bytes, bool more)
{
	struct output *one = arena_alloc(&emission->kept, sizeof *one);
	*one = (struct output){name_of(emission, suffix), bytes, more, NULL};
	if (emission->last_output)
		emission->last_output->next = one;
	else
		emission->outputs = one;
	emission->last_output = one;
}

void
emission_write(struct emission *emission, const char *suffix, struct buf *contents)
{
	add_output(emission, suffix, *contents, false);
	*contents = (struct buf){0};
}

void
emission_spill(struct emission *emission, const char *suffix, struct buf *contents, size_t keep)
{
	if (!emission->take)
		return;
	struct buf piece = *contents;
	*contents = (struct buf){0};
	piece.length -= keep;
	buf_add(contents, piece.data + piece.length, keep);
	add_output(emission, suffix, piece, true);
	emission->take(emission);
}

static void
spill(struct drain *drain, struct buf *text)
{
	const struct emission_drain *file = (const struct emission_drain *)drain;
	emission_spill(file->emission, file->suffix, text, 0);
}

struct emission_drain
emission_drain(struct emission *emission, const char *suffix)
{
	return (struct emission_drain){{EMISSION_PIECE, spill}, emission, suffix};
}

void
emission_fail(struct emission *emission, const char *suffix, int error)
{
	if (emission->error)
		return;
	emission->error = error ? error : EIO;
	emission->failed = name_of(emission, suffix);
}

static void
add_notice(struct emission *emission, struct notice notice)
{
	struct notice *one = arena_alloc(&emission->kept, sizeof *one);
	*one = notice;
	if (emission->last_notice)
		emission->last_notice->next = one;
	else
		emission->notices = one;
	emission->last_notice = one;
}

void
emission_notice(struct emission *emission, enum notice_kind kind, const char *suffix,
		unsigned long number)
{
	add_notice(
	    emission,
	    (struct notice){.kind = kind, .file = name_of(emission, suffix), .number = number});
}

void
emission_notice_of(struct emission *emission, enum notice_kind kind, const char *suffix,
		   const char *word)
{
	add_notice(emission, (struct notice){.kind = kind,
					     .file = name_of(emission, suffix),
					     .word = arena_string(&emission->kept, word)});
}

void
emission_free(struct emission *emission)
{
	for (struct output *one = emission->outputs; one; one = one->next)
		buf_free(&one->bytes);
	emission->outputs = emission->last_output = NULL;
	emission->notices = emission->last_notice = NULL;
	arena_free(&emission->arena);
	arena_free(&emission->kept);
}
