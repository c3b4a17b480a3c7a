/* SPDX-License-Identifier: MIT */
#include "model/show.h"

#include "model/fields.h"
#include "model/variant.h"
#include "support/buf.h"
#include "support/utf8.h"
#include "text/prose/prose.h"

#include <stdio.h>
#include <string.h>

const char *
field_title(const struct voice *voice, const struct field *field, struct arena *arena)
{
	const char *title = field->titles[voice->lang];
	if (!(field->flags & F_VARIANTS))
		return title;
	if (voice->model->document->variants_title.s)
		return voice->model->document->variants_title.s;
	struct buf buf = {0};
	buf_puts(&buf, title);
	const struct list *variants = &voice->model->document->variants;
	for (uint32_t i = 0; i < variants->count; i++) {
		if (i)
			buf_puts(&buf, ", ");
		buf_puts(&buf, entity_name(variants->items[i]));
	}
	while (buf.length && (buf.data[buf.length - 1] == ' ' || buf.data[buf.length - 1] == ':'))
		buf.data[--buf.length] = '\0';
	title = arena_copy(arena, buf_text(&buf), buf.length);
	buf_free(&buf);
	return title;
}

const char *
field_label(const struct voice *voice, const struct field *field, struct arena *arena)
{
	const char *title = field_title(voice, field, arena);
	return field_is(field, LEAF_DURATION) ? arena_copy(arena, title, strcspn(title, ","))
					      : title;
}

const char *
field_label_within(const struct voice *voice, const struct field *field, struct arena *arena)
{
	const char *title = field_label(voice, field, arena), *rest = title;
	char small[UTF8_MAX];
	uint32_t first = utf8_next(&rest), second = 0;
	if (*rest) {
		const char *at = rest;
		second = utf8_next(&at);
	}
	if (!field->id || utf8_lower(second) != second)
		return title;
	size_t length = utf8_encode(utf8_lower(first), small);
	return arena_printf(arena, "%.*s%s", (int)length, small, rest);
}

/* Where an outcome leads, with the numbers, between commas. In arena. */
static const char *
names_of_targets(const struct voice *voice, const struct refs *refs, struct arena *arena)
{
	const char *text = "";
	for (uint32_t i = 0; i < refs->count; i++) {
		const struct entity *to = refs->items[i].to;
		bool numbered = to && (to->kind == KIND_STAGE || to->kind == KIND_STEP);
		text = arena_printf(arena, "%s%s%s", text, i ? ", " : "",
				    numbered ? show_numbered(to, arena)
					     : show_ref(voice, &refs->items[i]));
	}
	return text;
}

const char *
show_condition(const struct voice *voice, const struct outcome *outcome)
{
	if (outcome->base.untold && !outcome_is_default(outcome))
		return show_word(voice, outcome->usual.on ? WORD_USUAL : WORD_SOMETIMES);
	if (!outcome_is_default(outcome))
		return outcome->condition.s;
	return show_word(voice, outcome_is_alone(outcome) ? WORD_THEN : WORD_OTHERWISE);
}

/* True when an edition does not tell of some role. */
static bool
hides_roles(const struct model *model)
{
	return model->whole && (!field_is_kept(model, field_row(FIELD_STEP_role)) ||
				model->document->roles.count < model->whole->document->roles.count);
}

const char *
show_lane(const struct voice *voice, const struct role *role)
{
	if (role)
		return entity_name(&role->base);
	if (voice->model->for_clients)
		return show_word(voice, WORD_DOC_COURSE);
	return show_word(voice, hides_roles(voice->model) ? WORD_ROLE_UNTOLD : WORD_NO_ROLE);
}

const char *
show_total(const struct voice *voice)
{
	return show_word(voice, voice->model->for_clients ? WORD_DOC_TAKES : WORD_TOTAL_DEADLINE);
}

const char *
show_usual(const struct voice *voice, const struct outcome *outcome, struct arena *arena)
{
	return outcome->usual.on ? arena_printf(arena, " (%s)", show_word(voice, WORD_USUAL)) : "";
}

