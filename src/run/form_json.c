/* SPDX-License-Identifier: MIT */
/* Runs as JSON (docs/run.schema.json). */
#include "run/forms.h"
#include "model/fields.h"
#include "run/load.h"
#include "support/date.h"
#include "support/json.h"

static const char *
iso_day(const struct run_sights *sights, int32_t day)
{
	struct civil civil = date_civil(day);
	return arena_printf(sights->arena, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

/* «2026-12-01T18:00» */
static void
put_instant(const struct run_sights *sights, struct json *json, const char *key, bool known,
	    struct instant instant)
{
	int32_t day = known ? instant_day(instant) : 0;
	int minute = known ? (int)(instant.at - (int64_t)day * CLOCK_DAY) : 0;
	json_member_string(json, key,
			   known ? arena_printf(sights->arena, "%sT%02d:%02d", iso_day(sights, day),
						minute / 60, minute % 60)
				 : NULL);
}

static void
put_waits(const struct run_sights *sights, struct json *json, const struct run_row *row)
{
	json_key(json, "waits_for");
	json_array(json);
	for (uint32_t i = 0; i < row->item->wait_count; i++)
		json_string(json, progress_name(&row->run->progress->items[row->item->waits[i]],
						sights->arena));
	json_array_end(json);
}

static void
put_people(struct json *json, const struct run_row *row)
{
	json_key(json, "people");
	json_array(json);
	for (const char **person = run_people(row); *person; person++)
		json_string(json, *person);
	json_array_end(json);
}

static void
put_item(const struct run_sights *sights, struct json *json, const struct run_row *row)
{
	const struct progress_item *item = row->item;
	bool done = item->state == PROGRESS_DONE;
	json_object(json);
	json_member_string(json, "step", progress_name(item, sights->arena));
	json_member_string(json, "number", show_number(item->entity, sights->arena));
	json_member_integer(json, "pass", item->pass);
	json_member_boolean(json, "whole", item->whole);
	json_member_string(json, "state", run_state_key(item->state));
	put_people(json, row);
	put_instant(sights, json, "start", true, item->start);
	put_instant(sights, json, "best", item->has_due, item->best);
	put_instant(sights, json, "due", item->has_due, item->due);
	put_instant(sights, json, "done", done, item->end);
	put_instant(sights, json, "not_before", item->has_least, item->least);
	put_instant(sights, json, "planned", item->planned, item->plan_due);
	put_instant(sights, json, "latest", item->latest.at != INSTANT_NEVER, item->latest);
	json_member_integer(json, "days_late", progress_days_late(row->run->progress, item));
	put_waits(sights, json, row);
	json_object_end(json);
}

static void
put_run(const struct run_sights *sights, struct json *json, const struct run_sight *run)
{
	const struct progress *progress = run->progress;
	const struct process *process = model_process(run->voice.model);
	json_object(json);
	json_member_string(json, "run", run_title(run));
	json_member_string(json, "file", run->file);
	json_member_string(json, "process", entity_name(&process->base));
	json_member_string(json, "version", process->version.s);
	json_member_string(json, "variant",
			   progress->run->variant.to ? entity_name(progress->run->variant.to)
						     : NULL);
	put_instant(sights, json, "start", true, progress->start);
	put_instant(sights, json, "finish", true, progress->finish);
	put_instant(sights, json, "planned_finish", true, progress->plan_finish);
	json_member_integer(json, "late", progress_late(progress));
	json_key(json, "steps");
	json_array(json);
	for (uint32_t i = 0; i < progress->count; i++)
		put_item(sights, json, &(struct run_row){run, &progress->items[i], sights->arena});
	json_array_end(json);
	json_object_end(json);
}

static void
put_load(const struct run_sights *sights, struct json *json, const struct run_load *load)
{
	json_object(json);
	json_member_string(json, "person", load->person);
	json_member_string(json, "from", iso_day(sights, load->from));
	json_member_string(json, "to", iso_day(sights, load->to));
	json_key(json, "steps");
	json_array(json);
	for (uint32_t i = 0; i < load->count; i++) {
		json_object(json);
		json_member_string(json, "run", run_title(load->rows[i].run));
		json_member_string(json, "step", progress_name(load->rows[i].item, sights->arena));
		json_object_end(json);
	}
	json_array_end(json);
	json_object_end(json);
}

int
run_form_json(const struct run_sights *sights, struct buf *out)
{
	struct json json = {.out = out, .indent = 2};
	uint32_t count;
	const struct run_load *loads = run_loads(sights, &count);
	json_object(&json);
	json_member_integer(&json, "version", 1);
	json_member_string(&json, "today", iso_day(sights, sights->today));
	json_key(&json, "runs");
	json_array(&json);
	for (uint32_t i = 0; i < sights->count; i++)
		put_run(sights, &json, &sights->runs[i]);
	json_array_end(&json);
	json_key(&json, "busy");
	json_array(&json);
	for (uint32_t i = 0; i < count; i++)
		put_load(sights, &json, &loads[i]);
	json_array_end(&json);
	json_object_end(&json);
	buf_putc(out, '\n');
	return 0;
}
