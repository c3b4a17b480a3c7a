/* SPDX-License-Identifier: MIT */
/* edit SEED COUNT FILE…: so many random change sets for each process, carried out in memory, each
 * proved by its own means and then taken back. Says how many were made, how many were refused and
 * why, and of those taken back how many gave the very file. Whatever is wrong is a line of FAILED.
 */
#include "edit/edit.h"
#include "load/load.h"
#include "model/fields.h"
#include "model/visit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 4096, TOGETHER = 4 };

static uint64_t state;

static uint32_t
pick(uint32_t below)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(state >> 33) % below;
}

static const char *const texts[] = {
    "Проверить смету",
    "a: b",
    "- тире",
    "итог # не примечание",
    "«Кавычки» и \"другие\"",
    "it's",
    "[ссылка](https://example.org)",
    "Две строки\nи ещё одна",
    "Абзац.\n\nВторой абзац с *выделением*.",
    "да",
    "1.10",
    "@кому",
    "конец:",
    "Очень длинная строка, в которой много слов, чтобы её пришлось перенести на другую строку, "
    "если "
    "так писали раньше",
    "{скобки}, запятые",
    "100%",
    "\\обратная\\черта",
    "C#",
};

/* A process, what may change in it, and what does. */
struct trial {
	const char *path;
	const struct model *model;
	struct voice voice;
	struct diagnostics diags;
	struct arena arena;
	const struct entity *things[MOST];
	uint32_t count;
	bool *mentioned; /* by serial: something refers to it, or to a part of it */
	struct change items[TOGETHER];
	struct changes changes;
};

struct tally {
	unsigned made, same, other, refused[PHRASE_COUNT], failed;
};

static bool
note_thing(void *data, const struct entity *entity)
{
	struct trial *t = data;
	if (t->count < MOST)
		t->things[t->count++] = entity;
	return true;
}

static void
note_mention(void *data, const struct entity *entity, const struct leaf *leaf)
{
	struct trial *t = data;
	(void)entity;
	for (const struct entity *to = leaf_ref(leaf)->to; to && to->kind != KIND_END;
	     to = to->parent)
		t->mentioned[to->serial] = true;
}

static struct written *
text_of(struct arena *arena, const char *text)
{
	struct written *written = arena_alloc(arena, sizeof *written);
	*written = (struct written){.type = WRITTEN_TEXT, .text = text};
	return written;
}

/* Another list: some items of the old one, in their order or not, and new ones. */
static const struct written *
other_list(struct trial *t, const struct written *was, bool news)
{
	const struct written *items[64];
	uint32_t count = 0;
	struct written *list = arena_alloc(&t->arena, sizeof *list), *last = NULL;
	*list = (struct written){.type = WRITTEN_LIST};
	if (was && was->type == WRITTEN_TEXT)
		items[count++] = was;
	for (const struct written *item = was ? was->first : NULL; item && count < 60;
	     item = item->next)
		items[count++] = item;
	if (count && pick(2))
		memmove(&items[pick(count)], &items[pick(count)], sizeof *items);
	if (count > 1 && pick(2))
		count--;
	for (uint32_t i = 0; i < count; i++) {
		struct written *copy = arena_alloc(&t->arena, sizeof *copy);
		*copy = *items[i];
		copy->next = NULL;
		if (news && !pick(4))
			copy = text_of(&t->arena, texts[pick(sizeof texts / sizeof *texts)]);
		*(last ? &last->next : &list->first) = copy;
		last = copy;
	}
	if (news && pick(2)) {
		struct written *copy = text_of(&t->arena, "Ещё один");
		*(last ? &last->next : &list->first) = copy;
	}
	return list->first ? list : NULL;
}

/* Another value for a field; NULL where none comes to mind. */
static const struct written *
other_value(struct trial *t, const struct field *field, const struct written *was)
{
	static const char *const lengths[] = {"3 дня", "2-4 часа", "1 неделя", "5d"};
	unsigned leaves = field_leaves(field);
	bool texty = leaves == LEAF_TEXT || leaves == LEAF_PROSE;
	if (field_is_list(field) && (texty || leaves == LEAF_REF))
		return other_list(t, was, texty);
	if (texty)
		return text_of(&t->arena, texts[pick(sizeof texts / sizeof *texts)]);
	if (leaves == LEAF_DURATION)
		return text_of(&t->arena, lengths[pick(4)]);
	if (leaves == LEAF_FLAG)
		return text_of(&t->arena, pick(2) ? "true" : "нет");
	if (leaves == LEAF_DATE)
		return text_of(&t->arena, "2027-02-03");
	return NULL;
}

static bool
add_change(struct trial *t, struct change change)
{
	for (uint32_t i = 0; i < t->changes.count; i++) {
		const struct change *other = &t->items[i];
		bool both = other->what >= CHANGE_ADD && change.what >= CHANGE_ADD;
		if ((both && other->field == change.field) ||
		    (other->thing == change.thing && other->field == change.field) ||
		    entity_is_within(other->thing, change.thing) ||
		    entity_is_within(change.thing, other->thing))
			return false;
	}
	t->items[t->changes.count++] = change;
	return true;
}