/* An outcome: «Участвуем → 3. Подготовка КП (обычно)». In arena. */
static const char *
outcome_text(const struct voice *voice, const struct outcome *outcome, struct arena *arena)
{
	return arena_printf(arena, "%s \xE2\x86\x92 %s%s", show_condition(voice, outcome),
			    names_of_targets(voice, outcome_targets(outcome), arena),
			    show_usual(voice, outcome, arena));
}

/* A criterion on one line: name, then target and how. In arena. */
static const char *
criterion_text(const struct voice *voice, const struct criterion *criterion, struct arena *arena)
{
	const char *text = criterion->name.s ? show_prose(voice, criterion->name.s) : "";
	if (criterion->target.s)
		text = arena_printf(arena, "%s: %s", text, criterion->target.s);
	if (criterion->how.s)
		text = arena_printf(arena, "%s (%s)", text, criterion->how.s);
	return text;
}

const char *
show_prose(const struct voice *voice, const char *prose)
{
	return voice->addresses ? addresses_seen(voice->addresses, prose) : prose;
}

const char *
show_logo(const struct voice *voice)
{
	const char *whose = model_process(voice->model)->organization.s;
	return whose ? whose : field_row(FIELD_PROCESS_logo)->titles[voice->lang];
}

struct attachment
show_attachment(const struct voice *voice, const struct attachment *attachment)
{
	struct attachment seen = *attachment;
	seen.href.s = show_prose(voice, attachment->href.s);
	if (!seen.title.s && seen.href.s != attachment->href.s)
		seen.title = attachment->href;
	return seen;
}

const char *
show_name(const struct voice *voice, const struct entity *entity)
{
	if (entity->kind != KIND_ATTACHMENT)
		return entity_name(entity);
	const struct attachment seen = show_attachment(voice, attachment_of(entity));
	return entity_name(&seen.base);
}

/* Texts being gathered for show_field; at most `capacity` of them. */
struct gathered {
	struct texts texts;
	struct arena *arena;
};

static void
gather(struct gathered *g, const char *text, struct pos pos)
{
	if (text && *text)
		g->texts.items[g->texts.count++] = (struct text){text, pos};
}

static void
gather_most(struct gathered *g, uint32_t count)
{
	g->texts.items = arena_array(g->arena, count, sizeof *g->texts.items);
}

bool
show_is_rest(const struct entity *entity, const struct field *field)
{
	return !(field->flags & (F_SAID | F_NAME | F_PLUMBING)) &&
	       field_flagged(entity->kind, F_SAID) && field_is_set(entity, field);
}

/* The texts of the fields that are wanted, each with its title as `title` gives it. */
static struct texts
titled(const struct voice *voice, const struct entity *entity,
       bool (*wanted)(const struct entity *entity, const struct field *field),
       const char *(*title)(const struct voice *voice, const struct field *field,
			    struct arena *arena),
       struct arena *arena)
{
	struct gathered g = {.arena = arena};
	bool prose;
	uint32_t count = 0;
	for (const struct field **field = voice->model->fields[entity->kind]; *field; field++)
		if (wanted(entity, *field))
			count += show_field(voice, entity, *field, &prose, arena).count;
	gather_most(&g, count);
	for (const struct field **field = voice->model->fields[entity->kind]; *field && count;
	     field++) {
		struct texts texts = {0};
		if (wanted(entity, *field))
			texts = show_field(voice, entity, *field, &prose, arena);
		const char *before = texts.count ? title(voice, *field, arena) : "";
		for (uint32_t i = 0; i < texts.count; i++)
			gather(&g, arena_printf(arena, "%s: %s", before, texts.items[i].s),
			       texts.items[i].pos);
	}
	return g.texts;
}

struct texts
show_rest(const struct voice *voice, const struct entity *entity, struct arena *arena)
{
	return titled(voice, entity, show_is_rest, field_title, arena);
}

/* The same, to stand behind other words. */
static struct texts
rest_within(const struct voice *voice, const struct entity *entity, struct arena *arena)
{
	return titled(voice, entity, show_is_rest, field_label_within, arena);
}

static void
add_term(struct buf *text, const char *between, const char *term)
{
	buf_printf(text, "%s%s", text->length && *term ? between : "", term);
}

/* «от завершения «Смета»», «с момента обращения». An event under a key of its own may be in any
 * case. */
