/* SPDX-License-Identifier: MIT */
/* What has changed as JSON, for programs: docs/diff.schema.json. */
#include "change/diff.h"
#include "support/json.h"

#include <stdlib.h>

static void
put_texts(struct json *json, const char *key, const struct texts *texts)
{
	json_key(json, key);
	json_array(json);
	for (uint32_t i = 0; i < texts->count; i++)
		json_string(json, texts->items[i].s);
	json_array_end(json);
}

/* The thing that is changed, added, removed, as it is now or was. */
static void
put_thing(struct json *json, const struct change *change)
{
	const struct entity *thing = change->other ? change->other : change->thing;
	json_member_string(json, "kind", kind_info(thing->kind)->member);
	json_member_string(json, "id", thing->id);
	json_member_string(json, "name", entity_name(thing));
}

static void
put_telling(struct json *json, const struct telling *telling)
{
	static const char *const names[] = {
	    [CHANGE_SET] = "set",       [CHANGE_UNSET] = "unset", [CHANGE_ADD] = "add",
	    [CHANGE_REMOVE] = "remove", [CHANGE_MOVE] = "move",   [CHANGE_RENAME] = "rename"};
	const struct change *change = telling->change;
	json_object(json);
	json_member_string(json, "what", names[change->what]);
	json_member_boolean(json, "material", change->material);
	put_thing(json, change);
	json_member_string(json, "field", change->field->member);
	json_member_string(json, "place", telling->place);
	json_member_string(json, "label", telling->label);
	json_member_boolean(json, "reordered", telling->reordered);
	put_texts(json, "was", &telling->was);
	put_texts(json, "is", &telling->is);
	json_member_string(json, "file", change->from.document);
	json_key(json, "line");
	json_integer(json, change->from.address ? strtol(change->from.address, NULL, 10) : 0);
	if (change->what == CHANGE_RENAME)
		json_member_integer(json, "references", telling->references);
	json_object_end(json);
}

void
diff_json(const struct tellings *tellings, int lang, struct buf *out)
{
	struct json json = {.out = out, .indent = 2};
	json_object(&json);
	json_member_string(&json, "format", "presale-diff");
	json_member_integer(&json, "version", 1);
	json_member_string(&json, "lang", lang ? "ru" : "en");
	json_member_string(&json, "process", tellings->process);
	json_member_integer(&json, "material", tellings->material);
	json_key(&json, "changes");
	json_array(&json);
	for (uint32_t i = 0; i < tellings->count; i++)
		put_telling(&json, &tellings->items[i]);
	json_array_end(&json);
	put_texts(&json, "alike", &tellings->ties);
	json_object_end(&json);
	buf_putc(out, '\n');
}
