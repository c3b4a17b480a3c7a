/* SPDX-License-Identifier: MIT */
#include "assist/about.h"

#include "format/takes.h"
#include "format/usage.h"
#include "model/fields.h"
#include "plan/part.h"

#include <string.h>

static const struct length nothing;

static bool
takes_time(struct length length)
{
	return length.working || length.calendar || length.clock;
}

const char *
about_time(struct assist *assist, const struct voice *voice, const struct entity *thing,
	   struct arena *arena)
{
	const struct plan *plan = assist_plan(assist);
	struct length best = nothing, most = nothing;
	if (thing->kind == KIND_PROCESS) {
		best = plan->total[ESTIMATE_BEST];
		most = plan->total[ESTIMATE_MOST];
	} else {
		const struct task *task = plan_task(plan, thing);
		if (!task || !task->timed)
			return "";
		best = plan_times(plan, task, ESTIMATE_BEST).finish;
		most = plan_times(plan, task, ESTIMATE_MOST).finish;
	}
	if (!takes_time(most))
		return "";
	const char *lengths = show_lengths(voice, best, most, arena);
	return thing->kind == KIND_PROCESS
		   ? arena_printf(arena, "%s: %s", show_total(voice), lengths)
		   : arena_printf(arena, "%s %s", lengths, show_word(voice, WORD_FROM_START));
}

/* «Обязанности: …», a field of a thing with its title. */
static void
put_value(struct buf *out, const struct voice *voice, const struct entity *thing,
	  const struct field *field, struct arena *arena)
{
	bool prose;
	struct texts texts = show_field(voice, thing, field, &prose, arena);
	if (!texts.count)
		return;
	buf_printf(out, "\n\n**%s:**", field_label(voice, field, arena));
	for (uint32_t i = 0; i < texts.count; i++)
		buf_printf(out, texts.count > 1 ? "\n- %s" : " %s", texts.items[i].s);
}

static void
put_parts(struct buf *out, const struct voice *voice, const struct role *role, struct arena *arena)
{
	const struct list *stages = &voice->model->document->stages;
	bool first = true;
	for (uint32_t i = 0; i < stages->count; i++) {
		char letters[RACI_LETTERS];
		struct raci_letters part = part_in(stages->items[i], role);
		if (!part.own)
			continue;
		if (first)
			buf_printf(out, "\n\n**%s:**",
				   field_label(voice, field_row(FIELD_DOCUMENT_stages), arena));
		buf_printf(out, "\n- %s (%s)", show_numbered(stages->items[i], arena),
			   part_letters(part, letters));
		first = false;
	}
}

static void
put_fields(struct buf *out, const struct voice *voice, const struct entity *thing,
	   struct arena *arena)
{
	static const enum field_id rows[] = {
	    FIELD_ROLE_people,       FIELD_ROLE_deputy,       FIELD_ROLE_duties,
	    FIELD_TERM_definition,   FIELD_TERM_aliases,      FIELD_TERM_see,
	    FIELD_STAGE_responsible, FIELD_STAGE_accountable, FIELD_STAGE_goal,
	    FIELD_STAGE_result,      FIELD_STEP_role,         FIELD_STEP_result,
	    FIELD_ATTACHMENT_href};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (field_row(rows[i])->kind == thing->kind)
			put_value(out, voice, thing, field_row(rows[i]), arena);
}

void
about_thing(struct assist *assist, const struct voice *voice, const struct entity *thing,
	    struct buf *out)
{
	struct arena arena = {0};
	bool task = thing->kind == KIND_STAGE || thing->kind == KIND_STEP;
	buf_printf(out, "**%s** · %s",
		   task ? show_numbered(thing, &arena) : show_name(voice, thing),
		   kind_info(thing->kind)->names[voice->lang]);
	const char *deadline = task ? show_deadline(voice, thing, &arena) : "",
		   *time = task ? about_time(assist, voice, thing, &arena) : "";
	if (*deadline)
		buf_printf(out, "\n\n%s", show_word_with(voice, WORD_TAKES, deadline, &arena));
	if (*time)
		buf_printf(out, "%s%s", *deadline ? " → " : "\n\n", time);
	put_fields(out, voice, thing, &arena);
	if (thing->kind == KIND_ROLE)
		put_parts(out, voice, role_of(thing), &arena);
	arena_free(&arena);
}

static bool
is_deadline(const struct field *field, const struct entity *owner)
{
	return owner &&
	       (owner->kind == KIND_STAGE || owner->kind == KIND_STEP ||
		owner->kind == KIND_PROCESS) &&
	       field_terms(field);
}

void
about_field(struct assist *assist, const struct voice *voice, const struct field *field,
	    const struct entity *owner, struct buf *out)
{
	struct arena arena = {0};
	const char *key = field_key(field, voice->lang, &arena);
	struct buf takes = {0};
	takes_add(&takes, field, voice->lang);
	buf_printf(out, "**%s** · %s", key, kind_info(field->kind)->names[voice->lang]);
	if (field->id)
		buf_printf(out, "\n\n%s", usage_about(field, voice->lang));
	buf_printf(out, "\n\n%s", buf_text(&takes));
	if (field->id)
		buf_printf(out, "\n\n```yaml\n%s: %s\n```", key,
			   usage_value(field, voice->lang, &arena));
	const char *time =
	    is_deadline(field, owner) ? about_time(assist, voice, owner, &arena) : "";
	if (*time)
		buf_printf(out, "\n\n%s → %s", show_deadline(voice, owner, &arena), time);
	buf_free(&takes);
	arena_free(&arena);
}