static void
change_field(struct trial *t, const struct entity *thing)
{
	uint32_t count = 0;
	const struct field **fields = t->model->fields[thing->kind];
	while (fields[count])
		count++;
	const struct field *field = count ? fields[pick(count)] : NULL;
	if (!field || field->flags & (F_ID | F_BESIDE | F_PORTFOLIO) ||
	    field->id == FIELD_DOCUMENT_include)
		return;
	const struct written *was = written_field(&t->voice, thing, field, &t->arena);
	bool unset = was && !(field->flags & (F_REQUIRED | F_NAME)) && !pick(3);
	const struct written *is = unset ? NULL : other_value(t, field, was);
	if ((!is && !unset) || written_same(was, is) || field_is(field, LEAF_THING) ||
	    thing->kind == KIND_TERMS || thing->kind == KIND_COLUMN ||
	    kind_info(thing->kind)->flags & K_MADE || (unset && thing->kind == KIND_OUTCOME) ||
	    (field->flags & (F_NAME | F_ALIASES) && t->mentioned[thing->serial]) ||
	    thing->kind == KIND_SETTING)
		return;
	add_change(t, (struct change){.what = unset ? CHANGE_UNSET : CHANGE_SET,
				      .thing = thing,
				      .field = field,
				      .was = was,
				      .is = is});
}

/* A thing with a name that nothing else has, and perhaps more. */
static const struct written *
new_thing(struct trial *t, enum kind kind)
{
	const struct field *name = field_flagged(kind, F_NAME);
	struct written *text =
	    text_of(&t->arena, arena_printf(&t->arena, "Новое дело %u", pick(1000)));
	if (kind != KIND_STAGE && kind != KIND_STEP)
		return text;
	if (pick(2))
		return text;
	struct written *map = text_of(&t->arena, NULL), *length = text_of(&t->arena, "2 дня");
	map->type = WRITTEN_MAP;
	map->first = text;
	text->field = name;
	text->next = length;
	length->field = field_row(kind == KIND_STAGE ? FIELD_STAGE_deadline : FIELD_STEP_deadline);
	return map;
}

static bool
may_grow(enum kind kind)
{
	return kind == KIND_STAGE || kind == KIND_STEP || kind == KIND_TERM || kind == KIND_ROLE ||
	       kind == KIND_CRITERION || kind == KIND_METRIC;
}

/* Has a thing stand behind another of its kind, in whichever list that is. */
static void
move_elsewhere(const struct trial *t, const struct entity *thing, struct change *change)
{
	for (int tries = 0; tries < 20; tries++) {
		const struct entity *other = t->things[pick(t->count)];
		if (other->kind != thing->kind || other == thing ||
		    entity_is_within(other, thing) || !entity_holder(other) ||
		    !field_is_list(entity_holder(other)))
			continue;
		change->to = other->parent;
		change->field = entity_holder(other);
		change->after = pick(4) ? other : NULL;
		return;
	}
}

/* True for a move to where the thing stands. */
static bool
stays(const struct entity *thing, const struct change *move)
{
	return move->field == entity_holder(thing) &&
	       (move->after ? move->after->number : 0) + 1 == thing->number;
}

static void
change_list(struct trial *t, const struct entity *thing)
{
	const struct field *field = entity_holder(thing);
	if (!field || !field_is_list(field) || !may_grow(thing->kind))
		return;
	const struct list *list = field_value(thing->parent, field);
	uint32_t at = pick(list->count + 1);
	const struct entity *after = at ? list->items[at - 1] : NULL;
	struct change change = {.thing = thing, .field = field, .after = after};
	switch (pick(3)) {
	case 0:
		change.what = CHANGE_ADD;
		change.thing = thing->parent;
		change.is = new_thing(t, thing->kind);
		break;
	case 1:
		if (t->mentioned[thing->serial] || (thing->kind == KIND_STAGE && list->count < 2))
			return;
		change.what = CHANGE_REMOVE;
		change.was = written_thing(&t->voice, thing, &t->arena);
		break;
	default:
		change.what = CHANGE_MOVE;
		change.to = thing->parent;
		if (pick(2) && !t->mentioned[thing->serial])
			move_elsewhere(t, thing, &change);
		if (change.to == thing->parent && (change.after == thing || stays(thing, &change)))
			return;
	}
	add_change(t, change);
}

/* What takes a change back, in the model that it gave; false where that is not to be had. */
static bool
turn_back(const struct trial *t, const struct change *change, struct change *back)
{
	*back = *change;
	back->was = change->is;
	back->is = change->was;
	back->what = change->what == CHANGE_UNSET || change->was ? CHANGE_SET : CHANGE_UNSET;
	(void)t;
	return change->what == CHANGE_SET || change->what == CHANGE_UNSET;
}

/* The thing at the same place in another model, which has as many of all. */
static const struct entity *
again(const struct trial *t, const struct trial *now, const struct entity *thing)
{
	uint32_t i = 0;
	while (i < t->count && t->things[i] != thing)
		i++;
	return i < now->count ? now->things[i] : NULL;
}

