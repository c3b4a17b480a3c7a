/* SPDX-License-Identifier: MIT */
#include "load/bind/shape.h"

#include "load/bind/guess.h"
#include "load/bind/key.h"
#include "load/bind/value.h"
#include "support/utf8.h"
#include "text/marker.h"
#include "text/syntax/yaml_text.h"
#include "yaml/numbered.h"

#include <string.h>

/* So short a word is near to too much. */
enum { SHORT_WORD = 3 };

bool
bind_is_single(struct binder *b, enum kind kind, const struct node *map)
{
	const struct node *strange = NULL;
	uint32_t known = 0, unknown = 0;
	for (const struct node *key = map->first; key; key = key->next->next) {
		const struct field *field =
		    key->type == NODE_TEXT ? bind_field(b, kind, key->text) : NULL;
		bool named = field && field->flags & F_NAME && key->next->type == NODE_TEXT;
		if (named && kind != KIND_TERM) /* of which one may be called «Термин» */
			return true;
		if (field || (key->type == NODE_TEXT &&
			      (bind_is_ignored(key->text) || bind_is_exception(key->text)))) {
			known += field != NULL;
		} else if (unknown || key->type != NODE_TEXT || !bind_meant(b, kind, key->text)) {
			unknown++;
			strange = key;
		}
	}
	if (kind_info(kind)->flags & K_OPEN || !known)
		return false;
	return !unknown || (unknown == 1 && strange->type == NODE_TEXT &&
			    bind_near_key(b, kind, strange->text));
}

bool
bind_is_colon_text(struct binder *b, enum kind kind, const struct node *item)
{
	const struct node *key = item->type == NODE_MAP ? item->first : NULL;
	return key && key->type == NODE_TEXT && !bind_field(b, kind, key->text) &&
	       !bind_is_ignored(key->text) && !bind_is_exception(key->text) &&
	       !bind_near_key(b, kind, key->text) && bind_colon_text(b, item);
}

bool
bind_is_role_text(struct binder *b, enum kind kind, const struct node *item)
{
	const struct node *key = item->type == NODE_MAP ? item->first : NULL;
	return key && kind == KIND_ROLE && !key->next->next && key->type == NODE_TEXT &&
	       key->next->type == NODE_TEXT && !node_is_empty(key->next) &&
	       !bind_meant(b, kind, key->text) && !bind_is_ignored(key->text) &&
	       !bind_is_exception(key->text) && !bind_near_key(b, kind, key->text);
}

/* True for a key that belongs to a thing of a kind, whatever it says. */
static bool
is_key_of(struct binder *b, enum kind kind, const struct node *key)
{
	return key->type == NODE_TEXT &&
	       (bind_meant(b, kind, key->text) || bind_is_ignored(key->text) ||
		bind_is_exception(key->text));
}

static bool
has_key_of(struct binder *b, enum kind kind, const struct node *key)
{
	while (key && !is_key_of(b, kind, key))
		key = key->next->next;
	return key;
}

bool
bind_has_keys(struct binder *b, enum kind kind, const struct node *map)
{
	return map->type == NODE_MAP && has_key_of(b, kind, map->first);
}

/* Whether a word that may stand for a key is a name after all: it says nothing, other keys stand
 * beside it, and none of them is the name. */
static bool
is_name_above(struct binder *b, enum kind kind, const struct node *key)
{
	const struct node *beside = key->next->next;
	bool named = false;
	for (const struct node *other = beside; other; other = other->next->next)
		named = named || (other->type == NODE_TEXT &&
				  bind_meant(b, kind, other->text) == field_flagged(kind, F_NAME));
	return node_is_empty(key->next) && beside && !named && !bind_key_field(b, kind, key->text);
}

bool
bind_is_headed(struct binder *b, enum kind kind, const struct node *item)
{
	const struct node *key = item->type == NODE_MAP ? item->first : NULL;
	if (!key || key->type != NODE_TEXT || key->merged || !field_flagged(kind, F_NAME))
		return false;
	bool may_be_near = utf8_count(key->text, strlen(key->text)) > SHORT_WORD;
	if (!key->heads && !is_name_above(b, kind, key) &&
	    (is_key_of(b, kind, key) || (may_be_near && bind_near_key(b, kind, key->text))))
		return false;
	const struct node *value = key->next, *beside = value->next;
	if (value->type == NODE_MAP)
		return !beside && (key->heads || has_key_of(b, kind, value->first));
	return node_is_empty(value) && (key->heads || !beside || has_key_of(b, kind, beside));
}

bool
bind_is_above_list(struct binder *b, enum kind kind, const struct node *item)
{
	const struct node *key = item->type == NODE_MAP ? item->first : NULL;
	return key && key->type == NODE_TEXT && key->next->type == NODE_LIST &&
	       bind_list_field(kind) && !key->next->next && !is_key_of(b, kind, key) &&
	       !bind_near_key(b, kind, key->text);
}

