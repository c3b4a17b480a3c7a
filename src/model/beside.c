/* SPDX-License-Identifier: MIT */
#include "model/beside.h"

#include "model/fields.h"

#include <string.h>

#define PAGE ".html"

const char *
beside_page(const struct model *model, const struct elsewhere *to, struct arena *arena)
{
	if (!to->process->read || model->edition)
		return NULL;
	return arena_printf(arena, "%s" PAGE "%s%s", to->process->stem, to->thing ? "#" : "",
			    to->thing ? to->thing->anchor : "");
}

const struct elsewhere *
beside_material(const struct model *model, const struct text *href)
{
	for (uint32_t i = 0; i < model->outward_count; i++) {
		const struct outward *outward = &model->outwards[i];
		if (outward->field->id == FIELD_ATTACHMENT_href &&
		    memcmp(&outward->pos, &href->pos, sizeof href->pos) == 0)
			return outward->to;
	}
	return NULL;
}

const char *
beside_markdown(const struct model *model, const char *address, struct arena *arena)
{
	size_t length = strcspn(address, "#"), tail = strlen(PAGE);
	if (length <= tail || strncmp(address + length - tail, PAGE, tail) != 0)
		return address;
	size_t stem = length - tail;
	for (uint32_t i = 0; i < model->outward_count; i++) {
		const char *known = model->outwards[i].to->process->stem;
		if (known && strlen(known) == stem && strncmp(known, address, stem) == 0)
			return arena_printf(arena, "%s.md%s", known, address + length);
	}
	return address;
}