static const char *
show_from(const struct voice *voice, const struct terms *terms, struct arena *arena)
{
	const struct ref *from = &terms->from;
	enum word word = terms->base.bare ? WORD_FROM_EVENT : WORD_FROM_NAMED;
	if (from->to && from->to->kind == KIND_PROCESS)
		return show_word(voice, WORD_FROM_START);
	if (from->to)
		word = WORD_FROM_END;
	return show_word_with(voice, word, show_ref(voice, from), arena);
}

/* «за 7 дней до», «не менее чем за 7 дней до» */
static const char *
show_ahead(const struct voice *voice, const struct duration *duration, struct arena *arena)
{
	if (!duration->told)
		return show_word(voice, WORD_BEFORE);
	struct told told = *duration->told;
	struct duration ahead = *duration;
	bool least = told.limit == LIMIT_NO_LESS;
	told.limit = LIMIT_NONE;
	ahead.told = &told;
	return show_word_with(voice, least ? WORD_AHEAD_AT_LEAST : WORD_AHEAD_OF,
			      show_duration(voice, &ahead, arena), arena);
}

static void
add_terms(struct buf *text, const char *between, const struct voice *voice,
	  const struct terms *terms, struct arena *arena)
{
	if (terms->least.told) {
		struct told told = *terms->least.told;
		struct duration least = terms->least;
		told.limit = LIMIT_NO_LESS;
		told.best = told.most;
		told.best_length = told.most_length;
		least.told = &told;
		add_term(text, between, show_duration(voice, &least, arena));
	}
	if (terms->before.pos.line) {
		const char *ahead = show_ahead(voice, &terms->ahead, arena);
		add_term(text, between,
			 arena_printf(arena, "%s %s", ahead,
				      show_word_with(voice, WORD_QUOTED,
						     show_ref(voice, &terms->before), arena)));
	}
	if (terms->note.s)
		add_term(text, between, terms->note.s);
	struct texts rest = rest_within(voice, &terms->base, arena);
	for (uint32_t i = 0; i < rest.count; i++)
		add_term(text, between, rest.items[i].s);
}

/* The deadline of a thing, or of a thing's value for a variant, with something between its
 * parts. */
static const char *
show_one_deadline(const struct voice *voice, const struct duration *deadline,
		  const struct entity *terms, bool ongoing, const char *between,
		  struct arena *arena)
{
	const char *length = show_duration(voice, deadline, arena);
	if (!terms && !ongoing)
		return length;
	struct buf text = {0};
	add_term(&text, between, length);
	if (terms && terms_of(terms)->from.pos.line)
		buf_printf(&text, "%s%s", *length ? " " : "",
			   show_from(voice, terms_of(terms), arena));
	if (ongoing)
		add_term(&text, between, show_word(voice, WORD_ONGOING));
	if (terms)
		add_terms(&text, between, voice, terms_of(terms), arena);
	length = arena_string(arena, buf_text(&text));
	memory_free(text.data);
	return length;
}

static const char *
role_names(const struct voice *voice, const struct refs *roles, struct arena *arena)
{
	const char *names = "";
	for (uint32_t i = 0; i < roles->count; i++)
		names = arena_printf(arena, "%s%s%s", names, i ? ", " : "",
				     show_ref(voice, &roles->items[i]));
	return names;
}

const char *
show_variant_value(const struct voice *voice, const struct variant_value *value,
		   struct arena *arena)
{
	const char *text =
	    value->roles.pos.line
		? role_names(voice, &value->roles, arena)
		: show_one_deadline(voice, &value->deadline, value->terms, false, ", ", arena);
	return value->variant.pos.line && *text
		   ? arena_printf(arena, "%s: %s", show_ref(voice, &value->variant), text)
		   : text;
}

static const char *
show_deadlines(const struct voice *voice, const struct list *values, bool ongoing,
	       struct arena *arena)
{
	struct buf text = {0};
	for (uint32_t i = 0; i < values->count; i++)
		add_term(&text, "; ",
			 show_variant_value(voice, variant_value_at(values, i), arena));
	if (ongoing)
		add_term(&text, "; ", show_word(voice, WORD_ONGOING));
	const char *all = arena_string(arena, buf_text(&text));
	memory_free(text.data);
	return all;
}

