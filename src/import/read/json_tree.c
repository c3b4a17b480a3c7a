/* SPDX-License-Identifier: MIT */
/* One loop over the text: what is open is reached through the parents, so that depth costs no
 * stack. */
#include "import/read/json_tree.h"

#include "support/buf.h"
#include "support/utf8.h"

#include <string.h>

struct json_parser {
	struct arena *arena;
	const char *at;
	struct json_node *open; /* the list or mapping that is not at its end */
	unsigned depth;
	bool wrong;
};

static void
skip_blanks(struct json_parser *p)
{
	p->at += strspn(p->at, " \t\r\n");
}

/* Four hexadecimal digits as a number; a fault when they are none. */
static uint32_t
take_unit(struct json_parser *p)
{
	uint32_t unit = 0;
	for (int i = 0; i < 4 && !p->wrong; i++) {
		static const char digits[] = "0123456789abcdef";
		char c = *p->at;
		const char *digit = c ? strchr(digits, ascii_is_letter(c) ? c | 0x20 : c) : NULL;
		p->wrong = !digit;
		unit = unit << 4 | (digit ? (uint32_t)(digit - digits) : 0);
		p->at += digit != NULL;
	}
	return unit;
}

/* \u and its digits, of a pair both; half a pair is no sign. */
static void
take_rune(struct json_parser *p, struct buf *out)
{
	uint32_t rune = take_unit(p);
	if (rune >= 0xD800 && rune < 0xDC00 && p->at[0] == '\\' && p->at[1] == 'u') {
		p->at += 2;
		uint32_t low = take_unit(p);
		rune = low >= 0xDC00 && low < 0xE000
			   ? 0x10000 + ((rune - 0xD800) << 10) + (low - 0xDC00)
			   : 0;
	}
	if (rune && (rune < 0xD800 || rune > 0xDFFF))
		buf_rune(out, rune);
}

static const char *
take_string(struct json_parser *p)
{
	static const char signs[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
	struct buf out = {0};
	for (p->at++; *p->at && *p->at != '"' && !p->wrong;) {
		if (*p->at != '\\') {
			buf_putc(&out, *p->at++);
			continue;
		}
		char sign = *++p->at;
		const char *known = sign ? strchr(signs, sign) : NULL;
		p->at += sign != '\0';
		if (sign == 'u')
			take_rune(p, &out);
		else if (known)
			buf_putc(&out, meant[known - signs]);
		else
			p->wrong = true;
	}
	p->wrong = p->wrong || *p->at != '"';
	p->at += *p->at == '"';
	const char *text = arena_copy(p->arena, buf_text(&out), out.length);
	buf_free(&out);
	return text;
}

/* The key of the next value of a mapping. */
static const char *
take_key(struct json_parser *p)
{
	if (!p->open || p->open->type != JSON_MAP)
		return NULL;
	p->wrong = *p->at != '"';
	const char *key = p->wrong ? NULL : take_string(p);
	skip_blanks(p);
	p->wrong = p->wrong || *p->at != ':';
	p->at += *p->at == ':';
	skip_blanks(p);
	return key;
}

static void
take_other(struct json_parser *p, struct json_node *node)
{
	size_t length = strspn(p->at, "+-.0123456789Eabcdefghijklmnopqrstuvwxyz");
	node->type = JSON_OTHER;
	node->text = arena_copy(p->arena, p->at, length);
	p->wrong = p->wrong || !length;
	p->at += length;
}

/* The next value; a list or mapping is open then. */
static struct json_node *
take_value(struct json_parser *p)
{
	struct json_node *node = arena_alloc(p->arena, sizeof *node);
	node->key = take_key(p);
	node->parent = p->open;
	if (p->open && p->open->last)
		p->open->last->next = node;
	else if (p->open)
		p->open->first = node;
	if (p->open)
		p->open->last = node;
	if (*p->at == '"') {
		node->text = take_string(p);
	} else if (*p->at == '[' || *p->at == '{') {
		node->type = *p->at++ == '[' ? JSON_LIST : JSON_MAP;
		p->open = node;
		p->wrong = p->wrong || ++p->depth > JSON_DEPTH;
	} else {
		take_other(p, node);
	}
	return node;
}

/* Behind a value: what it closes, and whether another one comes. */
static bool
more_comes(struct json_parser *p)
{
	for (skip_blanks(p); p->open && !p->wrong; skip_blanks(p)) {
		bool empty = !p->open->first;
		if (*p->at == (p->open->type == JSON_LIST ? ']' : '}')) {
			p->open = p->open->parent;
			p->depth--;
			p->at++;
			continue;
		}
		if (!empty)
			p->wrong = *p->at++ != ',';
		skip_blanks(p);
		return !p->wrong;
	}
	return false;
}

const struct json_node *
json_tree_parse(struct arena *arena, const char *text)
{
	struct json_parser p = {.arena = arena, .at = text};
	skip_blanks(&p);
	const struct json_node *root = take_value(&p);
	while (!p.wrong && more_comes(&p))
		take_value(&p);
	return p.wrong || p.open || *p.at ? NULL : root;
}

const struct json_node *
json_node_find(const struct json_node *node, const char *key)
{
	const struct json_node *child = node && node->type == JSON_MAP ? node->first : NULL;
	while (child && (!child->key || strcmp(child->key, key) != 0))
		child = child->next;
	return child;
}

const char *
json_node_text(const struct json_node *node, const char *key)
{
	const struct json_node *found = json_node_find(node, key);
	return found && found->type == JSON_TEXT ? found->text : NULL;
}
