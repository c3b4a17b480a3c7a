/* SPDX-License-Identifier: MIT */
#include "cli/work/inputs.h"

static void
add(struct patterns *patterns, const struct pattern *pattern)
{
	struct arena *arena = &patterns->arena;
	patterns->items =
	    arena_grow(arena, patterns->items, patterns->count, 1, sizeof *patterns->items);
	struct pattern *copy = &patterns->items[patterns->count++];
	copy->text = arena_string(arena, pattern->text);
	copy->within = pattern->within ? arena_string(arena, pattern->within) : NULL;
	copy->without = pattern->without ? arena_string(arena, pattern->without) : NULL;
}

void
inputs_add_path(struct patterns *patterns, const char *path)
{
	add(patterns, &(struct pattern){.text = pattern_from_path(&patterns->arena, path)});
}

void
inputs_add(struct patterns *patterns, struct presale *library)
{
	size_t count;
	const struct presale_input *inputs = presale_inputs(library, &count);
	for (size_t i = 0; i < count; i++) {
		if (inputs[i].kind == PRESALE_INPUT_SOUGHT)
			add(patterns, &(struct pattern){.text = inputs[i].path,
							.within = inputs[i].within,
							.without = inputs[i].without});
		else if (inputs[i].kind == PRESALE_INPUT_MATERIAL)
			inputs_add_path(patterns, inputs[i].path);
	}
}

void
inputs_add_ids(struct file_ids *ids, struct presale *library)
{
	size_t count;
	const struct presale_input *inputs = presale_inputs(library, &count);
	for (size_t i = 0; i < count; i++)
		if (inputs[i].kind != PRESALE_INPUT_SOUGHT)
			file_ids_add(ids, inputs[i].path);
}