const char *
show_deadline(const struct voice *voice, const struct entity *entity, struct arena *arena)
{
	const struct field *row =
	    field_row(entity->kind == KIND_STAGE     ? FIELD_STAGE_deadline
		      : entity->kind == KIND_STEP    ? FIELD_STEP_deadline
		      : entity->kind == KIND_PROCESS ? FIELD_PROCESS_deadline
						     : FIELD_VARIANT_VALUE_deadline);
	const struct by_variant *by = variant_values(entity, row);
	bool ongoing = (entity->kind == KIND_STAGE && stage_of(entity)->ongoing.on) ||
		       (entity->kind == KIND_STEP && step_of(entity)->ongoing.on);
	if (by)
		return show_deadlines(voice, &by->values, ongoing, arena);
	return show_one_deadline(voice, field_value(entity, row),
				 *(struct entity *const *)field_value(entity, field_terms(row)),
				 ongoing, "; ", arena);
}

/* A line with what is left to say behind it. */
static const char *
with_rest(const struct voice *voice, const struct entity *entity, const char *line,
	  struct arena *arena)
{
	if (voice->model->for_clients && entity->kind == KIND_ATTACHMENT &&
	    attachment_of(entity)->for_client.s)
		return arena_printf(arena, "%s \xE2\x80\x93 %s", line,
				    show_prose(voice, attachment_of(entity)->for_client.s));
	struct texts rest = rest_within(voice, entity, arena);
	for (uint32_t i = 0; i < rest.count; i++)
		line = arena_printf(arena, "%s; %s", line, rest.items[i].s);
	return line;
}

/* One item of a list as a line of text: the kind decides what belongs on the line. */
static const char *
show_item(const struct voice *voice, const struct entity *item, struct arena *arena)
{
	switch (item->kind) {
	case KIND_CRITERION:
		return criterion_text(voice, criterion_of(item), arena);
	case KIND_OUTCOME:
		return outcome_text(voice, outcome_of(item), arena);
	case KIND_ATTACHMENT:
		return attachment_of(item)->title.s  ? attachment_of(item)->title.s
		       : attachment_of(item)->href.s ? attachment_of(item)->href.s
						     : "";
	case KIND_METRIC: {
		const struct metric *metric = metric_of(item);
		const char *text = metric->name.s ? metric->name.s : "";
		if (metric->target.s)
			text = arena_printf(arena, "%s: %s", text, metric->target.s);
		return metric->now.s ? arena_printf(arena, "%s (%s)", text, metric->now.s) : text;
	}
	case KIND_METRIC_VALUE: {
		const struct metric_value *value = metric_value_of(item);
		return arena_printf(arena, "%s: %s", show_date(voice, &value->date, arena),
				    value->value.s ? value->value.s : "");
	}
	default:
		return show_prose(voice, entity_name(item));
	}
}

/* Prose behind a title: on its line, but a list or a table below it, where it stays one. */
static const char *
titled_prose(const struct voice *voice, const char *title, const char *prose, struct arena *arena)
{
	prose = show_prose(voice, prose);
	bool below = prose_is_marked(prose_plain(arena, prose));
	return *title ? arena_printf(arena, "%s:%s%s", title, below ? "\n\n" : " ", prose) : prose;
}

/* «Запрос: срок; ответ», what is said of a reference behind it. */
static const char *
show_note(const struct voice *voice, const struct note *note, struct arena *arena)
{
	const char *text = show_ref(voice, &note->key);
	for (uint32_t i = 0; i < note->texts.count; i++)
		text = i ? arena_printf(arena, "%s; %s", text,
					show_prose(voice, note->texts.items[i].s))
			 : titled_prose(voice, text, note->texts.items[i].s, arena);
	return text;
}

static void
gather_list(const struct voice *voice, struct gathered *g, const struct list *list)
{
	gather_most(g, list->count);
	for (uint32_t i = 0; i < list->count; i++) {
		const struct entity *item = list->items[i];
		struct note note;
		const char *line = entity_as_note(item, &note) ? show_note(voice, &note, g->arena)
							       : show_item(voice, item, g->arena);
		gather(g, with_rest(voice, item, line, g->arena), item->pos);
	}
}

