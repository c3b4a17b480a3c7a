/* SPDX-License-Identifier: MIT */
/* The register as a calendar (RFC 5545): an event of a whole day for each review and each end of a
 * pilot. An event keeps its UID when its day moves, so that a calendar that reads the file again
 * moves the event as well: the UID is made of what the process is, and which of its events it is.
 */
#include "emit/data/ics.h"
#include "register/forms.h"
#include "support/hash.h"
#include "support/map.h"

#include <string.h>

struct ics {
	const struct register_sight *sight;
	struct buf *out;
	struct map rows; /* how many there are by identity */
	struct map uids; /* how often each was given */
};

static uint64_t
mix(uint64_t hash, const char *text)
{
	return hash_fnv(hash, text, strlen(text) + 1);
}

/* What the process is, wherever its file lies. */
static const char *
identity_of(const struct register_row *row)
{
	return row->code ? row->code : row->id ? row->id : row->name;
}

/* How often a key was counted, now with this time. */
static uintptr_t
count(struct map *map, const char *key)
{
	void **place = map_at(map, key);
	uintptr_t times = (uintptr_t)*place + 1;
	*place = (void *)times;
	return times;
}

/* Processes of one identity are told apart by their files, pilots of one name by their order. */
static const char *
uid_of(struct ics *ics, const struct register_due *due)
{
	struct arena *arena = ics->sight->arena;
	const char *identity = identity_of(due->row);
	uint64_t hash = mix(mix(mix(HASH_FNV, identity), sight_due_key(due)), due->argument);
	if ((uintptr_t)map_get(&ics->rows, identity) > 1)
		hash = mix(hash, due->row->file);
	const char *uid = arena_printf(arena, "%016llx", (unsigned long long)hash);
	uintptr_t times = count(&ics->uids, uid);
	return times == 1 ? arena_printf(arena, "%s@presale", uid)
			  : arena_printf(arena, "%s-%u@presale", uid, (unsigned)times);
}

static const char *
description_of(const struct ics *ics, const struct register_row *row)
{
	const char *text = "";
	for (const struct register_column *column = register_columns + 1; column->key; column++) {
		struct register_value value = column->value(ics->sight, row);
		if (value.kind != REGISTER_NOTHING)
			text =
			    arena_printf(ics->sight->arena, "%s%s%s: %s", text, *text ? "\n" : "",
					 column->titles[ics->sight->voice.lang],
					 sight_value(ics->sight, &value));
	}
	return text;
}

static void
put_event(struct ics *ics, const struct register_due *due)
{
	struct arena *arena = ics->sight->arena;
	ics_line(ics->out, "BEGIN:VEVENT");
	ics_text(ics->out, "UID", uid_of(ics, due), arena);
	ics_day(ics->out, "DTSTAMP", ics->sight->wish->today, "T000000Z", arena);
	ics_day(ics->out, "DTSTART;VALUE=DATE", due->day, "", arena);
	ics_day(ics->out, "DTEND;VALUE=DATE", due->day + 1, "", arena);
	ics_text(ics->out, "SUMMARY",
		 arena_printf(arena, "%s. %s", due->row->name, sight_due(ics->sight, due)), arena);
	ics_text(ics->out, "DESCRIPTION", description_of(ics, due->row), arena);
	ics_line(ics->out, "TRANSP:TRANSPARENT");
	ics_line(ics->out, "END:VEVENT");
}

int
form_ics(const struct register_sight *sight, struct buf *out)
{
	struct ics ics = {.sight = sight, .out = out};
	for (uint32_t i = 0; i < sight->row_count; i++)
		count(&ics.rows, identity_of(sight->rows[i]));
	ics_begin(out, "status");
	for (uint32_t i = 0; i < sight->due_count; i++)
		if (sight->dues[i]->dated)
			put_event(&ics, sight->dues[i]);
	ics_end(out);
	map_free(&ics.rows);
	map_free(&ics.uids);
	return 0;
}
