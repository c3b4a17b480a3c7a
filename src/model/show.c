/* SPDX-License-Identifier: MIT */
#include "model/show.h"

#include "support/date.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char nbsp[] = "\xC2\xA0";
static const char dash[] = "\xE2\x80\x93";

static const char *const words[WORD_COUNT][2] = {
#define WORD(ID, en, ru) [WORD_##ID] = {en, ru},
#include "model/words.def"
#undef WORD
};

/* A unit's words for 1, 2 and 5 of it; after «до» only two are left, and that for 1 may be
 * another. */
struct unit_words {
	enum word one, two, five, up_to_one;
};

static const struct unit_words days = {WORD_DAY_1, WORD_DAY_2, WORD_DAY_5, WORD_DAY_2};
static const struct unit_words calendar_days = {WORD_CALENDAR_DAY_1, WORD_CALENDAR_DAY_2,
						WORD_CALENDAR_DAY_5, WORD_CALENDAR_DAY_UP_TO};
static const struct unit_words hours = {WORD_HOUR_1, WORD_HOUR_1, WORD_HOUR_1, WORD_HOUR_1};
static const struct unit_words minutes_words = {WORD_MINUTE_1, WORD_MINUTE_1, WORD_MINUTE_1,
						WORD_MINUTE_1};

const char *
word(const struct model *model, enum word word)
{
	return words[word][lang_index(model->lang)];
}

const char *
word_with(const struct model *model, enum word id, const char *argument, struct arena *arena)
{
	const char *text = word(model, id);
	const char *mark = strstr(text, "{1}");
	if (!mark)
		return text;
	return arena_printf(arena, "%.*s%s%s", (int)(mark - text), text, argument, mark + 3);
}

/* The form of a unit that goes with a number: Russian has three, by the last digits, and two in the
 * genitive. */
static const char *
unit_for(const struct model *model, const struct unit_words *unit, int64_t number, bool up_to)
{
	if (model->lang == LANG_EN)
		return word(model, number == 1 ? unit->one : unit->two);
	int64_t tens = number % 100, ones = number % 10;
	if ((tens >= 11 && tens <= 14) || ones == 0 || ones > (up_to ? 1 : 4))
		return word(model, unit->five);
	return word(model, up_to ? unit->up_to_one : ones == 1 ? unit->one : unit->two);
}

static const char *
counted(const struct model *model, const struct unit_words *unit, int64_t number, bool up_to,
	struct arena *arena)
{
	return arena_printf(arena, "%" PRId64 "%s%s", number, nbsp,
			    unit_for(model, unit, number, up_to));
}

static const char *
minutes_in_words(const struct model *model, int64_t minutes, bool up_to, struct arena *arena)
{
	int64_t parts[] = {minutes / model->minutes_per_day, minutes % model->minutes_per_day / 60,
			   minutes % model->minutes_per_day % 60};
	const struct unit_words *units[] = {&days, &hours, &minutes_words};
	const char *text = "";
	for (int i = 0; i < 3; i++)
		if (parts[i])
			text = arena_printf(arena, "%s%s%s", text, *text ? " " : "",
					    counted(model, units[i], parts[i], up_to, arena));
	return *text ? text : counted(model, &days, 0, up_to, arena);
}

const char *
show_minutes(const struct model *model, int64_t minutes, struct arena *arena)
{
	return minutes_in_words(model, minutes, false, arena);
}

static const char *
number_range(const struct model *model, int64_t best, int64_t most, const struct unit_words *unit,
	     struct arena *arena)
{
	return arena_printf(arena, "%" PRId64 "%s%" PRId64 "%s%s", best, dash, most, nbsp,
			    unit_for(model, unit, most, false));
}

const char *
show_span(const struct model *model, int64_t best, int64_t most, struct arena *arena)
{
	if (best == most)
		return show_minutes(model, most, arena);
	if (!best)
		return word_with(model, WORD_UP_TO, minutes_in_words(model, most, true, arena),
				 arena);
	if (best % model->minutes_per_day == 0 && most % model->minutes_per_day == 0)
		return number_range(model, best / model->minutes_per_day,
				    most / model->minutes_per_day, &days, arena);
	if (most < model->minutes_per_day && best % 60 == 0 && most % 60 == 0)
		return number_range(model, best / 60, most / 60, &hours, arena);
	if (most < model->minutes_per_day && most < 60)
		return number_range(model, best, most, &minutes_words, arena);
	return arena_printf(arena, "%s %s %s", show_minutes(model, best, arena), dash,
			    show_minutes(model, most, arena));
}

