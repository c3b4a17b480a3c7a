/* SPDX-License-Identifier: MIT */
/* One walk over cmark's tree makes the runs; Markdown and HTML are cmark's own renderings of a tree
 * that was mended first. */
#include "text/prose.h"

#include "support/buf.h"
#include "text/address.h"
#include "text/uri.h"
#include "text/visible.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_MARKERS = 32, LIST_LEVELS = 64 };

static void *
take_zeros(size_t count, size_t size)
{
	return memory_zeros(count * size);
}

/* What cmark allocates is memory of ours: its own allocator aborts when there is none. */
static cmark_mem *
own_memory(void)
{
	static const cmark_mem memory = {take_zeros, memory_resize, memory_free};
	return (cmark_mem *)(uintptr_t)&memory;
}

static cmark_node *
node_new(cmark_node_type type)
{
	return cmark_node_new_with_mem(type, own_memory());
}

/* Text that is the same in every syntax: one line without a character that CommonMark might take
 * for markup. */
static bool
is_plain(const char *text, size_t length)
{
	if (!length || strchr(" \t-+#|=", text[0]))
		return length == 0;
	size_t digits = strspn(text, "0123456789");
	if (digits && (text[digits] == '.' || text[digits] == ')'))
		return false;
	return strcspn(text, "\n\r\\`*_[]<>&~$") >= length;
}

/* What cmark 0.30 takes quadratic time for: very long texts, and very many nested quotes and
 * lists. */
static bool
is_too_much(const char *text, size_t length)
{
	if (length > PROSE_LIMIT)
		return true;
	for (const char *line = text; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		int markers = 0;
		for (const char *p = line; *p && strchr(" \t>-+*.)0123456789", *p); p++)
			markers += strchr(">-+*.)", *p) != NULL;
		/* A rule of many hyphens or stars is no nesting. */
		if (markers > LINE_MARKERS && line[strspn(line, " -")] != '\n' &&
		    line[strspn(line, " *")] != '\n')
			return true;
	}
	return false;
}

/* Length without blank space at the end. */
static size_t
trimmed(const char *text)
{
	size_t length = strlen(text);
	while (length && strchr(" \t\r\n", text[length - 1]))
		length--;
	return length;
}

/* A text node in place of raw HTML, in a paragraph of its own where that stood as a block. */
static void
show_html(cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);
	size_t length = trimmed(literal);
	cmark_node *text = node_new(CMARK_NODE_TEXT), *whole = text;
	char *copy = memory_alloc(length + 1);
	for (size_t i = 0; i < length; i++)
		copy[i] = literal[i] == '\n' || literal[i] == '\r' ? ' ' : literal[i];
	copy[length] = '\0';
	cmark_node_set_literal(text, copy);
	memory_free(copy);
	if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
		whole = node_new(CMARK_NODE_PARAGRAPH);
		cmark_node_append_child(whole, text);
	}
	cmark_node_replace(node, whole);
	cmark_node_free(node);
}

/* Puts a node's children in its place. */
static void
unwrap(cmark_node *node)
{
	for (cmark_node *child = cmark_node_first_child(node); child;
	     child = cmark_node_first_child(node))
		cmark_node_insert_before(node, child);
	cmark_node_unlink(node);
	cmark_node_free(node);
}

/* Puts a link to a picture in the picture's place. */
static void
make_link(cmark_node *picture)
{
	cmark_node *link = node_new(CMARK_NODE_LINK);
	cmark_node_set_url(link, cmark_node_get_url(picture));
	for (cmark_node *child = cmark_node_first_child(picture); child;
	     child = cmark_node_first_child(picture))
		cmark_node_append_child(link, child);
	cmark_node_replace(picture, link);
	cmark_node_free(picture);
}

/* Replaces a heading deeper than level 6 by a strong paragraph. */
static void
make_strong(cmark_node *heading)
{
	cmark_node *paragraph = node_new(CMARK_NODE_PARAGRAPH),
		   *strong = node_new(CMARK_NODE_STRONG);
	for (cmark_node *child = cmark_node_first_child(heading); child;
	     child = cmark_node_first_child(heading))
		cmark_node_append_child(strong, child);
	cmark_node_append_child(paragraph, strong);
	cmark_node_replace(heading, paragraph);
	cmark_node_free(heading);
}

