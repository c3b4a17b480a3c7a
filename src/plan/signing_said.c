/* SPDX-License-Identifier: MIT */
#include "plan/signing_said.h"

#include "diag/said.h"
#include "model/fields.h"

/* Parts that are named. */
enum { NAMED_MOST = 5 };

static void
put_part(struct buf *out, int lang, const struct entity *thing)
{
	if (thing->kind == KIND_DOCUMENT)
		said_add(out, lang, PHRASE_SIGNED_REST, NULL, NULL);
	else
		said_add(out, lang, PHRASE_SIGNED_PART, kind_info(thing->kind)->names[lang],
			 entity_name(thing));
}

/* Adds the first of them, and how many more there are; gives how many there are. */
static uint32_t
put_parts(struct buf *out, int lang, const struct entity *const *things, struct arena *arena)
{
	uint32_t count = 0;
	for (; things[count]; count++)
		if (count < NAMED_MOST) {
			buf_puts(out, count ? ", " : "");
			put_part(out, lang, things[count]);
		}
	if (count > NAMED_MOST)
		said_add(out, lang, PHRASE_SIGNED_MORE,
			 arena_printf(arena, "%u", count - NAMED_MOST), NULL);
	return count;
}

const char *
signing_said_changed(const struct fingerprint *fingerprint, const struct entity *role,
		     const char *parts, int lang, struct arena *arena)
{
	struct buf out = {0};
	uint32_t gone = 0, count = 0;
	if (parts) {
		const struct entity **changed =
		    fingerprint_changed(fingerprint, role, parts, &gone, arena);
		count = put_parts(&out, lang, changed, arena);
	}
	if (gone > count) {
		buf_puts(&out, count ? ", " : "");
		said_add(&out, lang, PHRASE_SIGNED_GONE, NULL, NULL);
	}
	if (!out.length)
		said_add(&out, lang, PHRASE_SIGNED_UNTOLD, NULL, NULL);
	const char *text = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return text;
}
