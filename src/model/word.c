/* SPDX-License-Identifier: MIT */
/* The words of the program, and the names that stand for things. */
#include "model/show.h"

#include <string.h>

static const char *const words[WORD_COUNT][2] = {
#define WORD(ID, en, ru) [WORD_##ID] = {en, ru},
#include "model/words.def"
#undef WORD
};

struct voice
voice_of(const struct model *model)
{
	return (struct voice){.model = model, .lang = choice_language(model->lang)};
}

const char *
show_word(const struct voice *voice, enum word word)
{
	return words[word][voice->lang];
}

const char *
show_word_with(const struct voice *voice, enum word id, const char *argument, struct arena *arena)
{
	const char *text = show_word(voice, id);
	const char *mark = strstr(text, "{1}");
	if (!mark)
		return text;
	return arena_printf(arena, "%.*s%s%s", (int)(mark - text), text, argument, mark + 3);
}

const char *
show_number(const struct entity *entity, struct arena *arena)
{
	enum { MOST = 64 * 12 }; /* a number and a dot for each level a file may have */
	char text[MOST] = "", *at = text + sizeof text - 1;
	for (; entity && (entity->kind == KIND_STEP || entity->kind == KIND_STAGE);
	     entity = entity->parent) {
		if (*at)
			*--at = '.';
		uint32_t rest = entity_quoted(entity);
		do
			*--at = (char)('0' + rest % 10);
		while (rest /= 10);
	}
	return arena_string(arena, at);
}

const char *
show_numbered(const struct entity *entity, struct arena *arena)
{
	return arena_printf(arena, entity->kind == KIND_STAGE ? "%s. %s" : "%s %s",
			    show_number(entity, arena), entity_name(entity));
}

const char *
show_ref(const struct voice *voice, const struct ref *ref)
{
	if (!ref->to)
		return ref->raw ? ref->raw : "";
	return ref->to->kind == KIND_END ? show_word(voice, WORD_END) : entity_name(ref->to);
}
