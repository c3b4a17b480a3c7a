/* SPDX-License-Identifier: MIT */
#include "import/names.h"

#include "import/lines.h"
#include "load/scalar/duration.h"
#include "model/fields.h"
#include "support/listed.h"
#include "support/utf8.h"

#include <string.h>

const char *
names_trimmed(struct arena *arena, const char *text)
{
	static const char
	    *const ends[] = {" ", ",", ";", ":", "-", ".", "\xE2\x80\x93", "\xE2\x80\x94", NULL},
		   *const starts[] = {" ", ",", ";", "-", "\xE2\x80\x93", "\xE2\x80\x94", NULL};
	size_t length;
	while ((length = listed_begins(starts, text)))
		text += length;
	text = arena_copy(arena, text, strlen(text));
	while ((length = listed_ends(ends, text)))
		text = arena_copy(arena, text, strlen(text) - length);
	return utf8_fold(arena, text, FOLD_FORM);
}

/* Names that are found. */
struct name_list {
	struct assembly *assembly;
	const char **names;
	size_t count;
};

static void
add(struct name_list *list, const char *name)
{
	name = names_trimmed(list->assembly->arena, name);
	if (!*name)
		return;
	list->names =
	    arena_grow(list->assembly->arena, list->names, list->count, 1, sizeof *list->names);
	list->names[list->count++] = name;
}

static bool
is_capital(const char *text)
{
	return *text && utf8_is_upper(utf8_next(&text));
}

/* «Аналитик и юрист» are two where both are known or begin as names do; «Отдел продаж и маркетинга»
 * is one. */
static void
add_joined(struct name_list *list, const char *text)
{
	static const char *const words[] = {" и ", " and ", " & ", " + "};
	struct arena *arena = list->assembly->arena;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const char *at = strstr(text, words[i]);
		if (!at || assembly_find_role(list->assembly, text))
			continue;
		const char *first =
			       names_trimmed(arena, arena_copy(arena, text, (size_t)(at - text))),
			   *second = names_trimmed(arena, at + strlen(words[i]));
		if ((assembly_find_role(list->assembly, first) &&
		     assembly_find_role(list->assembly, second)) ||
		    (is_capital(first) && is_capital(second))) {
			add(list, first);
			add(list, second);
			return;
		}
	}
	add(list, text);
}

/* Commas within brackets part nothing: «Менеджер (Иванов, Петров)». */
static size_t
part_length(const char *text)
{
	unsigned depth = 0;
	size_t at = 0;
	for (; text[at] && (depth || !strchr(",;/", text[at])); at++) {
		depth += text[at] == '(';
		depth -= text[at] == ')' && depth;
	}
	return at;
}

const char **
names_of(struct assembly *assembly, const char *text, size_t *count)
{
	struct name_list list = {.assembly = assembly};
	size_t line_count;
	const char **lines = lines_of(assembly->arena, text, &line_count);
	for (size_t i = 0; i < line_count; i++) {
		const char *line = lines[i];
		if (assembly_find_role(assembly, line)) {
			add(&list, line);
			continue;
		}
		while (*line) {
			size_t length = part_length(line);
			add_joined(&list, arena_copy(assembly->arena, line, length));
			line += length + (line[length] != '\0');
		}
	}
	*count = list.count;
	return list.names;
}

bool
names_may_be(const char *text)
{
	enum { LONGEST = 60 };
	while (*text) {
		size_t length = strcspn(text, "\n"), part = part_length(text);
		length = part < length ? part : length;
		if (utf8_count(text, length) > LONGEST)
			return false;
		text += length + (text[length] != '\0');
	}
	return true;
}

/* A length of time of at least a number and a unit; a bare number may be anything. */
static bool
is_time(struct assembly *assembly, const char *text)
{
	enum { MINUTES = 480, DAYS = 5 };
	struct duration duration;
	return text[strcspn(text, "0123456789")] && text[strspn(text, "0123456789., ")] &&
	       duration_parse(assembly->arena, text, MINUTES, DAYS, &duration) == DURATION_OK;
}

/* Takes roles and a time out of what stands aside; false, and nothing is taken, when there is
 * anything else. */
static bool
take_aside(struct assembly *assembly, const char *text, struct names_tail *tail)
{
	struct names_tail found = *tail;
	size_t count;
	const char **parts = names_of(assembly, text, &count);
	for (size_t i = 0; i < count; i++) {
		const struct import_piece *role = assembly_find_role(assembly, parts[i]);
		if (!role && (found.deadline || !is_time(assembly, parts[i])))
			return false;
		if (!role) {
			found.deadline = parts[i];
			continue;
		}
		found.roles = arena_grow(assembly->arena, found.roles, found.role_count, 1,
					 sizeof *found.roles);
		found.roles[found.role_count++] =
		    piece_found_text(role, field_row(FIELD_ROLE_name));
	}
	*tail = found;
	return count > 0;
}

/* The last place of a sign in a text, or NULL. */
static const char *
last_of(const char *text, const char *sign)
{
	const char *found = NULL;
	for (const char *at = text; (at = strstr(at, sign)); at++)
		found = at;
	return found;
}

static bool
take_behind(struct assembly *assembly, struct names_tail *tail, const char *sign, const char *end)
{
	const char *at = last_of(tail->name, sign);
	size_t length = strlen(tail->name), ends = strlen(end);
	if (!at || at == tail->name || length < ends ||
	    strcmp(tail->name + length - ends, end) != 0)
		return false;
	const char *from = at + strlen(sign);
	const char *aside =
	    arena_copy(assembly->arena, from, (size_t)(tail->name + length - ends - from));
	if (!take_aside(assembly, aside, tail))
		return false;
	tail->name = names_trimmed(
	    assembly->arena, arena_copy(assembly->arena, tail->name, (size_t)(at - tail->name)));
	return true;
}

struct names_tail
names_tail(struct assembly *assembly, const char *text)
{
	static const struct {
		const char *sign, *end;
	} asides[] = {
	    {" (", ")"}, {" [", "]"}, {" \xE2\x80\x93 ", ""}, {" \xE2\x80\x94 ", ""}, {" - ", ""}};
	struct names_tail tail = {.name = text};
	for (size_t i = 0; i < sizeof asides / sizeof *asides; i++)
		if (take_behind(assembly, &tail, asides[i].sign, asides[i].end))
			i = 0; /* there may be another before it */
	const char *colon = strstr(tail.name, ": ");
	if (!tail.role_count && colon &&
	    take_aside(assembly,
		       arena_copy(assembly->arena, tail.name, (size_t)(colon - tail.name)), &tail))
		tail.name = names_trimmed(assembly->arena, colon + 1);
	return tail;
}

void
names_add_number(struct assembly *assembly, struct import_piece *piece)
{
	assembly->numbered = arena_grow(assembly->arena, assembly->numbered,
					assembly->numbered_count, 1, sizeof *assembly->numbered);
	assembly->numbered[assembly->numbered_count++] = piece;
}

void
names_settle(struct assembly *assembly, const struct map *numbers)
{
	for (size_t i = 0; i < assembly->numbered_count; i++) {
		struct import_piece *piece = assembly->numbered[i];
		const char *number = piece->text + strcspn(piece->text, "0123456789");
		size_t length = strspn(number, "0123456789");
		const char *name =
		    number[length] ? NULL
				   : map_get(numbers, arena_copy(assembly->arena, number, length));
		if (name && !assembly_find_stage(assembly, piece->text)) {
			piece->text = name;
			piece->guessed = true;
		}
	}
	assembly->numbered_count = 0;
}
