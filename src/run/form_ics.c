/* SPDX-License-Identifier: MIT */
/* Runs as a calendar: an event of a whole day for each step, on the day it is due, or was done. An
 * event keeps its UID when its day moves: it is made of the process, the run, the step and its
 * pass.
 */
#include "emit/data/ics.h"
#include "model/fields.h"
#include "run/forms.h"
#include "support/hash.h"

#include <string.h>

static uint64_t
mix(uint64_t hash, const char *text)
{
	return hash_fnv(hash, text, strlen(text) + 1);
}

static const char *
identity_of(const struct process *process)
{
	return process->code.s ? process->code.s : process->base.id ? process->base.id : "";
}

static const char *
uid_of(const struct run_row *row)
{
	const struct process *process = model_process(row->run->voice.model);
	uint64_t hash = mix(mix(mix(HASH_FNV, identity_of(process)), run_title(row->run)),
			    row->item->entity->anchor);
	return arena_printf(row->arena, "%016llx-%u@presale", (unsigned long long)hash,
			    row->item->pass);
}

static const char *
description_of(const struct run_row *row)
{
	const char *text = "";
	for (const struct run_column *column = run_columns + 1; column->key; column++) {
		struct run_value value = column->value(row);
		if (*value.text)
			text = arena_printf(row->arena, "%s%s%s: %s", text, *text ? "\n" : "",
					    column->titles[row->run->voice.lang], value.text);
	}
	return text;
}

static void
put_event(const struct run_sights *sights, const struct run_row *row, struct buf *out)
{
	struct arena *arena = sights->arena;
	bool done = row->item->state == PROGRESS_DONE;
	int32_t day = instant_day(done ? row->item->end : row->item->due);
	ics_line(out, "BEGIN:VEVENT");
	ics_text(out, "UID", uid_of(row), arena);
	ics_day(out, "DTSTAMP", sights->today, "T000000Z", arena);
	ics_day(out, "DTSTART;VALUE=DATE", day, "", arena);
	ics_day(out, "DTEND;VALUE=DATE", day + 1, "", arena);
	ics_text(
	    out, "SUMMARY",
	    arena_printf(arena, "%s%s. %s", done ? "✓ " : "", run_title(row->run), run_name(row)),
	    arena);
	ics_text(out, "DESCRIPTION", description_of(row), arena);
	ics_line(out, "TRANSP:TRANSPARENT");
	ics_line(out, "END:VEVENT");
}

int
run_form_ics(const struct run_sights *sights, struct buf *out)
{
	ics_begin(out, "run");
	for (uint32_t i = 0; i < sights->count; i++)
		for (uint32_t k = 0; k < sights->runs[i].progress->count; k++) {
			const struct progress_item *item = &sights->runs[i].progress->items[k];
			const struct run_row row = {&sights->runs[i], item, sights->arena};
			bool dated = item->has_due || item->state == PROGRESS_DONE;
			if (run_is_step(sights, &row) && dated)
				put_event(sights, &row, out);
		}
	ics_end(out);
	return 0;
}
