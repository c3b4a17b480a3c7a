/* SPDX-License-Identifier: MIT */
#include "api/process/assists.h"

#include "api/process/edits.h"
#include "assist/about.h"
#include "assist/candidates.h"
#include "edit/rename.h"
#include "files/path.h"
#include "model/fields.h"
#include "model/visit.h"

#include <string.h>

static struct assist *
assist_of(struct presale *context)
{
	if (!context->assist)
		context->assist = assist_new(context->model);
	return context->assist;
}

static struct voice
voice_to_speak(const struct presale *context)
{
	struct voice voice = voice_of(context->model);
	voice.lang = context_lang(context);
	return voice;
}

/* The place in the model; false when the file is none of the process. */
static bool
find_place(const struct presale *context, const struct asked_place *asked, struct pos *pos)
{
	struct arena scratch = {0};
	const struct model *model = context_process(context);
	uint32_t i = 0, count = model ? model->file_count : 0;
	while (i < count && strcmp(model->files[i].name, asked->file) != 0)
		i++;
	const char *real = i < count ? NULL : path_real(&scratch, asked->file);
	for (uint32_t k = 0; k < count && real && i == count; k++) {
		const char *other = path_real(&scratch, model->files[k].name);
		if (other && strcmp(other, real) == 0)
			i = k;
	}
	arena_free(&scratch);
	*pos = (struct pos){.line = asked->line,
			    .column = asked->column < LAST_COLUMN ? asked->column : LAST_COLUMN,
			    .file = i & 0xFFF};
	return i < count;
}

static struct pos
pos_at(struct assist *assist, unsigned file, size_t byte)
{
	return text_index_pos(sources_index(assist->sources, file), byte);
}

static const char *
kept(struct arena *arena, struct buf *text)
{
	const char *copy = arena_copy(arena, buf_text(text), text->length);
	buf_free(text);
	return copy;
}

const struct presale_spot *
assists_spot(struct presale *context, const struct asked_place *place)
{
	struct pos pos;
	struct buf about = {0};
	struct arena *arena = context_gift(context, GIFT_SPOT);
	if (!find_place(context, place, &pos))
		return NULL;
	struct assist *assist = assist_of(context);
	struct voice voice = voice_to_speak(context);
	const struct occurrence *word = assist_word(assist, pos),
				*value = word ? NULL : assist_value(assist, pos);
	if (!word && !value)
		return NULL;
	struct presale_spot *spot = arena_alloc(arena, sizeof *spot);
	uint32_t node = assist_node(assist, pos);
	struct span span = spans_of(assist->spans, pos.file, node);
	struct pos start = pos_at(assist, pos.file, span.start),
		   end = pos_at(assist, pos.file, span.end);
	if (word)
		about_thing(assist, &voice, word->thing, &about);
	else
		about_field(assist, &voice, value->field, value->owner, &about);
	*spot =
	    (struct presale_spot){.kind = !word                          ? PRESALE_SPOT_FIELD
					  : word->sort == OCCURRENCE_REF ? PRESALE_SPOT_REFERENCE
									 : PRESALE_SPOT_NAME,
				  .name = word ? rename_word(word, arena) : NULL,
				  .about = kept(arena, &about),
				  .line = start.line,
				  .column = start.column,
				  .end_line = end.line,
				  .end_column = end.column};
	return spot;
}

