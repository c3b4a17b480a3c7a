/* SPDX-License-Identifier: MIT */
/* Heads of stages: number and name; deadline, who approves, and marks. */
#include "draw/stage_head.h"

#include "model/field.h"
#include "model/fields.h"
#include "model/show.h"
#include "plan/part.h"

const char *
stage_head_name(const struct stage *stage, struct arena *arena)
{
	return show_numbered(&stage->base, arena);
}

const char *
stage_head_note(const struct flow *flow, const struct stage *stage, struct arena *arena)
{
	const struct voice *voice = flow->voice;
	const struct task *task = plan_task(flow->plan, &stage->base);
	struct buf text = {0};
	if (stage->deadline.pos.line)
		buf_puts(&text, show_word_with(voice, WORD_TAKES,
					       show_deadline(voice, &stage->base, arena), arena));
	if (part_approver(&stage->base))
		buf_printf(&text, "%s%s", text.length ? " · " : "",
			   show_word_with(voice, WORD_APPROVED_BY,
					  entity_name(&part_approver(&stage->base)->base), arena));
	if (stage->key.on)
		buf_printf(&text, "%s%s", text.length ? " · " : "",
			   show_word(voice, WORD_MARK_KEY));
	if (stage->blocking.on)
		buf_printf(&text, "%s%s", text.length ? " · " : "",
			   show_word(voice, WORD_MARK_BLOCKING));
	if (task && !task_is_usual(task))
		buf_printf(&text, "%s%s", text.length ? " · " : "",
			   show_word(voice, WORD_DOC_ASIDE));
	const char *note = arena_string(arena, buf_text(&text));
	buf_free(&text);
	return note;
}