static void
gather_notes(const struct voice *voice, struct gathered *g, const struct notes *notes)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < notes->count; i++)
		count += notes->items[i].texts.count;
	gather_most(g, count);
	for (uint32_t i = 0; i < notes->count; i++)
		for (uint32_t j = 0; j < notes->items[i].texts.count; j++) {
			const struct text *text = &notes->items[i].texts.items[j];
			gather(g,
			       titled_prose(voice, show_ref(voice, &notes->items[i].key), text->s,
					    g->arena),
			       text->pos);
		}
}

static void
gather_refs(const struct voice *voice, struct gathered *g, const struct refs *refs)
{
	gather_most(g, refs->count);
	for (uint32_t i = 0; i < refs->count; i++)
		gather(g, show_ref(voice, &refs->items[i]), refs->items[i].pos);
}

/* A line for each variant of which roles are said. */
static void
gather_values(const struct voice *voice, struct gathered *g, const struct list *values)
{
	gather_most(g, values->count);
	for (uint32_t i = 0; i < values->count; i++)
		gather(g, show_variant_value(voice, variant_value_at(values, i), g->arena),
		       values->items[i]->pos);
}

/* A value of a list whose values may follow one another, and its name. */
struct in_turn {
	int64_t number;
	const char *name;
};

enum { SHORTEST_RUN = 3 };

/* One text: «04.11.2026, 01.01.2027–08.01.2027»; what follows one another is a run. */
static void
gather_runs(struct gathered *g, const struct in_turn *items, uint32_t count, struct pos pos)
{
	struct buf text = {0};
	for (uint32_t i = 0, end; i < count; i = end) {
		for (end = i + 1; end < count && items[end].number == items[end - 1].number + 1;)
			end++;
		bool run = end - i >= SHORTEST_RUN;
		end = run ? end : i + 1;
		buf_printf(&text, "%s%s%s%s", i ? ", " : "", items[i].name, run ? "–" : "",
			   run ? items[end - 1].name : "");
	}
	gather_most(g, 1);
	gather(g, arena_string(g->arena, buf_text(&text)), pos);
	memory_free(text.data);
}

static void
gather_dates(const struct voice *voice, struct gathered *g, const struct dates *dates)
{
	struct in_turn *items = arena_array(g->arena, dates->count, sizeof *items);
	for (uint32_t i = 0; i < dates->count; i++)
		items[i] = (struct in_turn){dates->items[i].day,
					    show_date(voice, &dates->items[i], g->arena)};
	gather_runs(g, items, dates->count, dates->pos);
}

static void
gather_choices(const struct voice *voice, struct gathered *g, const struct choices *choices)
{
	struct in_turn *items = arena_array(g->arena, choices->count, sizeof *items);
	for (uint32_t i = 0; i < choices->count; i++)
		items[i] = (struct in_turn){choices->items[i].value,
					    choice_name(choices->items[i].value, voice->lang)};
	gather_runs(g, items, choices->count, choices->pos);
}

/* The text of a value that is a single one, or NULL for lists. */
static const char *
show_single(const struct voice *voice, enum field_type type, const void *value, struct arena *arena)
{
	switch (type) {
	case TYPE_TEXT:
		return ((const struct text *)value)->s;
	case TYPE_PROSE:
		return show_prose(voice, ((const struct text *)value)->s);
	case TYPE_DURATION:
		return show_duration(voice, value, arena);
	case TYPE_DATE:
		return show_date(voice, value, arena);
	case TYPE_FLAG:
		return show_word(voice, ((const struct flag *)value)->on ? WORD_YES : WORD_NO);
	case TYPE_NUMBER:
		return arena_printf(arena, "%g", ((const struct number *)value)->value);
	case TYPE_PERIOD:
		return show_period(voice, value, arena);
	case TYPE_CHOICE:
		return choice_name(((const struct choice_value *)value)->value, voice->lang);
	case TYPE_COLOR:
		return arena_printf(arena, "#%06x", (unsigned)((const struct color *)value)->rgb);
	case TYPE_REF:
		return show_ref(voice, value);
	case TYPE_TEXTS:
	case TYPE_PROSES:
	case TYPE_DATES:
	case TYPE_CHOICES:
	case TYPE_REFS:
	case TYPE_ONE:
	case TYPE_MANY:
	case TYPE_NOTES:
		break;
	}
	return NULL;
}