static int
highest_heading(cmark_node *document)
{
	int highest = 7;
	for (cmark_node *node = cmark_node_first_child(document); node;
	     node = cmark_node_next(node))
		if (cmark_node_get_type(node) == CMARK_NODE_HEADING &&
		    cmark_node_get_heading_level(node) < highest)
			highest = cmark_node_get_heading_level(node);
	return highest;
}

static bool
is_text(cmark_node *node, const char *text)
{
	bool alone = node && cmark_node_get_type(node) == CMARK_NODE_TEXT && !cmark_node_next(node);
	return alone && strcmp(cmark_node_get_literal(node), text) == 0;
}

/* Puts an address that may not be a link behind the text that was to lead there. */
static void
show_address(cmark_node *link, const char *url, struct arena *arena)
{
	if (!*url || is_text(cmark_node_first_child(link), url))
		return;
	cmark_node *text = node_new(CMARK_NODE_TEXT);
	cmark_node_set_literal(text, arena_printf(arena, " (%s)", visible_text(arena, url)));
	cmark_node_append_child(link, text);
}

/* A link that leads on gets its address in order, another is undone. */
static void
mend_link(cmark_node *node, bool unlink)
{
	const char *url = cmark_node_get_url(node);
	struct arena arena = {0};
	if (!unlink && uri_is_link(url)) {
		cmark_node_set_url(node, uri_of(&arena, url, URI_LETTERS));
	} else {
		if (!unlink)
			show_address(node, url, &arena);
		unwrap(node);
	}
	arena_free(&arena);
}

/* The text of a link that is written as its address alone goes with the address. */
static void
hide_own_text(cmark_node *link)
{
	cmark_node *text = cmark_node_first_child(link);
	const char *url = cmark_node_get_url(link),
		   *shown = text ? cmark_node_get_literal(text) : NULL;
	if (!shown || cmark_node_next(text))
		return;
	size_t mail = strncmp(url, "mailto:", strlen("mailto:")) == 0 ? strlen("mailto:") : 0;
	if (strcmp(url, shown) == 0 || strcmp(url + mail, shown) == 0)
		cmark_node_set_literal(text, ADDRESS_HIDDEN);
}

/* Mends the tree: no raw HTML, no address that is not allowed, headings below `heading`. A node is
 * changed when the walk leaves it, so that nothing under it is visited any more. */
static void
mend(cmark_node *document, int heading, bool unlink)
{
	int shift = heading - highest_heading(document);
	cmark_iter *iter = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter)) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) {
			show_html(node);
		} else if (event == CMARK_EVENT_EXIT &&
			   (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)) {
			if (unlink)
				hide_own_text(node);
			mend_link(node, unlink);
		} else if (event == CMARK_EVENT_EXIT && type == CMARK_NODE_HEADING && shift > 0) {
			int level = cmark_node_get_heading_level(node) + shift;
			if (level > 6)
				make_strong(node);
			else
				cmark_node_set_heading_level(node, level);
		}
	}
	cmark_iter_free(iter);
	cmark_consolidate_text_nodes(document);
}

/* A document that shows the text letter by letter. */
static cmark_node *
literal_document(const char *text, size_t length)
{
	cmark_node *document = node_new(CMARK_NODE_DOCUMENT),
		   *block = node_new(CMARK_NODE_CODE_BLOCK);
	char *copy = memory_alloc(length + 2);
	memcpy(copy, text, length);
	memcpy(copy + length, "\n", 2);
	cmark_node_set_literal(block, copy);
	memory_free(copy);
	cmark_node_append_child(document, block);
	return document;
}

static cmark_node *
parse(const char *text, size_t length, int heading, bool unlink)
{
	if (is_too_much(text, length))
		return literal_document(text, length);
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, own_memory());
	cmark_parser_feed(parser, text, length);
	cmark_node *document = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	mend(document, heading, unlink);
	return document;
}

