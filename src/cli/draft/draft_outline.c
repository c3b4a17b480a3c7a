/* SPDX-License-Identifier: MIT */
#include "cli/draft/draft_outline.h"

#include "support/utf8.h"
#include "text/marker.h"
#include "text/parts.h"

#include <string.h>

/* What a line is under. */
enum outline_part { PART_FRONT, PART_STAGES, PART_ROLES, PART_OTHERS };

struct outline_reader {
	const struct draft_keys *keys;
	struct draft_outline *out;
	enum outline_part section;
	uint32_t heading, base; /* the level of the section's heading, and of the lines below it */
	bool headed;            /* the stages have a heading */
};

/* The section that a line is the heading of; PART_FRONT when it is none. */
static enum outline_part
section_of(const struct draft_keys *keys, const char *text)
{
	const char *key = draft_key_called(keys, "file", text);
	return !key                          ? PART_FRONT
	       : strcmp(key, "stages") == 0  ? PART_STAGES
	       : strcmp(key, "roles") == 0   ? PART_ROLES
	       : strcmp(key, "process") == 0 ? PART_FRONT
					     : PART_OTHERS;
}

static void
add_line(struct arena *arena, struct draft_lines *lines, const char *text, uint32_t level)
{
	lines->items = arena_grow(arena, lines->items, lines->count, 1, sizeof *lines->items);
	lines->items[lines->count++] = (struct bullet){.text = text, .level = level};
}

/* «Процесс: …», «Владелец: …» */
static bool
take_front(struct outline_reader *r, const char *text)
{
	const char *value, *key = draft_key_of_line(r->keys, "process", text, &value);
	if (!key)
		key = draft_key_of_line(r->keys, "file", text, &value);
	if (!key)
		return false;
	bool name = strcmp(key, "name") == 0 || strcmp(key, "process") == 0;
	const char **place = name                        ? &r->out->title
			     : strcmp(key, "owner") == 0 ? &r->out->owner
							 : NULL;
	if (place)
		*place = value;
	return place;
}

/* A line above the stages: the first that says nothing else is the title. */
static void
take_above(struct outline_reader *r, const struct bullet *item)
{
	if (take_front(r, item->text))
		return;
	if (!r->out->title && !item->level)
		r->out->title = item->text;
	else
		add_line(r->keys->arena, &r->out->others, item->text, item->level);
}

static void
take_line(struct outline_reader *r, const struct bullet *item)
{
	struct arena *arena = r->keys->arena;
	uint32_t level = item->level > r->base ? item->level - r->base : 0;
	if (r->section == PART_FRONT)
		take_above(r, item);
	else if (r->section == PART_STAGES && r->headed)
		add_line(arena, &r->out->stages, item->text, level);
	else if (r->section == PART_STAGES && (r->out->stages.count || !take_front(r, item->text)))
		add_line(arena, &r->out->stages, item->text, item->level);
	else if (r->section == PART_ROLES && !level)
		add_line(arena, &r->out->roles, item->text, 0);
	else if (r->section != PART_STAGES)
		add_line(arena, &r->out->others, item->text, level);
}

/* True for a line that begins another section, which is noted. */
static bool
begins_section(struct outline_reader *r, const struct bullet *item, const struct bullet *next)
{
	enum outline_part section = r->headed ? section_of(r->keys, item->text) : PART_FRONT;
	bool inside = r->section == PART_STAGES && item->level > r->heading,
	     beside = r->section == PART_STAGES && r->headed && r->heading < r->base;
	if (section == PART_FRONT && beside && !inside)
		section = PART_OTHERS; /* a heading beside that of the stages */
	if (section == PART_FRONT || inside)
		return false;
	r->section = section;
	r->heading = item->level;
	r->base = next ? next->level : item->level + 1;
	if (section == PART_OTHERS)
		add_line(r->keys->arena, &r->out->others, item->text, 0);
	return true;
}

static size_t
count_arrows(const char *text)
{
	size_t count = 0;
	while (marker_arrow(text, &text))
		count++;
	return count;
}

/* «Возврат: Приём -> Проверка»: what stands before the colon is the title. */
static const char *
without_title(struct arena *arena, struct draft_outline *out, const char *chain)
{
	const char *colon = strstr(chain, ": "), *behind, *arrow = marker_arrow(chain, &behind);
	if (!colon || colon > arrow || out->title)
		return chain;
	out->title = arena_copy(arena, chain, (size_t)(colon - chain));
	return colon + strlen(": ");
}

/* «Запрос -> Оценка -> Договор» */
static void
add_chain(struct arena *arena, struct draft_lines *lines, const char *text)
{
	const char *behind, *arrow;
	for (; (arrow = marker_arrow(text, &behind)); text = behind)
		add_line(arena, lines, arena_copy(arena, text, (size_t)(arrow - text)), 0);
	add_line(arena, lines, text, 0);
}

/* «Запрос, оценка, договор» */
static void
add_parted(struct arena *arena, struct draft_lines *lines, const char *text, const char *separator)
{
	for (const char *end; (end = strstr(text, separator)); text = end + strlen(separator))
		add_line(arena, lines, arena_copy(arena, text, (size_t)(end - text)), 0);
	add_line(arena, lines, text, 0);
}

/* Several stages in one line become so many lines: between arrows, and by commas where the line is
 * the only one and says no times. */
static void
part_stages(struct arena *arena, struct draft_outline *out)
{
	struct draft_lines parted = {0};
	for (size_t i = 0; i < out->stages.count; i++) {
		struct bullet *item = &out->stages.items[i];
		bool only = out->stages.count == 1,
		     timed = item->text[strcspn(item->text, "0123456789\t")];
		size_t arrows = item->level ? 0 : count_arrows(item->text);
		const char *separator =
		    only && !timed ? parts_separator(item->text, PARTS_COMMAS) : NULL;
		if (arrows > 1 || (arrows && only))
			add_chain(arena, &parted, without_title(arena, out, item->text));
		else if (separator)
			add_parted(arena, &parted, item->text, separator);
		else
			add_line(arena, &parted, item->text, item->level);
	}
	out->stages = parted;
}

/* The title that an outline has for itself, unless that is the heading of the stages. */
static void
take_title(struct outline_reader *r, const char *title)
{
	if (title && !r->headed && section_of(r->keys, title) == PART_STAGES)
		return;
	if (title && !take_front(r, title))
		r->out->title = title;
}

/* Whether a line heads the stages: with a colon, or with other lines below it. */
static bool
has_heading(const struct draft_keys *keys, const struct bullets *bullets)
{
	for (size_t i = 0; i + 1 < bullets->count; i++) {
		const struct bullet *item = &bullets->items[i];
		if ((item->heads || item[1].level > item->level) &&
		    section_of(keys, item->text) == PART_STAGES)
			return true;
	}
	return false;
}

struct draft_outline
draft_outline_of(const struct draft_keys *keys, const struct bullets *bullets)
{
	struct draft_outline out = {0};
	struct outline_reader r = {.keys = keys, .out = &out, .headed = has_heading(keys, bullets)};
	r.section = r.headed ? PART_FRONT : PART_STAGES;
	take_title(&r, bullets->title);
	for (size_t i = 0; i < bullets->count; i++) {
		const struct bullet *item = &bullets->items[i],
				    *next = i + 1 < bullets->count ? item + 1 : NULL;
		if (!begins_section(&r, item, next))
			take_line(&r, item);
	}
	part_stages(keys->arena, &out);
	return out;
}