const struct presale_use *
assists_uses(struct presale *context, const struct asked_place *place, size_t *count)
{
	struct pos pos;
	struct arena *arena = context_gift(context, GIFT_USES);
	if (!find_place(context, place, &pos))
		return NULL;
	struct assist *assist = assist_of(context);
	const struct occurrence *word = assist_word(assist, pos);
	struct presale_use *uses = arena_array(arena, assist->count + 1, sizeof *uses);
	for (uint32_t i = 0; word && i < assist->count; i++) {
		const struct occurrence *one = &assist->occurrences[i];
		if (one->thing != word->thing)
			continue;
		struct span span = assist_span(assist, one);
		struct pos start = pos_at(assist, one->pos.file, span.start),
			   end = pos_at(assist, one->pos.file, span.end);
		struct presale_use *last = *count ? &uses[*count - 1] : NULL;
		const char *file = context->model->files[one->pos.file].name;
		if (last && last->file == file && last->line == start.line &&
		    last->column == start.column)
			continue; /* a name that is the id, too */
		uses[(*count)++] = (struct presale_use){.file = file,
							.line = start.line,
							.column = start.column,
							.end_line = end.line,
							.end_column = end.column,
							.defines = one->sort != OCCURRENCE_REF};
	}
	return *count ? uses : NULL;
}

/* The text of a file as it is now: presale_put may have another than was loaded. */
static struct text_index
text_now(const struct presale *context, unsigned file)
{
	const struct source *source = &context->model->files[file];
	const struct buf *put = overlays_find(&context->overlays, source->name);
	return put ? text_index(buf_text(put), put->length, file)
		   : text_index(source_text(source), source_length(source), file);
}

static const char *
about_candidate(struct assist *assist, const struct voice *voice, const struct candidate *one,
		struct arena *arena)
{
	struct buf about = {0};
	if (one->field)
		about_field(assist, voice, one->field, NULL, &about);
	return kept(arena, &about);
}

const struct presale_candidate *
assists_candidates(struct presale *context, const struct asked_place *place, size_t *count)
{
	static const enum presale_candidate_kind kinds[] = {
	    [CANDIDATE_KEY] = PRESALE_CANDIDATE_KEY,
	    [CANDIDATE_THING] = PRESALE_CANDIDATE_THING,
	    [CANDIDATE_WORD] = PRESALE_CANDIDATE_WORD,
	    [CANDIDATE_SAMPLE] = PRESALE_CANDIDATE_SAMPLE};
	struct pos pos;
	struct arena *arena = context_gift(context, GIFT_CANDIDATES);
	if (!find_place(context, place, &pos))
		return NULL;
	struct assist *assist = assist_of(context);
	struct voice voice = voice_to_speak(context);
	struct text_index text = text_now(context, pos.file);
	struct candidates found = candidates_at(assist, &text, pos, arena);
	uint32_t column = text_index_pos(&text, found.start).column;
	text_index_free(&text);
	struct presale_candidate *items = arena_array(arena, found.count + 1, sizeof *items);
	for (uint32_t i = 0; i < found.count; i++) {
		const struct candidate *one = &found.items[i];
		items[i] =
		    (struct presale_candidate){.kind = kinds[one->sort],
					       .label = one->label,
					       .text = one->text,
					       .sample = one->sample,
					       .detail = one->detail,
					       .about = about_candidate(assist, &voice, one, arena),
					       .column = column};
	}
	*count = found.count;
	return found.count ? items : NULL;
}

/* The things of a process, on the way through it. */
struct thing_list {
	struct assist *assist;
	struct arena *arena;
	struct presale_thing *items;
	size_t count;
};

static bool
is_listed(const struct entity *entity)
{
	return kind_info(entity->kind)->flags & K_ID && *entity_name(entity) && entity->pos.line;
}

static uint32_t
depth_of(const struct entity *entity)
{
	uint32_t depth = 0;
	for (const struct entity *at = entity->parent; at; at = at->parent)
		depth += is_listed(at);
	return depth;
}

