/* SPDX-License-Identifier: MIT */
#include "change/tell.h"

#include "change/same.h"
#include "model/fields.h"
#include "model/visit.h"
#include "support/map.h"
#include "support/utf8.h"
#include "text/prose/prose.h"

#include <string.h>

enum { NAMED_MOST = 3 };

/* What refers to a thing: how many do, and the first of them. */
struct followers {
	uint32_t count;
	const struct entity *first[NAMED_MOST];
};

struct teller {
	const struct matching *match;
	struct voice was, is;
	struct arena *arena;
	struct followers *followers; /* by serial of the later model */
};

/* Characters of a name, for a criterion may be a paragraph; bytes of both values on a line. */
enum { NAME_MOST = 80, SHORT_MOST = 100 };

/* The beginning of a name that is long, on one line. */
static const char *
short_name(const char *name, struct arena *arena)
{
	const char *end = name;
	for (int i = 0; i < NAME_MOST && *end && *end != '\n'; i++)
		utf8_next(&end);
	if (!*end)
		return name;
	return arena_printf(arena, "%.*s…", (int)(end - name), name);
}

/* What a thing is called where its name is a text, or the name of what it refers to. */
static const char *
name_of(const struct voice *voice, const struct entity *entity, struct arena *arena)
{
	const struct field *field = field_flagged(entity->kind, F_NAME);
	if (field && field_is(field, LEAF_REF) && !field_is_list(field) &&
	    field_is_set(entity, field))
		return show_ref(voice, field_value(entity, field));
	const char *name = entity_name(entity);
	if (!*name && entity->kind == KIND_OUTCOME)
		name = show_condition(voice, outcome_of(entity));
	if (!*name && entity->kind == KIND_ATTACHMENT && attachment_of(entity)->href.s)
		name = attachment_of(entity)->href.s;
	return short_name(name, arena);
}

static const char *
capital(const char *text, struct arena *arena)
{
	struct buf out = {0};
	const char *rest = text;
	if (!*text)
		return text;
	buf_rune(&out, utf8_upper(utf8_next(&rest)));
	buf_puts(&out, rest);
	text = arena_copy(arena, buf_text(&out), out.length);
	buf_free(&out);
	return text;
}

/* «этап 3 «Бриф»», «критерий «Бриф заполнен»», «пересмотр». */
static const char *
thing_text(const struct voice *voice, const struct entity *entity, bool numbered,
	   struct arena *arena)
{
	const char *kind = kind_info(entity->kind)->names[voice->lang],
		   *name = name_of(voice, entity, arena);
	bool part = entity->kind == KIND_STAGE || entity->kind == KIND_STEP;
	const char *number =
	    part && numbered ? arena_printf(arena, " %s", show_number(entity, arena)) : "";
	if (!*name || entity->kind == KIND_PROCESS)
		return arena_printf(arena, "%s%s", kind, number);
	return arena_printf(arena, "%s%s %s", kind, number,
			    show_word_with(voice, WORD_CHANGE_QUOTED, name, arena));
}

/* What people know by itself: a stage, step, role, or another section of the document. */
static const struct entity *
known_by_itself(const struct entity *entity)
{
	while (entity->kind != KIND_STEP && entity->parent && entity->parent->kind != KIND_DOCUMENT)
		entity = entity->parent;
	return entity;
}

/* Whose a change is: a stage, step, role by itself, anything else with what it is part of. */
static const char *
place_text(const struct voice *voice, const struct entity *entity, struct arena *arena)
{
	if (entity->kind == KIND_DOCUMENT)
		return "";
	const char *own = thing_text(voice, entity, true, arena);
	bool alone =
	    entity->kind == KIND_STEP || !entity->parent || entity->parent->kind == KIND_DOCUMENT;
	if (alone)
		return capital(own, arena);
	return arena_printf(arena, "%s, %s", place_text(voice, entity->parent, arena), own);
}

/* «добавлен», «добавлена» …: the first of three words, by the gender of a kind. */
static const char *
done_to(const struct voice *voice, enum word first, enum kind kind)
{
	unsigned flags = kind_info(kind)->flags;
	int form = flags & K_FEMININE ? 1 : flags & K_NEUTER ? 2 : 0;
	return show_word(voice, (enum word)((int)first + form));
}

/* A key as a word of a sentence; a column of the author's by its title. */
static const char *
field_text(const struct voice *voice, const struct field *field, struct arena *arena)
{
	if (field->flags & F_OWN)
		return field->titles[voice->lang];
	if (field->flags & F_NAME)
		return show_word(voice, WORD_CHANGE_NAME_OF);
	char *key = arena_string(arena, field_key(field, voice->lang, arena));
	for (char *at = key; *at; at++)
		if (*at == '_')
			*at = ' ';
	return key;
}

static struct texts
one_text(const char *text, struct arena *arena)
{
	struct text *item = arena_alloc(arena, sizeof *item);
	item->s = text;
	return (struct texts){item, *text != '\0', {0}};
}

