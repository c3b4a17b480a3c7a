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

/* ---- states */

static const enum phrase phrases[] = {
    [SIGNING_HOLDS] = PHRASE_SIGNED_HOLDS,     [SIGNING_PART_HOLDS] = PHRASE_SIGNED_PART_HOLDS,
    [SIGNING_VERSION] = PHRASE_SIGNED_VERSION, [SIGNING_UNTOLD] = PHRASE_SIGNED_NO_VERSION,
    [SIGNING_EARLIER] = PHRASE_SIGNED_EARLIER, [SIGNING_STALE] = PHRASE_SIGNED_STALE_SO};

static const char *
say(enum phrase phrase, const char *what, int lang, struct arena *arena)
{
	return said_with(phrase, what, arena).texts[lang];
}

/* A signature that is no approval of anybody's part is of all. */
static const char *
say_state(const struct model *model, enum signing_state state, const struct entity *role,
	  const struct text *fingerprint, const struct text *parts, int lang, struct arena *arena)
{
	if (fingerprint_match(model->fingerprint, fingerprint->s) == FINGERPRINT_STRANGE)
		return say(PHRASE_SIGNED_STRANGE, NULL, lang, arena);
	if (state == SIGNING_STALE && !model->cut && parts->s)
		return say(PHRASE_SIGNED_STALE,
			   signing_said_changed(model->fingerprint, role, parts->s, lang, arena),
			   lang, arena);
	return say(phrases[state], NULL, lang, arena);
}

const char *
signing_said_approval(const struct model *model, const struct revision *revision,
		      const struct approval *approval, int lang, struct arena *arena)
{
	enum signing_state state = signing_approval_state(model, revision, approval, arena);
	bool rejected = approval->decision.value == DECISION_REJECTED;
	if (!approval->decision.value)
		return say(PHRASE_SIGNED_UNDECIDED, NULL, lang, arena);
	if (rejected && signing_is_current(model, revision, approval, arena))
		return say(PHRASE_SIGNED_REJECTED, NULL, lang, arena);
	if (state == SIGNING_HOLDS && approval->own_part.on)
		return say(PHRASE_SIGNED_OWN_PART, NULL, lang, arena);
	return say_state(model, state, approval->own_part.on ? approval->role.to : NULL,
			 &approval->fingerprint, &approval->parts, lang, arena);
}

const char *
signing_said_reading(const struct model *model, const struct acknowledgement *signature, int lang,
		     struct arena *arena)
{
	return say_state(model, signing_reading_state(model, signature, arena), signature->role.to,
			 &signature->fingerprint, &signature->parts, lang, arena);
}

const char *
signing_said_waits(int lang, struct arena *arena)
{
	return say(PHRASE_SIGNED_WAITS, NULL, lang, arena);
}