static void
open_trial(struct trial *t, const char *path, const struct overlays *overlays)
{
	static const struct visitor visitor = {
	    .leaves = LEAF_REF, .thing = note_thing, .leaf = note_mention};
	bool unreadable = false;
	t->path = path;
	t->model = load_model(path, NULL, overlays, &t->diags, &unreadable);
	t->voice = voice_of(t->model);
	t->changes.items = t->items;
	t->mentioned = arena_array(&t->arena, t->model->made_count + 1u, sizeof *t->mentioned);
	visit(t->model, &t->model->document->base, &visitor, t);
}

static void
close_trial(struct trial *t)
{
	model_free(t->model);
	diag_free(&t->diags);
	arena_free(&t->arena);
}

static void
tell(const struct trial *t, const char *what)
{
	printf("FAILED edit %s: %s\n", t->path, what);
	for (uint32_t i = 0; i < t->changes.count; i++)
		printf("   %d %s «%s» %s: %.60s\n", t->items[i].what,
		       kind_info(t->items[i].thing->kind)->member, entity_name(t->items[i].thing),
		       t->items[i].field->member,
		       t->items[i].is && t->items[i].is->text ? t->items[i].is->text : "…");
}

/* Takes back what fields were given, and looks whether the files are those that were there. */
static void
take_back(struct trial *t, const struct edited *edited, struct tally *tally)
{
	struct overlays over = {0};
	for (uint32_t i = 0; i < edited->file_count; i++)
		overlays_put(&over, t->model->files[edited->files[i].file].name,
			     edited->files[i].bytes.data, edited->files[i].bytes.length);
	struct trial *now = memory_zeros(sizeof *now);
	open_trial(now, t->path, &over);
	bool all = t->count == now->count;
	for (uint32_t i = 0; i < t->changes.count; i++) {
		all = all && turn_back(t, &t->items[i], &now->items[i]);
		now->items[i].thing = again(t, now, t->items[i].thing);
		all = all && now->items[i].thing;
	}
	now->changes.count = t->changes.count;
	struct edited back = {0};
	const struct edit_source source = {now->model, &now->diags, t->path, NULL, &over};
	if (all && edit_changes(&source, &now->changes, &back)) {
		bool same = back.file_count == edited->file_count;
		for (uint32_t i = 0; i < back.file_count && same; i++) {
			const struct buf *was = &t->model->files[back.files[i].file].bytes;
			same = was->length == back.files[i].bytes.length &&
			       memcmp(was->data, back.files[i].bytes.data, was->length) == 0;
		}
		tally->same += same;
		tally->other += !same;
		if (!same && getenv("EDIT_TELL")) {
			tell(t, "not taken back");
			printf("%s\n", back.files[0].bytes.data);
		}
	}
	edited_free(&back);
	close_trial(now);
	memory_free(now);
	overlays_free(&over);
}

static void
run_trial(const char *path, struct tally *tally)
{
	struct trial *t = memory_zeros(sizeof *t);
	struct edited edited = {0};
	open_trial(t, path, NULL);
	uint32_t wanted = 1 + pick(TOGETHER);
	for (int tries = 0; t->changes.count < wanted && tries < 40; tries++) {
		const struct entity *thing = t->things[pick(t->count)];
		if (pick(3))
			change_field(t, thing);
		else
			change_list(t, thing);
	}
	const struct edit_source source = {t->model, &t->diags, path, NULL, NULL};
	if (edit_changes(&source, &t->changes, &edited)) {
		tally->made++;
		take_back(t, &edited, tally);
	} else {
		enum phrase why = edited.refusals[0].why;
		tally->refused[why]++;
		if (getenv("EDIT_TELL")) {
			tell(t, said_phrase(why).texts[0]);
			printf("   at %u:%u %s\n", edited.refusals[0].pos.line,
			       edited.refusals[0].pos.column,
			       edited.refusals[0].says.texts[0] ? edited.refusals[0].says.texts[0]
								: "");
			const struct change *change = edited.refusals[0].change;
			if (change)
				printf("   change %d of %s %s\n", change->what,
				       entity_name(change->thing), change->field->member);
		}
	}
	edited_free(&edited);
	close_trial(t);
	memory_free(t);
}

int
main(int argc, char **argv)
{
	struct tally tally = {0};
	unsigned refused = 0;
	for (int i = 3; i < argc; i++)
		for (int k = 0; k < atoi(argv[2]); k++) {
			state = (uint64_t)(atoi(argv[1]) + k) * 7919u + (uint64_t)i;
			pick(2);
			run_trial(argv[i], &tally);
		}
	for (int i = 0; i < PHRASE_COUNT; i++) {
		if (tally.refused[i])
			printf("refused %u: %s\n", tally.refused[i],
			       said_phrase((enum phrase)i).texts[0]);
		refused += tally.refused[i];
	}
	printf("made %u, refused %u, taken back to the very file %u, to another %u\n", tally.made,
	       refused, tally.same, tally.other);
	return 0;
}