static cmark_node *
new_text(const char *start, const char *end)
{
	cmark_node *text = node_new(CMARK_NODE_TEXT);
	char *copy = memory_alloc((size_t)(end - start) + 1);
	memcpy(copy, start, (size_t)(end - start));
	copy[end - start] = '\0';
	cmark_node_set_literal(text, copy);
	memory_free(copy);
	return text;
}

/* Parts a text node where the linker finds something; the node itself keeps what follows the last
 * link. */
static void
link_text(cmark_node *node, const struct prose_linker *linker)
{
	const char *literal = cmark_node_get_literal(node), *at = literal;
	struct prose_link found;
	while (linker->next(linker->data, at, &found)) {
		if (found.start > at)
			cmark_node_insert_before(node, new_text(at, found.start));
		cmark_node *link = node_new(CMARK_NODE_LINK);
		cmark_node_set_url(link, found.href);
		cmark_node_append_child(link, new_text(found.start, found.end));
		cmark_node_insert_before(node, link);
		at = found.end;
	}
	if (at > literal) {
		cmark_node *rest = new_text(at, at + strlen(at));
		cmark_node_set_literal(node, cmark_node_get_literal(rest));
		cmark_node_free(rest);
	}
}

/* Marks that others add to CommonMark: ~~struck~~ and $mathematics$ anywhere, and what makes two
 * lines a table. */
static bool
is_foreign_mark(const cmark_node *node, const char *literal, const char *at)
{
	if (*at == '~' || *at == '$')
		return true;
	cmark_node *before =
	    at == literal ? cmark_node_previous((cmark_node *)(uintptr_t)node) : NULL;
	return before && cmark_node_get_type(before) == CMARK_NODE_LINEBREAK &&
	       (*at == '|' || *at == ':');
}

/* Parts a text node at such marks, each of which gets a backslash; the node itself keeps what
 * follows the last. */
static void
escape_text(cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node), *rest = literal;
	for (const char *at = literal; *at; at++) {
		if (!is_foreign_mark(node, literal, at))
			continue;
		char escaped[] = {'\\', *at, '\0'};
		cmark_node *mark = node_new(CMARK_NODE_CUSTOM_INLINE);
		cmark_node_set_on_enter(mark, escaped);
		if (at > rest)
			cmark_node_insert_before(node, new_text(rest, at));
		cmark_node_insert_before(node, mark);
		rest = at + 1;
	}
	if (rest > literal) {
		cmark_node *kept = new_text(rest, rest + strlen(rest));
		cmark_node_set_literal(node, cmark_node_get_literal(kept));
		cmark_node_free(kept);
	}
}

static void
escape_marks(cmark_node *document)
{
	cmark_iter *iter = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter))
		if (cmark_node_get_type(cmark_iter_get_node(iter)) == CMARK_NODE_TEXT)
			escape_text(cmark_iter_get_node(iter));
	cmark_iter_free(iter);
}

/* Puts the linker's links into running text. */
static void
link_words(cmark_node *document, const struct prose_linker *linker)
{
	int closed = 0;
	cmark_iter *iter = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter)) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		bool link = type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE;
		if (link && event == CMARK_EVENT_ENTER && linker->address)
			cmark_node_set_url(node,
					   linker->address(linker->data, cmark_node_get_url(node)));
		if (link || type == CMARK_NODE_HEADING)
			closed += event == CMARK_EVENT_ENTER ? 1 : -1;
		else if (type == CMARK_NODE_TEXT && !closed)
			link_text(node, linker);
	}
	cmark_iter_free(iter);
}

/* Plain text with the linker's links around words. */
static const char *
link_plain(struct arena *arena, const char *text, size_t length, const struct prose_linker *linker,
	   bool html)
{
	const char *plain = text[length] ? arena_copy(arena, text, length) : text, *at = plain;
	struct prose_link link;
	struct buf out = {0};
	while (linker && linker->next(linker->data, at, &link)) {
		buf_add(&out, at, (size_t)(link.start - at));
		int words = (int)(link.end - link.start);
		if (html)
			buf_printf(&out, "<a href=\"%s\">%.*s</a>", link.href, words, link.start);
		else
			buf_printf(&out, "[%.*s](%s)", words, link.start, link.href);
		at = link.end;
	}
	if (at > plain) {
		buf_puts(&out, at);
		plain = arena_copy(arena, buf_text(&out), out.length);
	}
	buf_free(&out);
	return plain;
}

