/* SPDX-License-Identifier: MIT */
/* written LANG FILE…: each process as its author might write it, as JSON, which is YAML: to
 * FILE.written. */
#include "change/written.h"
#include "load/load.h"
#include "model/fields.h"
#include "support/json.h"

#include <stdio.h>
#include <string.h>

static void
put(struct json *json, const struct written *written, int lang, struct arena *arena)
{
	if (written->type == WRITTEN_TEXT) {
		json_string(json, written->text);
		return;
	}
	bool map = written->type == WRITTEN_MAP;
	if (map)
		json_object(json);
	else
		json_array(json);
	for (const struct written *item = written->first; item; item = item->next) {
		if (map)
			json_key(json,
				 item->field ? field_key(item->field, lang, arena) : item->key);
		put(json, item, lang, arena);
	}
	if (map)
		json_object_end(json);
	else
		json_array_end(json);
}

static void
put_file(const char *path, int lang)
{
	struct diagnostics diags = {0};
	struct arena arena = {0};
	struct buf out = {0};
	struct json json = {.out = &out, .indent = 2};
	bool unreadable = false;
	const struct model *model = load_model(path, NULL, NULL, &diags, &unreadable);
	const struct voice voice = {.model = model, .lang = lang};
	put(&json, written_thing(&voice, &model->document->base, &arena), lang, &arena);
	FILE *file = fopen(arena_printf(&arena, "%s.written", path), "w");
	if (file) {
		fwrite(buf_text(&out), 1, out.length, file);
		fclose(file);
	}
	buf_free(&out);
	arena_free(&arena);
	model_free(model);
	diag_free(&diags);
}

int
main(int argc, char **argv)
{
	for (int i = 2; i < argc; i++)
		put_file(argv[i], strcmp(argv[1], "ru") == 0);
}