/* A value as people read it. */
static struct texts
value_texts(const struct voice *voice, const struct entity *entity, const struct field *field,
	    bool *prose, struct arena *arena)
{
	if (!entity || !field || !field_is_set(entity, field))
		return (struct texts){0};
	if (field_terms(field))
		return one_text(show_deadline(voice, entity, arena), arena);
	if (field->flags & F_ID)
		return one_text(entity->id ? entity->id : "", arena);
	return show_field(voice, entity, field, prose, arena);
}

/* The texts of one list that another has not, each as often as it lacks there. */
static struct texts
less(const struct texts *texts, const struct texts *other, struct arena *arena)
{
	struct texts left = {arena_array(arena, texts->count, sizeof *left.items), 0, {0}};
	struct map there = {0};
	for (uint32_t i = 0; i < other->count; i++) {
		void **place = map_at(&there, other->items[i].s);
		*place = (char *)*place + 1;
	}
	for (uint32_t i = 0; i < texts->count; i++) {
		void **place = map_at(&there, texts->items[i].s);
		if (*place)
			*place = (char *)*place - 1;
		else
			left.items[left.count++] = texts->items[i];
	}
	map_free(&there);
	return left;
}

/* Both sides without markup, unless nothing else has changed. */
static void
strip_markup(struct telling *telling, struct arena *arena)
{
	struct texts *sides[] = {&telling->was, &telling->is}, plain[2];
	for (int k = 0; k < 2; k++) {
		plain[k] = *sides[k];
		plain[k].items = arena_array(arena, plain[k].count, sizeof *plain[k].items);
		for (uint32_t i = 0; i < plain[k].count; i++)
			plain[k].items[i].s = prose_plain(arena, sides[k]->items[i].s);
	}
	bool same = plain[0].count == plain[1].count;
	for (uint32_t i = 0; same && i < plain[0].count; i++)
		same = strcmp(plain[0].items[i].s, plain[1].items[i].s) == 0;
	if (same)
		return;
	telling->was = plain[0];
	telling->is = plain[1];
}

static void
tell_values(struct teller *t, struct telling *telling)
{
	const struct change *change = telling->change;
	const struct same_sides sides =
	    same_sides_of(t->match, change->thing, change->other, change->field);
	bool prose = false;
	struct texts was = value_texts(&t->was, sides.was, sides.was_field, &prose, t->arena),
		     is = value_texts(&t->is, sides.is, sides.is_field, &prose, t->arena);
	telling->was = less(&was, &is, t->arena);
	telling->is = less(&is, &was, t->arena);
	telling->reordered = !telling->was.count && !telling->is.count;
	if (telling->reordered) {
		telling->was = was;
		telling->is = is;
	}
	if (prose)
		strip_markup(telling, t->arena);
	telling->label = field_text(&t->is, change->field, t->arena);
	telling->place = place_text(&t->is, change->other, t->arena);
}

/* «срок: 3 дня»: what an added or removed thing says of itself, a text a field. */
static struct texts
contents(const struct voice *voice, const struct entity *entity, struct arena *arena)
{
	struct texts said = {0};
	for (const struct field **field = voice->model->fields[entity->kind]; *field; field++) {
		bool prose = false,
		     silent = (*field)->flags & (F_ID | F_NAME | F_BESIDE | F_SETTING);
		if (silent || !field_is_given(entity, *field))
			continue;
		struct texts texts = value_texts(voice, entity, *field, &prose, arena);
		const char *text = "";
		for (uint32_t i = 0; i < texts.count; i++)
			text = arena_printf(arena, "%s%s%s", text, i ? "; " : "", texts.items[i].s);
		said.items = arena_grow(arena, said.items, said.count, 1, sizeof *said.items);
		if (*text)
			said.items[said.count++].s =
			    arena_printf(arena, "%s: %s", field_text(voice, *field, arena), text);
	}
	return said;
}

/* What came or went, with the verb before it: «добавлен шаг 3.4 «Итоги»». */
static void
tell_thing(struct teller *t, struct telling *telling, bool added)
{
	const struct change *change = telling->change;
	const struct voice *voice = added ? &t->is : &t->was;
	const struct entity *thing = added ? change->other : change->thing;
	const struct entity *later = match_later(t->match, thing->parent);
	const char *verb =
	    done_to(voice, added ? WORD_CHANGE_ADDED : WORD_CHANGE_REMOVED, thing->kind);
	telling->label =
	    arena_printf(t->arena, "%s %s", verb, thing_text(voice, thing, true, t->arena));
	telling->place = added   ? place_text(voice, thing->parent, t->arena)
			 : later ? place_text(&t->is, later, t->arena)
				 : place_text(voice, thing->parent, t->arena);
	if (!*telling->place)
		telling->label = capital(telling->label, t->arena);
	*(added ? &telling->is : &telling->was) = contents(voice, thing, t->arena);
}

static const char *
position(const struct entity *entity, struct arena *arena)
{
	bool part = entity->kind == KIND_STAGE || entity->kind == KIND_STEP;
	return part ? show_number(entity, arena)
		    : arena_printf(arena, "%u", (unsigned)entity->number);
}