/* Keeps what cmark rendered, without line ends at the end. */
static const char *
keep(struct arena *arena, char *rendered)
{
	const char *kept = arena_copy(arena, rendered, trimmed(rendered));
	memory_free(rendered);
	return kept;
}

static const char *
markdown(struct arena *arena, const char *text, int heading, const struct prose_linker *linker)
{
	size_t length = trimmed(text);
	if (is_plain(text, length))
		return link_plain(arena, text, length, linker, false);
	cmark_node *document = parse(text, length, heading, false);
	if (linker)
		link_words(document, linker);
	escape_marks(document);
	const char *result = keep(arena, cmark_render_commonmark(document, CMARK_OPT_NOBREAKS, 0));
	cmark_node_free(document);
	return result;
}

const char *
prose_markdown(struct arena *arena, const char *text, int heading)
{
	return markdown(arena, text, heading, NULL);
}

const char *
prose_markdown_linked(struct arena *arena, const char *text, int heading,
		      const struct prose_linker *linker)
{
	return markdown(arena, text, heading, linker);
}

/* The running text of a block and the nodes that it is in: an address may go through several. */
struct passage {
	struct buf text, marks; /* beside each byte of the text: KEPT … */
	struct {
		cmark_node *node;
		size_t start;
	} *pieces;
	size_t count;
};

enum mark { KEPT, DROPPED, FIRST_DROPPED };

static void
add_piece(struct passage *passage, cmark_node *node, const char *text)
{
	passage->pieces = list_grow(passage->pieces, passage->count, sizeof *passage->pieces);
	passage->pieces[passage->count].node = node;
	passage->pieces[passage->count++].start = passage->text.length;
	buf_puts(&passage->text, text);
}

/* Marks what goes; false when nothing does. */
static bool
mark_addresses(struct passage *passage)
{
	const char *text = buf_text(&passage->text);
	struct address found;
	for (size_t i = 0; i < passage->text.length; i++)
		buf_putc(&passage->marks, KEPT);
	bool any = false;
	for (const char *at = text; address_next(at, &found); at = found.end) {
		size_t length = (size_t)((found.name ? found.name : found.end) - found.start);
		memset(passage->marks.data + (found.start - text), DROPPED, length);
		if (!found.name)
			passage->marks.data[found.start - text] = FIRST_DROPPED;
		any = true;
	}
	return any;
}

/* Changes a text; one that is empty goes with the emphasis around it. */
static void
set_text(cmark_node *node, const char *text)
{
	cmark_node_set_literal(node, text);
	for (cmark_node *above; !*text && cmark_node_get_type(node) != CMARK_NODE_CODE_BLOCK;
	     node = above) {
		above = cmark_node_parent(node);
		cmark_node_free(node);
		cmark_node_type type = cmark_node_get_type(above);
		if (cmark_node_first_child(above) ||
		    (type != CMARK_NODE_EMPH && type != CMARK_NODE_STRONG))
			break;
	}
}

/* Takes the addresses out of a block's nodes; true when there were some. */
static bool
end_passage(struct passage *passage)
{
	bool any = mark_addresses(passage);
	for (size_t i = 0; any && i < passage->count; i++) {
		struct buf kept = {0};
		size_t end =
		    i + 1 < passage->count ? passage->pieces[i + 1].start : passage->text.length;
		for (size_t at = passage->pieces[i].start; at < end; at++)
			if (passage->marks.data[at] == KEPT)
				buf_putc(&kept, passage->text.data[at]);
			else if (passage->marks.data[at] == FIRST_DROPPED)
				buf_puts(&kept, ADDRESS_HIDDEN);
		if (passage->pieces[i].node)
			set_text(passage->pieces[i].node, buf_text(&kept));
		buf_free(&kept);
	}
	buf_clear(&passage->text);
	buf_clear(&passage->marks);
	passage->count = 0;
	return any;
}

