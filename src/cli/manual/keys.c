/* SPDX-License-Identifier: MIT */
/* presale keys, and presale help of a key: the keys of the format, printed. */
#include "cli/manual/keys.h"

#include "cli/call/library.h"
#include "cli/call/rows.h"
#include "cli/call/values.h"
#include "cli/call/run.h"
#include "support/json.h"
#include "support/utf8.h"

#include <string.h>

/* The keys, and what they are said with. */
struct keys_printer {
	struct arguments *args;
	struct presale *library;
	const struct presale_key *keys;
	size_t count;
	int lang;
	struct buf *out;
};

static bool
is_word(struct keys_printer *p, const char *word, const char *typed)
{
	struct arena *arena = &p->args->arena;
	return strcmp(utf8_fold(arena, word, FOLD_KEY), utf8_fold(arena, typed, FOLD_KEY)) == 0;
}

/* True when a word is one of those parted by |. */
static bool
is_among(struct keys_printer *p, const char *words, const char *typed)
{
	char *rest, *copy = arena_string(&p->args->arena, words);
	bool is = false;
	for (char *word = strtok_r(copy, "|", &rest); word && !is;
	     word = strtok_r(NULL, "|", &rest))
		is = is_word(p, word, typed);
	return is;
}

static bool
is_key(struct keys_printer *p, const struct presale_key *key, const char *typed)
{
	bool is = false;
	for (int lang = 0; lang < 2; lang++)
		is |= is_word(p, key->key[lang], typed) || is_among(p, key->others[lang], typed);
	return is;
}

/* The English name of the kind that is typed: its name, or a key that holds things of it. NULL when
 * there is none. */
static const char *
find_kind(struct keys_printer *p, const char *typed)
{
	const char *found = NULL;
	for (size_t i = 0; i < p->count; i++) {
		const struct presale_key *key = &p->keys[i];
		if (is_word(p, key->kind[0], typed) || is_word(p, key->kind[1], typed))
			return key->kind[0];
		if (!found && key->holds[0] && is_key(p, key, typed))
			found = key->holds[0];
	}
	return found;
}

static const char *
left_of(struct keys_printer *p, const struct presale_key *key)
{
	return arena_printf(&p->args->arena, "%s (%s)", key->key[p->lang], key->key[!p->lang]);
}

/* What a key says and takes, in one sentence. */
static const char *
right_of(struct keys_printer *p, const struct presale_key *key)
{
	const char *text =
	    call_say(p->args, SAY_KEYS_TAKES, key->about[p->lang], key->takes[p->lang]);
	if (!key->required)
		return text;
	return arena_printf(&p->args->arena, "%s; %s", text,
			    call_say(p->args, SAY_KEYS_REQUIRED, NULL, NULL));
}

/* «этап – стоит под: этапы (файл)» */
static void
put_kind_title(struct keys_printer *p, const struct presale_key *first)
{
	int lang = p->lang;
	const char *places = "";
	for (size_t i = 0; i < p->count; i++) {
		const struct presale_key *key = &p->keys[i];
		if (key->holds[0] && strcmp(key->holds[0], first->kind[0]) == 0)
			places = arena_printf(&p->args->arena, "%s%s%s (%s)", places,
					      *places ? ", " : "", key->key[lang], key->kind[lang]);
	}
	rows_put(p->out, first->kind[lang],
		 *places ? call_say(p->args, SAY_KEYS_KIND, places, NULL)
			 : call_say(p->args, SAY_KEYS_FILE, NULL, NULL));
	buf_putc(p->out, '\n');
}

static void
put_kind(struct keys_printer *p, const char *kind)
{
	bool begun = false;
	for (size_t i = 0; i < p->count; i++) {
		const struct presale_key *key = &p->keys[i];
		if (strcmp(key->kind[0], kind) != 0)
			continue;
		if (!begun)
			put_kind_title(p, key);
		begun = true;
		rows_put(p->out, left_of(p, key), right_of(p, key));
		rows_put_below(p->out, key->line[p->lang]);
	}
	buf_printf(p->out, "\n%s\n", call_say(p->args, SAY_KEYS_MORE, NULL, NULL));
}

/* Each kind with its keys. */
static void
put_kinds(struct keys_printer *p)
{
	buf_printf(p->out, "%s\n\n", call_say(p->args, SAY_KEYS_ALL, NULL, NULL));
	for (size_t i = 0; i < p->count;) {
		const struct presale_key *first = &p->keys[i];
		const char *keys = first->key[p->lang];
		for (i++; i < p->count && p->keys[i].kind[0] == first->kind[0]; i++)
			keys =
			    arena_printf(&p->args->arena, "%s, %s", keys, p->keys[i].key[p->lang]);
		rows_put(p->out, first->kind[p->lang], keys);
	}
	buf_printf(p->out, "\n%s\n", call_say(p->args, SAY_KEYS_MORE_KINDS, NULL, NULL));
}

/* A text in a cell of a table. */
static void
put_cell(struct buf *out, const char *text)
{
	for (; *text; text++)
		buf_printf(out, *text == '|' ? "\\%c" : "%c", *text);
}

static void
put_markdown_key(struct keys_printer *p, const struct presale_key *key)
{
	buf_printf(p->out, "| `%s`, `%s` | ", key->key[p->lang], key->key[!p->lang]);
	put_cell(p->out, right_of(p, key));
	buf_puts(p->out, " | `");
	put_cell(p->out, key->line[p->lang]);
	buf_puts(p->out, "` |\n");
}