/* The texts themselves where none of them changes. */
static struct texts
seen_proses(const struct voice *voice, const struct texts *texts, struct arena *arena)
{
	struct texts seen = *texts;
	for (uint32_t i = 0; i < texts->count; i++) {
		const char *text = show_prose(voice, texts->items[i].s);
		if (text == texts->items[i].s)
			continue;
		if (seen.items == texts->items) {
			seen.items = arena_array(arena, texts->count, sizeof *seen.items);
			memcpy(seen.items, texts->items, texts->count * sizeof *seen.items);
		}
		seen.items[i].s = text;
	}
	return seen;
}

static struct texts
field_texts(const struct voice *voice, const struct entity *entity, const struct field *field,
	    bool *prose, struct arena *arena)
{
	struct gathered g = {.arena = arena};
	*prose = field->type == TYPE_PROSE || field->type == TYPE_PROSES ||
		 field->type == TYPE_NOTES ||
		 (field->type == TYPE_MANY &&
		  (field->argument == KIND_CHECKPOINT || field->argument == KIND_CONTACT ||
		   field->argument == KIND_CRITERION));
	if (!field_is_set(entity, field))
		return g.texts;
	const void *value = field_value(entity, field);
	g.texts.pos = field_pos(entity, field);
	switch (field->type) {
	case TYPE_TEXTS:
		return *(const struct texts *)value;
	case TYPE_PROSES:
		return seen_proses(voice, value, arena);
	case TYPE_MANY:
		gather_list(voice, &g, value);
		break;
	case TYPE_NOTES:
		gather_notes(voice, &g, value);
		break;
	case TYPE_REFS:
		if (variant_values(entity, field))
			gather_values(voice, &g, &variant_values(entity, field)->values);
		else
			gather_refs(voice, &g, value);
		break;
	case TYPE_DATES:
		gather_dates(voice, &g, value);
		break;
	case TYPE_CHOICES:
		gather_choices(voice, &g, value);
		break;
	case TYPE_ONE:
		return titled(voice, *(struct entity *const *)value, field_is_set, field_title,
			      arena);
	case TYPE_TEXT:
	case TYPE_PROSE:
	case TYPE_DURATION:
	case TYPE_DATE:
	case TYPE_FLAG:
	case TYPE_NUMBER:
	case TYPE_PERIOD:
	case TYPE_CHOICE:
	case TYPE_COLOR:
	case TYPE_REF:
		gather_most(&g, 1);
		gather(&g,
		       field_terms(field) ? show_deadline(voice, entity, arena)
					  : show_single(voice, field->type, value, arena),
		       g.texts.pos);
		break;
	}
	return g.texts;
}

struct texts
show_field(const struct voice *voice, const struct entity *entity, const struct field *field,
	   bool *prose, struct arena *arena)
{
	if (entity->kind != KIND_ATTACHMENT)
		return field_texts(voice, entity, field, prose, arena);
	const struct attachment seen = show_attachment(voice, attachment_of(entity));
	return field_texts(voice, &seen.base, field, prose, arena);
}

/* Relative luminance as WCAG 2.1 defines it, the gamma curve taken as a square: near enough to
 * choose a darker shade. */
static double
luminance(uint32_t rgb)
{
	double red = (rgb >> 16 & 255) / 255.0, green = (rgb >> 8 & 255) / 255.0,
	       blue = (rgb & 255) / 255.0;
	return 0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue;
}

static uint32_t
darker(uint32_t rgb)
{
	return (rgb >> 16 & 255) * 9 / 10 << 16 | (rgb >> 8 & 255) * 9 / 10 << 8 |
	       (rgb & 255) * 9 / 10;
}

uint32_t
show_role_color(const struct role *role)
{
	static const uint32_t palette[] = {0x1565C0, 0xAD1457, 0x2E7D32, 0x6A1B9A,
					   0xB3541E, 0x00695C, 0x5D4037, 0x283593,
					   0x827717, 0xC62828, 0x37474F, 0x00838F};
	uint32_t rgb = role->color.pos.line
			   ? role->color.rgb
			   : palette[(role->base.number - 1) % (sizeof palette / sizeof *palette)];
	while (luminance(rgb) > 0.17)
		rgb = darker(rgb);
	return rgb;
}