const char *
show_duration(const struct model *model, const struct duration *d, struct arena *arena)
{
	if (!d->pos.line)
		return "";
	if (!d->calendar)
		return show_span(model, d->best, d->most, arena);
	if (d->days_best == d->days_most)
		return counted(model, &calendar_days, d->days_most, false, arena);
	if (!d->days_best)
		return word_with(model, WORD_UP_TO,
				 counted(model, &calendar_days, d->days_most, true, arena), arena);
	return number_range(model, d->days_best, d->days_most, &calendar_days, arena);
}

const char *
show_date(const struct model *model, const struct date *date, struct arena *arena)
{
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
					     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	if (!date->pos.line)
		return "";
	struct civil civil = date_civil(date->day);
	if (model->lang == LANG_EN)
		return arena_printf(arena, "%d%s%s%s%d", civil.day, nbsp, months[civil.month - 1],
				    nbsp, civil.year);
	return arena_printf(arena, "%02d.%02d.%04d", civil.day, civil.month, civil.year);
}

const char *
show_period(const struct model *model, const struct period *period, struct arena *arena)
{
	switch (period->unit) {
	case 'm':
		return word(model, WORD_EVERY_MONTH);
	case 'q':
		return word(model, WORD_EVERY_QUARTER);
	case 'y':
		return word(model, WORD_EVERY_YEAR);
	case 'd':
		return period->days == 1
			   ? word(model, WORD_ONE_OF_DAYS)
			   : word_with(model, WORD_EVERY_DAYS,
				       counted(model, &days, period->days, false, arena), arena);
	default:
		return "";
	}
}

const char *
show_ref(const struct model *model, const struct ref *ref)
{
	if (!ref->to)
		return ref->raw ? ref->raw : "";
	return ref->to->kind == KIND_END ? word(model, WORD_END) : entity_name(ref->to);
}

const char *
show_outcome(const struct model *model, const struct outcome *outcome, struct arena *arena)
{
	return arena_printf(arena, "%s \xE2\x86\x92 %s",
			    outcome->condition.s ? outcome->condition.s : "",
			    show_ref(model, &outcome->to));
}

const char *
show_criterion(const struct model *model, const struct criterion *criterion, struct arena *arena)
{
	(void)model;
	const char *text = criterion->name.s ? criterion->name.s : "";
	if (criterion->target.s)
		text = arena_printf(arena, "%s: %s", text, criterion->target.s);
	if (criterion->how.s)
		text = arena_printf(arena, "%s (%s)", text, criterion->how.s);
	return text;
}

/* Texts being gathered for show_field; at most `room` of them. */
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
make_room(struct gathered *g, uint32_t count)
{
	g->texts.items = arena_array(g->arena, count, sizeof *g->texts.items);
}

bool
show_is_rest(const struct entity *entity, const struct field *field)
{
	return !(field->flags & (F_SAID | F_NAME | F_PLUMBING)) &&
	       field_flagged(entity->kind, F_SAID) && field_is_set(entity, field);
}

/* The texts of the fields that are wanted, each with its title. */
static struct texts
titled(const struct model *model, const struct entity *entity,
       bool (*wanted)(const struct entity *entity, const struct field *field), struct arena *arena)
{
	struct gathered g = {.arena = arena};
	bool prose;
	uint32_t count = 0;
	for (const struct field **field = model->fields[entity->kind]; *field; field++)
		if (wanted(entity, *field))
			count += show_field(model, entity, *field, &prose, arena).count;
	make_room(&g, count);
	for (const struct field **field = model->fields[entity->kind]; *field && count; field++) {
		struct texts texts = {0};
		if (wanted(entity, *field))
			texts = show_field(model, entity, *field, &prose, arena);
		const char *title = texts.count ? field_title(model, *field, arena) : "";
		for (uint32_t i = 0; i < texts.count; i++)
			gather(&g, arena_printf(arena, "%s: %s", title, texts.items[i].s),
			       texts.items[i].pos);
	}
	return g.texts;
}

struct texts
show_rest(const struct model *model, const struct entity *entity, struct arena *arena)
{
	return titled(model, entity, show_is_rest, arena);
}

/* A line with what is left to say behind it. */
static const char *
with_rest(const struct model *model, const struct entity *entity, const char *line,
	  struct arena *arena)
{
	struct texts rest = show_rest(model, entity, arena);
	for (uint32_t i = 0; i < rest.count; i++)
		line = arena_printf(arena, "%s; %s", line, rest.items[i].s);
	return line;
}

/* One item of a list as a line of text: the kind decides what belongs on the line. */
static const char *
show_item(const struct model *model, const struct entity *item, struct arena *arena)
{
	switch (item->kind) {
	case KIND_CRITERION:
		return show_criterion(model, criterion_of(item), arena);
	case KIND_OUTCOME:
		return show_outcome(model, outcome_of(item), arena);
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
	default:
		return entity_name(item);
	}
}