/* Of a kind, or with NULL of all. */
static void
put_markdown(struct keys_printer *p, const char *kind)
{
	const char *before = "";
	buf_printf(p->out, "# %s\n", call_say(p->args, SAY_KEYS_TITLE, NULL, NULL));
	for (size_t i = 0; i < p->count; i++) {
		const struct presale_key *key = &p->keys[i];
		if (kind && strcmp(key->kind[0], kind) != 0)
			continue;
		if (strcmp(key->kind[0], before) != 0) {
			buf_printf(p->out, "\n## %s\n\n", key->kind[p->lang]);
			buf_puts(p->out, call_say(p->args, SAY_KEYS_HEADS, NULL, NULL));
			buf_puts(p->out, "\n| --- | --- | --- |\n");
		}
		before = key->kind[0];
		put_markdown_key(p, key);
	}
}

static void
put_json_texts(struct json *json, const char *name, const char *const texts[2])
{
	json_key(json, name);
	json_object(json);
	json_member_string(json, "en", texts[0]);
	json_member_string(json, "ru", texts[1]);
	json_object_end(json);
}

static void
put_json_key(struct json *json, const struct presale_key *key)
{
	json_object(json);
	put_json_texts(json, "kind", key->kind);
	put_json_texts(json, "key", key->key);
	put_json_texts(json, "others", key->others);
	put_json_texts(json, "about", key->about);
	put_json_texts(json, "takes", key->takes);
	put_json_texts(json, "holds", key->holds);
	json_member_boolean(json, "required", key->required);
	put_json_texts(json, "line", key->line);
	put_json_texts(json, "example", key->example);
	json_object_end(json);
}

static void
put_json(struct keys_printer *p, const char *kind)
{
	struct json json = {.out = p->out, .indent = 2};
	json_array(&json);
	for (size_t i = 0; i < p->count; i++)
		if (!kind || strcmp(p->keys[i].kind[0], kind) == 0)
			put_json_key(&json, &p->keys[i]);
	json_array_end(&json);
	buf_putc(p->out, '\n');
}

/* The example, each line indented. */
static void
put_example(struct buf *out, const char *text)
{
	buf_putc(out, '\n');
	for (; *text; text += strcspn(text, "\n") + 1)
		buf_printf(out, "    %.*s\n", (int)strcspn(text, "\n"), text);
}

/* Words parted by |, to be read. */
static const char *
with_commas(struct keys_printer *p, const char *words)
{
	struct arena *arena = &p->args->arena;
	const char *list = "";
	for (size_t length; *words; words += length + (words[length] == '|')) {
		length = strcspn(words, "|");
		list = arena_printf(arena, "%s%s%.*s", list, *list ? ", " : "", (int)length, words);
	}
	return list;
}

static void
put_key(struct keys_printer *p, const struct presale_key *key)
{
	const char *others = key->others[p->lang];
	if (p->out->length)
		buf_putc(p->out, '\n');
	buf_printf(p->out, "%s – %s\n", left_of(p, key), key->kind[p->lang]);
	rows_put(p->out, "", right_of(p, key));
	if (*others)
		rows_put(p->out, "",
			 call_say(p->args, SAY_KEYS_OTHERS, with_commas(p, others), NULL));
	put_example(p->out, key->example[p->lang]);
}

/* A key at each kind of thing that has it, else the keys of a kind; false for another word. */
static bool
put_word(struct keys_printer *p, const char *word)
{
	for (size_t i = 0; i < p->count; i++)
		if (is_key(p, &p->keys[i], word))
			put_key(p, &p->keys[i]);
	const char *kind = find_kind(p, word);
	size_t first = 0;
	while (kind && strcmp(p->keys[first].kind[0], kind) != 0)
		first++;
	bool said = p->out->length > 0;
	if (kind && !said)
		put_kind(p, kind);
	else if (kind)
		buf_printf(p->out, "\n%s\n",
			   call_say(p->args, SAY_KEYS_OF_KIND, p->keys[first].kind[p->lang], NULL));
	return said || kind;
}

/* Prints what a function says of a word, unless it gives false. */
static bool
print_keys(struct arguments *args, bool (*put)(struct keys_printer *p, const char *word),
	   const char *word)
{
	struct buf out = {0};
	int lang = args_lang(args);
	struct presale *library = library_open(lang);
	struct keys_printer p = {.args = args, .library = library, .lang = lang, .out = &out};
	p.keys = library_keys(library, &p.count);
	bool known = put(&p, word);
	if (known)
		call_put(true, &out);
	buf_free(&out);
	presale_close(library);
	return known;
}

bool
keys_explain(struct arguments *args, const char *word)
{
	return print_keys(args, put_word, word);
}

/* The keys of the kind that is asked for, or of all, in the format that is; false when there is no
 * such kind. */
static bool
put_asked(struct keys_printer *p, const char *word)
{
	const char *format = args_value(p->args, OPTION_LIST_FORMAT);
	const char *kind = word ? find_kind(p, word) : NULL;
	if (word && !kind)
		return put_word(p, word);
	if (format && strcmp(format, "json") == 0)
		put_json(p, kind);
	else if (format && strcmp(format, "md") == 0)
		put_markdown(p, kind);
	else if (kind)
		put_kind(p, kind);
	else
		put_kinds(p);
	return true;
}

enum presale_status
run_keys(struct arguments *args)
{
	const char *word = args->file_count ? args->files[0] : NULL;
	if (print_keys(args, put_asked, word))
		return PRESALE_CLEAN;
	call_complain_unknown(args, call_say(args, SAY_NO_KIND, word, NULL), word,
			      values_known(args, VALUE_KIND, NULL));
	return PRESALE_USAGE;
}
