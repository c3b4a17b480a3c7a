/* SPDX-License-Identifier: MIT */
#include "change/order.h"

/* The longest ascending sequence of numbers so far, by its length: the item that ends it lowest. */
struct ascent {
	const uint32_t *numbers;
	uint32_t *last;   /* by length less one: an item */
	uint32_t *before; /* by item: the one before it in its sequence, from 1; 0: none */
	uint32_t length;
};

/* How many sequences end below a number: where an item with it goes on. */
static uint32_t
below(const struct ascent *ascent, uint32_t number)
{
	uint32_t low = 0, high = ascent->length;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (ascent->numbers[ascent->last[middle]] < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
take(struct ascent *ascent, uint32_t item)
{
	uint32_t length = below(ascent, ascent->numbers[item]);
	ascent->last[length] = item;
	ascent->before[item] = length ? ascent->last[length - 1] + 1 : 0;
	if (length == ascent->length)
		ascent->length++;
}

/* Whether a thing stood in the same list before. */
static bool
stays(const struct entity *before, const struct entity *parent, const struct field *field)
{
	return before->parent == parent &&
	       (field == &exception_field || entity_holder(before) == field);
}

const bool *
order_moved(const struct matching *match, const struct entity *was, const struct entity *is,
	    const struct field *field, struct arena *arena)
{
	const struct list *list = match_list(is, field);
	bool sorted = kind_info((enum kind)field->argument)->flags & K_SORTED;
	bool *moved = arena_array(arena, list->count, sizeof *moved);
	uint32_t *numbers = arena_array(arena, list->count, sizeof *numbers);
	struct ascent ascent = {numbers, arena_array(arena, list->count, sizeof *numbers),
				arena_array(arena, list->count, sizeof *numbers), 0};
	for (uint32_t i = 0; i < list->count; i++) {
		const struct entity *before =
		    match_is_mention(list, i, is) ? NULL : match_earlier(match, list->items[i]);
		bool stayed = before && stays(before, was, field);
		moved[i] = before && !(stayed && sorted);
		if (!moved[i] || !stayed)
			continue;
		numbers[i] = before->number;
		take(&ascent, i);
	}
	uint32_t item = ascent.length ? ascent.last[ascent.length - 1] + 1 : 0;
	for (; item; item = ascent.before[item - 1])
		moved[item - 1] = false;
	return moved;
}