bool
bind_is_list_below(enum kind kind, const struct node *value)
{
	return bind_list_field(kind) && (value->type == NODE_LIST || numbered_is_list(value));
}

/* True for kinds of which people write a line as «название: что о нём сказано». */
static bool
has_lines(enum kind kind)
{
	return kind == KIND_TERM || kind == KIND_METRIC || kind == KIND_CRITERION ||
	       kind == KIND_CHECKPOINT || kind == KIND_REVISION;
}

/* The field whose key a key is nearly; NULL when there is none. */
static const struct field *
near_field(struct binder *b, enum kind kind, const struct node *key)
{
	bool may_be_near = utf8_count(key->text, strlen(key->text)) > SHORT_WORD;
	const char *near = may_be_near ? bind_near_key(b, kind, key->text) : NULL;
	return near ? bind_field(b, kind, near) : NULL;
}

bool
bind_is_line(struct binder *b, enum kind kind, const struct node *item)
{
	const struct node *key = item->type == NODE_MAP ? item->first : NULL;
	if (!key || key->next->next || key->type != NODE_TEXT || key->next->type != NODE_TEXT ||
	    node_is_empty(key->next) || is_key_of(b, kind, key))
		return false;
	const struct field *field = bind_pair_field(b, kind, key->next),
			   *near = near_field(b, kind, key);
	if (has_lines(kind))
		return !near;
	return bind_list_field(kind) && !(field->flags & F_NAME) && near != field;
}

const struct node *
bind_part_item(struct binder *b, enum kind kind, const struct node *item)
{
	const struct field *name = field_flagged(kind, F_NAME);
	const struct node *key = item->type == NODE_MAP ? item->first : NULL;
	if (!key || key->type != NODE_TEXT || key->next->type != NODE_TEXT ||
	    (kind != KIND_STAGE && kind != KIND_STEP) || !marker_is_part(key->text) ||
	    node_is_empty(key->next))
		return item;
	for (const struct node *other = key; other; other = other->next->next)
		if (other->type == NODE_TEXT && bind_meant(b, kind, other->text) == name)
			return item;
	struct node *map = arena_alloc(&b->model->arena, sizeof *map),
		    *first = arena_alloc(&b->model->arena, sizeof *first);
	*map = *item;
	*first = *key;
	first->text = name->keys[0];
	map->first = first;
	return map;
}

static struct node
part_of(struct binder *b, const struct node *node, const char *start, const char *end)
{
	struct node part = *node;
	part.next = NULL;
	part.numbered = false;
	part.text = arena_copy(&b->model->arena, start, (size_t)(end - start));
	return part;
}

bool
bind_is_link(struct binder *b, enum kind kind, const struct node *node, struct node *title,
	     struct node *href)
{
	const char *middle =
	    kind == KIND_ATTACHMENT && node->text[0] == '[' ? strstr(node->text, "](") : NULL;
	const char *end = middle ? strchr(middle, ')') : NULL;
	if (!end || end[1] || middle == node->text + 1 || end == middle + 2)
		return false;
	*title = part_of(b, node, node->text + 1, middle);
	*href = part_of(b, node, middle + 2, end);
	return true;
}

bool
bind_is_role_line(struct binder *b, const struct node *node, struct node *name, struct node *duty)
{
	size_t length;
	const char *text = bind_role_line(b, node->text, &length);
	if (!text || node->numbered)
		return false;
	*name = part_of(b, node, node->text, node->text + length);
	*duty = part_of(b, node, text, text + strlen(text));
	return true;
}

bool
bind_is_term_line(struct binder *b, const struct node *node, struct node *term,
		  struct node *definition)
{
	static const char *const signs[] = {" \xE2\x80\x94 ", " \xE2\x80\x93 ", " - ", " = "};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		const char *sign =
		    node->plain && !node->numbered ? strstr(node->text, signs[i]) : NULL;
		const char *behind = sign ? sign + strlen(signs[i]) : "";
		if (!sign || sign == node->text || !*behind)
			continue;
		*term = part_of(b, node, node->text, sign);
		*definition = part_of(b, node, behind, behind + strlen(behind));
		return true;
	}
	return false;
}

static struct item_marker
marker_of_key(const struct node *key)
{
	return marker_of_item(key->text, key->text + strlen(key->text));
}

bool
bind_is_numbered_text(const struct node *key)
{
	const struct node *value = key->next;
	return key->plain && value->type == NODE_TEXT && !node_is_empty(value) &&
	       marker_of_key(key).form && !marker_is_part(key->text);
}

const char *
bind_numbered_text(struct arena *arena, const struct node *key)
{
	const char *text =
	    arena_printf(arena, "%s: %s", key->text + marker_of_key(key).length, key->next->text);
	return arena_printf(arena, "- %s", yaml_text_quoted(arena, text));
}