static void
gather_checkpoint(const struct model *model, struct gathered *g,
		  const struct checkpoint *checkpoint)
{
	const char *stage = show_ref(model, &checkpoint->stage);
	const char *text = stage;
	for (uint32_t i = 0; i < checkpoint->what.count; i++)
		text = arena_printf(g->arena, "%s%s %s", text, i ? ";" : ":",
				    checkpoint->what.items[i].s);
	gather(g, with_rest(model, &checkpoint->base, text, g->arena), checkpoint->base.pos);
}

static void
gather_list(const struct model *model, struct gathered *g, const struct list *list)
{
	make_room(g, list->count);
	for (uint32_t i = 0; i < list->count; i++) {
		const struct entity *item = list->items[i];
		if (item->kind == KIND_CHECKPOINT)
			gather_checkpoint(model, g, checkpoint_at(list, i));
		else
			gather(g,
			       with_rest(model, item, show_item(model, item, g->arena), g->arena),
			       item->pos);
	}
}

static void
gather_notes(const struct model *model, struct gathered *g, const struct notes *notes)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < notes->count; i++)
		count += notes->items[i].texts.count;
	make_room(g, count);
	for (uint32_t i = 0; i < notes->count; i++)
		for (uint32_t j = 0; j < notes->items[i].texts.count; j++) {
			const struct text *text = &notes->items[i].texts.items[j];
			gather(g,
			       arena_printf(g->arena, "%s: %s",
					    show_ref(model, &notes->items[i].key), text->s),
			       text->pos);
		}
}

static void
gather_refs(const struct model *model, struct gathered *g, const struct refs *refs)
{
	make_room(g, refs->count);
	for (uint32_t i = 0; i < refs->count; i++)
		gather(g, show_ref(model, &refs->items[i]), refs->items[i].pos);
}

static void
gather_dates(const struct model *model, struct gathered *g, const struct dates *dates)
{
	make_room(g, dates->count);
	for (uint32_t i = 0; i < dates->count; i++)
		gather(g, show_date(model, &dates->items[i], g->arena), dates->items[i].pos);
}

static void
gather_choices(const struct model *model, struct gathered *g, const struct choices *choices)
{
	make_room(g, choices->count);
	for (uint32_t i = 0; i < choices->count; i++)
		gather(g, choice_name(choices->items[i].value, lang_index(model->lang)),
		       choices->items[i].pos);
}

/* The text of a value that is a single one, or NULL for lists. */
static const char *
show_single(const struct model *model, enum field_type type, const void *value, struct arena *arena)
{
	switch (type) {
	case TYPE_TEXT:
	case TYPE_PROSE:
		return ((const struct text *)value)->s;
	case TYPE_DURATION:
		return show_duration(model, value, arena);
	case TYPE_DATE:
		return show_date(model, value, arena);
	case TYPE_FLAG:
		return word(model, ((const struct flag *)value)->on ? WORD_YES : WORD_NO);
	case TYPE_NUMBER:
		return arena_printf(arena, "%g", ((const struct number *)value)->value);
	case TYPE_PERIOD:
		return show_period(model, value, arena);
	case TYPE_CHOICE:
		return choice_name(((const struct choice_value *)value)->value,
				   lang_index(model->lang));
	case TYPE_COLOR:
		return arena_printf(arena, "#%06x", (unsigned)((const struct color *)value)->rgb);
	case TYPE_REF:
		return show_ref(model, value);
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

struct texts
show_field(const struct model *model, const struct entity *entity, const struct field *field,
	   bool *prose, struct arena *arena)
{
	struct gathered g = {.arena = arena};
	*prose = field->type == TYPE_PROSE || field->type == TYPE_PROSES ||
		 field->type == TYPE_NOTES ||
		 (field->type == TYPE_MANY &&
		  (field->argument == KIND_CHECKPOINT || field->argument == KIND_CRITERION));
	if (!field_is_set(entity, field))
		return g.texts;
	const void *value = field_value(entity, field);
	g.texts.pos = field_pos(entity, field);
	switch (field->type) {
	case TYPE_TEXTS:
	case TYPE_PROSES:
		return *(const struct texts *)value;
	case TYPE_MANY:
		gather_list(model, &g, value);
		break;
	case TYPE_NOTES:
		gather_notes(model, &g, value);
		break;
	case TYPE_REFS:
		gather_refs(model, &g, value);
		break;
	case TYPE_DATES:
		gather_dates(model, &g, value);
		break;
	case TYPE_CHOICES:
		gather_choices(model, &g, value);
		break;
	case TYPE_ONE:
		return titled(model, *(struct entity *const *)value, field_is_set, arena);
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
		make_room(&g, 1);
		gather(&g, show_single(model, field->type, value, arena), g.texts.pos);
		break;
	}
	return g.texts;
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