static bool
hide_addresses(cmark_node *document)
{
	struct passage passage = {.count = 0};
	bool any = false;
	cmark_iter *iter = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter)) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE ||
		    type == CMARK_NODE_CODE_BLOCK)
			add_piece(&passage, node, cmark_node_get_literal(node));
		else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
			add_piece(&passage, NULL, "\n");
		if (type <= CMARK_NODE_LAST_BLOCK)
			any = end_passage(&passage) || any;
	}
	cmark_iter_free(iter);
	buf_free(&passage.text);
	buf_free(&passage.marks);
	memory_free(passage.pieces);
	return any;
}

const char *
prose_unlinked(struct arena *arena, const char *text)
{
	size_t length = trimmed(text);
	if (is_plain(text, length))
		return address_hidden(arena, text);
	cmark_node *document = parse(text, length, 1, true);
	/* What links refer to is defined in brackets, and seen nowhere else. */
	bool changed = hide_addresses(document) || strpbrk(text, "[<");
	if (changed) {
		escape_marks(document);
		text = keep(arena, cmark_render_commonmark(document, CMARK_OPT_NOBREAKS, 0));
	}
	cmark_node_free(document);
	return text;
}

static bool
is_paragraph(cmark_node *document)
{
	cmark_node *first = cmark_node_first_child(document);
	return first && cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH &&
	       !cmark_node_next(first);
}

/* A picture would be a request to somewhere: in a page it is a link to itself. A link within a
 * picture or the other way round gives way to the outer one. */
static void
link_pictures(cmark_node *document)
{
	int open = 0;
	cmark_iter *iter = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter)) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		if (type != CMARK_NODE_IMAGE && type != CMARK_NODE_LINK)
			continue;
		open += event == CMARK_EVENT_ENTER ? 1 : -1;
		if (event == CMARK_EVENT_ENTER)
			continue;
		if (open)
			unwrap(node);
		else if (type == CMARK_NODE_IMAGE)
			make_link(node);
	}
	cmark_iter_free(iter);
}

const char *
prose_html(struct arena *arena, const char *text, int heading)
{
	return prose_html_linked(arena, text, heading, NULL);
}

const char *
prose_html_linked(struct arena *arena, const char *text, int heading,
		  const struct prose_linker *linker)
{
	static const char open[] = "<p>", close[] = "</p>";
	size_t length = trimmed(text);
	if (is_plain(text, length) && !memchr(text, '"', length))
		return link_plain(arena, text, length, linker, true);
	cmark_node *document = parse(text, length, heading, false);
	link_pictures(document);
	if (linker)
		link_words(document, linker);
	const char *html = keep(arena, cmark_render_html(document, CMARK_OPT_DEFAULT));
	if (is_paragraph(document))
		html = arena_copy(arena, html + strlen(open),
				  strlen(html) - strlen(open) - strlen(close));
	cmark_node_free(document);
	return html;
}

/* What the walk knows while it makes runs. */
struct builder {
	struct arena *arena;
	struct runs runs;
	struct buf text;          /* of the run under way */
	struct run look;          /* its look */
	int bold, italic;         /* marks open */
	int level;                /* lists open */
	int numbers[LIST_LEVELS]; /* of the next item, by level; 0 for a bullet */
	bool marker;              /* an item waits for its first text */
	bool started;
};

static void
flush(struct builder *b)
{
	if (!b->text.length)
		return;
	b->runs.items =
	    arena_grow(b->arena, b->runs.items, b->runs.count, 1, sizeof *b->runs.items);
	struct run *run = &b->runs.items[b->runs.count++];
	*run = b->look;
	run->text = arena_copy(b->arena, buf_text(&b->text), b->text.length);
	buf_clear(&b->text);
}

static void
put(struct builder *b, struct run look, const char *text)
{
	bool same = look.href == b->look.href && look.bold == b->look.bold &&
		    look.italic == b->look.italic && look.code == b->look.code;
	if (!same)
		flush(b);
	b->look = look;
	buf_puts(&b->text, text);
}

static struct run
look_now(const struct builder *b, bool code)
{
	return (struct run){
	    .href = b->look.href, .bold = b->bold > 0, .italic = b->italic > 0, .code = code};
}