static bool
list_thing(void *data, const struct entity *entity)
{
	struct thing_list *l = data;
	if (!is_listed(entity))
		return true;
	unsigned file = entity->pos.file;
	uint32_t node = spans_find(l->assist->spans, entity->pos, entity->keyed);
	struct section section;
	if (!spans_section(l->assist->spans, file, node, &section))
		return true;
	struct pos name = field_pos(entity, field_flagged(entity->kind, F_NAME));
	struct pos at = name.line && name.file == file ? name : entity->pos;
	uint32_t word = spans_find(l->assist->spans, at, true);
	struct span of_name =
	    word == SPAN_NONE ? section.whole : spans_of(l->assist->spans, file, word);
	bool within = of_name.start >= section.whole.start && of_name.end <= section.whole.end;
	of_name = within ? of_name : (struct span){section.whole.start, section.whole.start};
	struct pos start = pos_at(l->assist, file, section.whole.start),
		   end = pos_at(l->assist, file, section.whole.end),
		   name_start = pos_at(l->assist, file, of_name.start),
		   name_end = pos_at(l->assist, file, of_name.end);
	l->items = arena_grow(l->arena, l->items, l->count, 1, sizeof *l->items);
	l->items[l->count++] = (struct presale_thing){.name = entity_name(entity),
						      .kind = kind_info(entity->kind)->member,
						      .file = l->assist->model->files[file].name,
						      .depth = depth_of(entity),
						      .line = start.line,
						      .column = start.column,
						      .end_line = end.line,
						      .end_column = end.column,
						      .name_line = name_start.line,
						      .name_column = name_start.column,
						      .name_end_line = name_end.line,
						      .name_end_column = name_end.column};
	return true;
}

const struct presale_thing *
assists_things(struct presale *context, size_t *count)
{
	static const struct visitor visitor = {.leaves = 0, .thing = list_thing};
	struct thing_list list = {.arena = context_gift(context, GIFT_THINGS)};
	if (!context_process(context))
		return NULL;
	list.assist = assist_of(context);
	visit(context->model, &context->model->document->base, &visitor, &list);
	*count = list.count;
	return list.items;
}

const struct presale_hint *
assists_hints(struct presale *context, size_t *count)
{
	struct arena *arena = context_gift(context, GIFT_HINTS);
	if (!context_process(context) || context->broken)
		return NULL;
	struct assist *assist = assist_of(context);
	struct voice voice = voice_to_speak(context);
	struct presale_hint *hints = arena_array(arena, assist->count + 1, sizeof *hints);
	for (uint32_t i = 0; i < assist->count; i++) {
		const struct occurrence *one = &assist->occurrences[i];
		bool deadline = one->sort == OCCURRENCE_VALUE && field_terms(one->field);
		bool timed =
		    deadline && (one->owner->kind == KIND_STAGE || one->owner->kind == KIND_STEP ||
				 one->owner->kind == KIND_PROCESS);
		const char *text = timed ? about_time(assist, &voice, one->owner, arena) : "";
		if (!*text)
			continue;
		struct pos end = pos_at(assist, one->pos.file, assist_span(assist, one).end);
		hints[(*count)++] =
		    (struct presale_hint){.file = context->model->files[one->pos.file].name,
					  .text = text,
					  .line = end.line,
					  .column = end.column};
	}
	return *count ? hints : NULL;
}

static void
rename_word_of(struct call *call, struct assist *assist, const struct occurrence *word,
	       const char *name)
{
	const struct renaming renaming = {assist, word, name};
	struct edited edited;
	edits_rename(call, &renaming, &edited);
	edited_free(&edited);
}

void
assists_rename(struct call *call, const struct asked_place *place, const char *name)
{
	struct presale *context = call->context;
	struct pos pos;
	buf_clear(&context->texts[TEXT_REFUSAL]);
	if (!context_process(context)) {
		call->status = context_fail_process(context);
		return;
	}
	bool known = find_place(context, place, &pos);
	struct assist *assist = known ? assist_of(context) : NULL;
	const struct occurrence *word = known ? assist_word(assist, pos) : NULL;
	if (!word)
		call->status =
		    context_fail(context, PRESALE_REASON_MISUSE, "there is no name at this place");
	else if (!*name || strchr(name, '\n'))
		call->status = context_fail(context, PRESALE_REASON_MISUSE,
					    "a name is a line of text that is not empty");
	else
		rename_word_of(call, assist, word, name);
}
