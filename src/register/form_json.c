/* SPDX-License-Identifier: MIT */
/* The register as JSON (docs/status.schema.json). */
#include "register/forms.h"
#include "support/date.h"
#include "support/json.h"

static const char *
iso_date(const struct register_sight *sight, int32_t day)
{
	struct civil civil = date_civil(day);
	return arena_printf(sight->arena, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

static void
put_findings(struct json *json, const uint32_t *findings)
{
	json_object(json);
	json_member_integer(json, "errors", findings[3]);
	json_member_integer(json, "warnings", findings[2]);
	json_member_integer(json, "notes", findings[1]);
	json_object_end(json);
}

static void
put_signatures(struct json *json, struct signatures signatures)
{
	json_object(json);
	json_member_integer(json, "done", signatures.done);
	json_member_integer(json, "all", signatures.all);
	json_object_end(json);
}

static void
put_value(const struct register_sight *sight, struct json *json, const struct register_value *value)
{
	switch (value->kind) {
	case REGISTER_NOTHING:
		json_string(json, NULL);
		break;
	case REGISTER_TEXT:
		json_string(json, value->word ? value->word : value->text);
		break;
	case REGISTER_DATE:
		json_string(json, iso_date(sight, value->day));
		break;
	case REGISTER_SIGNATURES:
		put_signatures(json, value->signatures);
		break;
	case REGISTER_COUNT:
		json_integer(json, value->count);
		break;
	case REGISTER_FINDINGS:
		put_findings(json, value->findings);
		break;
	}
}

static void
put_due(const struct register_sight *sight, struct json *json, const struct register_due *due)
{
	json_object(json);
	json_member_string(json, "kind", sight_due_key(due));
	json_member_string(json, "date", due->dated ? iso_date(sight, due->day) : NULL);
	json_member_boolean(json, "overdue", sight_is_late(sight, due));
	json_member_string(json, "process", due->row->name);
	json_member_string(json, "file", due->row->file);
	json_member_string(json, "what", sight_due(sight, due));
	json_object_end(json);
}

static void
put_row(const struct register_sight *sight, struct json *json, const struct register_row *row)
{
	json_object(json);
	for (const struct register_column *column = register_columns; column->key; column++) {
		struct register_value value = column->value(sight, row);
		json_key(json, column->key);
		put_value(sight, json, &value);
	}
	json_object_end(json);
}

int
form_json(const struct register_sight *sight, struct buf *out)
{
	struct json json = {.out = out, .indent = 2};
	json_object(&json);
	json_member_integer(&json, "version", 1);
	json_member_string(&json, "today", iso_date(sight, sight->wish->today));
	json_key(&json, "due");
	json_array(&json);
	for (uint32_t i = 0; i < sight->due_count; i++)
		put_due(sight, &json, sight->dues[i]);
	json_array_end(&json);
	json_key(&json, "processes");
	json_array(&json);
	for (uint32_t i = 0; i < sight->row_count; i++)
		put_row(sight, &json, sight->rows[i]);
	json_array_end(&json);
	json_object_end(&json);
	buf_putc(out, '\n');
	return 0;
}