/* What moved, from where to where. */
static void
tell_moved(struct teller *t, struct telling *telling)
{
	const struct change *change = telling->change;
	enum kind kind = change->thing->kind;
	telling->place = capital(thing_text(&t->is, change->other, false, t->arena), t->arena);
	telling->label = done_to(&t->is, WORD_CHANGE_MOVED, kind);
	telling->was = one_text(position(change->thing, t->arena), t->arena);
	telling->is = one_text(position(change->other, t->arena), t->arena);
}

/* «ссылок: 4 – этап 1 «Запрос», шаг 4.2 «Смета» …» */
static const char *
follow_text(struct teller *t, const struct followers *followers)
{
	const char *places = "";
	for (uint32_t i = 0; i < followers->count && i < NAMED_MOST; i++)
		places = arena_printf(t->arena, "%s%s%s", places, i ? ", " : "",
				      thing_text(&t->is, followers->first[i], true, t->arena));
	const char *count = arena_printf(t->arena, "%u", (unsigned)followers->count);
	return arena_printf(t->arena, "%s – %s%s",
			    show_word_with(&t->is, WORD_CHANGE_FOLLOW, count, t->arena), places,
			    followers->count > NAMED_MOST ? " …" : "");
}

static void
tell_renamed(struct teller *t, struct telling *telling)
{
	const struct change *change = telling->change;
	tell_values(t, telling);
	telling->label = done_to(&t->is, WORD_CHANGE_RENAMED, change->thing->kind);
	const struct followers *followers = &t->followers[change->other->serial];
	telling->references = followers->count;
	if (followers->count)
		telling->follow = follow_text(t, followers);
}

static void
tell(struct teller *t, struct telling *telling)
{
	switch (telling->change->what) {
	case CHANGE_SET:
	case CHANGE_UNSET:
		tell_values(t, telling);
		break;
	case CHANGE_ADD:
		tell_thing(t, telling, true);
		break;
	case CHANGE_REMOVE:
		tell_thing(t, telling, false);
		break;
	case CHANGE_MOVE:
		tell_moved(t, telling);
		break;
	case CHANGE_RENAME:
		tell_renamed(t, telling);
		break;
	}
}

static void
count_reference(void *data, const struct entity *entity, const struct leaf *leaf)
{
	struct teller *t = data;
	const struct entity *to = leaf_ref(leaf)->to;
	struct followers *followers = to ? &t->followers[to->serial] : NULL;
	if (followers && followers->count++ < NAMED_MOST)
		followers->first[followers->count - 1] = known_by_itself(entity);
}

static struct texts
tell_ties(struct teller *t)
{
	const struct matching *match = t->match;
	struct texts ties = {
	    arena_array(t->arena, match->tie_count, sizeof *ties.items), match->tie_count, {0}};
	for (uint32_t i = 0; i < match->tie_count; i++)
		ties.items[i].s = place_text(&t->is, match->ties[i].one, t->arena);
	return ties;
}

struct tellings
tell_changes(const struct matching *match, const struct changes *changes, int lang,
	     struct arena *arena)
{
	static const struct visitor visitor = {.leaves = LEAF_REF, .leaf = count_reference};
	struct teller t = {.match = match,
			   .was = {.model = match->was, .lang = lang},
			   .is = {.model = match->is, .lang = lang},
			   .arena = arena,
			   .followers = arena_array(arena, (size_t)match->is->made_count + 1,
						    sizeof *t.followers)};
	struct tellings all = {.items = arena_array(arena, changes->count, sizeof *all.items),
			       .count = changes->count,
			       .process = entity_name(match->is->document->process)};
	visit(match->is, &match->is->document->base, &visitor, &t);
	for (uint32_t i = 0; i < all.count; i++) {
		all.items[i].change = &changes->items[i];
		all.material += changes->items[i].material;
		tell(&t, &all.items[i]);
	}
	all.ties = tell_ties(&t);
	return all;
}

const char *
tell_summary(const struct tellings *tellings, int lang, struct arena *arena)
{
	const struct voice voice = {.lang = lang};
	if (!tellings->count)
		return show_word(&voice, WORD_CHANGE_NONE);
	const char *all = arena_printf(arena, "%u", (unsigned)tellings->count),
		   *material = arena_printf(arena, "%u", (unsigned)tellings->material);
	return arena_printf(arena, "%s, %s", show_word_with(&voice, WORD_CHANGE_COUNT, all, arena),
			    show_word_with(&voice, WORD_CHANGE_MATERIAL_COUNT, material, arena));
}

static size_t
bytes_of(const struct texts *texts)
{
	size_t length = 0;
	for (uint32_t i = 0; i < texts->count; i++)
		length += strlen(texts->items[i].s) +
			  (strchr(texts->items[i].s, '\n') ? SHORT_MOST + 1 : 0);
	return length;
}

bool
telling_is_short(const struct telling *telling)
{
	enum change_what what = telling->change->what;
	bool thing = what == CHANGE_ADD || what == CHANGE_REMOVE,
	     one = telling->was.count < 2 && telling->is.count < 2;
	if (what == CHANGE_MOVE || what == CHANGE_RENAME)
		return true;
	return one && !thing && !telling->reordered &&
	       bytes_of(&telling->was) + bytes_of(&telling->is) <= SHORT_MOST;
}