/* A new line with the indent and, for the first of an item, the mark of its list. */
static void
start_block(struct builder *b)
{
	struct run look = {0};
	b->look.href = NULL;
	if (b->started)
		put(b, look, "\n");
	b->started = true;
	int level = b->level < LIST_LEVELS ? b->level : LIST_LEVELS;
	for (int i = 1; i < level + (!b->marker && level > 0); i++)
		put(b, look, "  ");
	if (b->marker && level) {
		int *number = &b->numbers[level - 1];
		put(b, look, *number ? arena_printf(b->arena, "%d. ", *number) : "• ");
		*number += *number != 0;
	}
	b->marker = false;
}

/* A block of code, line by line. */
static void
put_code_block(struct builder *b, const char *literal)
{
	start_block(b);
	size_t length = trimmed(literal);
	put(b, look_now(b, true), arena_copy(b->arena, literal, length));
}

static void
open_list(struct builder *b, cmark_node *node)
{
	b->level++;
	if (b->level <= LIST_LEVELS)
		b->numbers[b->level - 1] = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
					       ? cmark_node_get_list_start(node)
					       : 0;
}

static void
enter(struct builder *b, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_LIST:
		open_list(b, node);
		break;
	case CMARK_NODE_ITEM:
		b->marker = true;
		break;
	case CMARK_NODE_HEADING:
		b->bold++;
		start_block(b);
		break;
	case CMARK_NODE_PARAGRAPH:
		start_block(b);
		break;
	case CMARK_NODE_CODE_BLOCK:
		put_code_block(b, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		start_block(b);
		put(b, look_now(b, false), "—");
		break;
	case CMARK_NODE_STRONG:
		b->bold++;
		break;
	case CMARK_NODE_EMPH:
		b->italic++;
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		flush(b);
		b->look.href = arena_string(b->arena, cmark_node_get_url(node));
		break;
	case CMARK_NODE_TEXT:
		put(b, look_now(b, false), cmark_node_get_literal(node));
		break;
	case CMARK_NODE_CODE:
		put(b, look_now(b, true), cmark_node_get_literal(node));
		break;
	case CMARK_NODE_SOFTBREAK:
		put(b, look_now(b, false), " ");
		break;
	case CMARK_NODE_LINEBREAK:
		put(b, look_now(b, false), "\n");
		break;
	default: /* what has no look of its own: documents, quotes; HTML was mended away */
		break;
	}
}

static void
leave(struct builder *b, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_LIST:
		b->level--;
		break;
	case CMARK_NODE_ITEM:
		b->marker = false;
		break;
	case CMARK_NODE_HEADING:
	case CMARK_NODE_STRONG:
		b->bold--;
		break;
	case CMARK_NODE_EMPH:
		b->italic--;
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		flush(b);
		b->look.href = NULL;
		break;
	default: /* leaves and blocks that leave nothing open */
		break;
	}
}

struct runs
prose_runs(struct arena *arena, const char *text)
{
	struct builder b = {.arena = arena};
	size_t length = trimmed(text);
	if (is_plain(text, length) || is_too_much(text, length)) {
		if (length)
			put(&b, (struct run){0},
			    text[length] ? arena_copy(arena, text, length) : text);
	} else {
		cmark_node *document = parse(text, length, 1, false);
		cmark_iter *iter = cmark_iter_new(document);
		for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
		     event = cmark_iter_next(iter)) {
			if (event == CMARK_EVENT_ENTER)
				enter(&b, cmark_iter_get_node(iter));
			else
				leave(&b, cmark_iter_get_node(iter));
		}
		cmark_iter_free(iter);
		cmark_node_free(document);
	}
	flush(&b);
	if (!b.runs.count && length) { /* nothing but marks: the quote > of nothing */
		put(&b, (struct run){0}, arena_copy(arena, text, length));
		flush(&b);
	}
	buf_free(&b.text);
	return b.runs;
}

const char *
prose_plain(struct arena *arena, const char *text)
{
	size_t length = trimmed(text);
	if (is_plain(text, length))
		return text[length] ? arena_copy(arena, text, length) : text;
	struct runs runs = prose_runs(arena, text);
	struct buf plain = {0};
	for (size_t i = 0; i < runs.count; i++)
		buf_puts(&plain, runs.items[i].text);
	const char *result = arena_copy(arena, buf_text(&plain), plain.length);
	buf_free(&plain);
	return result;
}
