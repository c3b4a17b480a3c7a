/* SPDX-License-Identifier: MIT */
#include "merge/decide/taken.h"

#include <string.h>

/* The thing and field of a value as a key. */
static uint64_t
key_of(const struct sight_value *value)
{
	uint64_t field = value->field->id ? value->field->id : 0x8000u + value->field->offset;
	return (uint64_t)value->thing->serial << 16 | (field & 0xFFFF);
}

/* False when the value was decided already: another place says the same, or otherwise. */
static bool
is_first(struct decision *decision, const struct sight_value *value)
{
	const struct sight_value **place =
	    (const struct sight_value **)map_at_number(&decision->seen, key_of(value));
	const struct sight_value *other = *place;
	if (!other) {
		struct sight_value *kept = arena_alloc(decision->arena, sizeof *kept);
		*kept = *value;
		*place = kept;
		return true;
	}
	static const char *const forms[] = {"here “%s”, in %s “%s”", "здесь «%s», в %s «%s»"};
	if (strcmp(other->text, value->text) != 0)
		decision_remark(decision, REMARK_TWO_VALUES, value->place,
				decision_label(decision, value->thing, value->field),
				arena_printf(decision->arena, forms[decision->voice.lang],
					     decision_short(decision, value->text), other->place,
					     decision_short(decision, other->text)));
	return false;
}

/* What each side says, and where in the source it does. */
static const char *
sides_of(const struct decision *decision, const struct sight_value *value)
{
	static const char *const forms[] = {"here “%s”, in %s:%u “%s”", "здесь «%s», в %s:%u «%s»"};
	struct pos pos = field_pos(value->thing, value->field);
	if (!pos.line)
		pos = value->thing->pos;
	return arena_printf(decision->arena, forms[decision->voice.lang],
			    decision_short(decision, value->text),
			    decision->voice.model->files[pos.file].name, (unsigned)pos.line,
			    decision_short(decision, value->was));
}

bool
decision_prefers(struct decision *decision, const struct sight_value *value)
{
	const char *label = decision_label(decision, value->thing, value->field);
	if (value->state != SIGHT_BOTH || decision->prefer == MERGE_EDITED)
		return true;
	enum remark_id id =
	    decision->prefer == MERGE_SOURCE ? REMARK_SOURCE_STAYS : REMARK_BOTH_EDITED;
	decision_remark(decision, id, value->place, label, sides_of(decision, value));
	return false;
}

bool
decision_wants(struct decision *decision, const struct sight_value *value)
{
	return is_first(decision, value) && decision_prefers(decision, value);
}

static bool
is_name(const struct field *field)
{
	return field->flags & F_NAME && field_leaves(field) & (LEAF_TEXT | LEAF_PROSE);
}

void
decision_take(struct decision *decision, const struct sight_value *value)
{
	struct value_reading reading = {
	    .voice = &decision->voice, .arena = decision->arena, .removes = decision->removes};
	const char *label = decision_label(decision, value->thing, value->field);
	const struct written *was = written_field(&decision->voice, value->thing, value->field,
						  decision->arena),
			     *is = *value->text ? value_read(&reading, value->thing, value->field,
							     value->was, value->text)
						: NULL;
	if (reading.held)
		decision_remark(decision, REMARK_HELD_ITEM, value->place, label, reading.held);
	if (*value->text && !is)
		decision_remark(decision, REMARK_NOT_READ_BACK, value->place, label, value->text);
	if (!*value->text && !decision->removes)
		decision_remark(decision, REMARK_HELD_VALUE, value->place, label, NULL);
	if ((*value->text && !is) || (!*value->text && (!decision->removes || !was)) ||
	    written_same(was, is))
		return;
	enum change_what what = !is                            ? CHANGE_UNSET
				: is_name(value->field) && was ? CHANGE_RENAME
							       : CHANGE_SET;
	struct change *change =
	    decision_add(decision, what, value->thing, value->field, value->place);
	change->was = was;
	change->is = is;
	decision_remark(decision, REMARK_TAKEN, value->place, label,
			arena_printf(decision->arena, "%s → %s",
				     *value->was ? decision_short(decision, value->was) : "–",
				     *value->text ? decision_short(decision, value->text) : "–"));
}
