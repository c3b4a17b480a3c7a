/* SPDX-License-Identifier: MIT */
/* Addresses in running text become links. */
#include "support/utf8.h"
#include "text/address.h"
#include "text/prose/extra.h"
#include "text/uri.h"

#include <string.h>

struct seeker {
	struct arena arena;
	const char *open_end; /* of a text that goes on in another look: what ends there may not be
				 all of its address; else NULL */
};

/* A mailbox that every reader of Markdown takes for one: of ASCII, no sign of its host last in a
 * label. */
static bool
is_mailbox(const char *text)
{
	const char *host = strchr(text, '@');
	if (!address_is_mailbox(text))
		return false;
	for (const char *at = text; *at; at++) {
		bool wordy = ascii_is_letter(*at) || ascii_is_digit(*at);
		if (!wordy && !strchr(at < host ? ".-_+" : ".-@", *at))
			return false;
		if (!wordy && at >= host && !ascii_is_letter(at[1]) && !ascii_is_digit(at[1]))
			return false;
	}
	return true;
}

/* Where an address leads; NULL when that is not sure. */
static const char *
target_of(struct arena *arena, const char *text)
{
	static const char mailto[] = "mailto:", www[] = "www.";
	const char *host = strstr(text, "://");
	if (uri_has_scheme(text)) {
		bool named = host && (ascii_is_letter(host[3]) || ascii_is_digit(host[3]) ||
				      (unsigned char)host[3] >= 0x80);
		if (strncmp(text, mailto, strlen(mailto)) == 0)
			named = is_mailbox(text + strlen(mailto));
		return named && uri_is_link(text) ? uri_of(arena, text, URI_LETTERS) : NULL;
	}
	if (strncmp(text, www, strlen(www)) == 0)
		return uri_of(arena, arena_printf(arena, "http://%s", text), URI_LETTERS);
	return is_mailbox(text) ? arena_printf(arena, "%s%s", mailto, text) : NULL;
}

static bool
next_address(void *data, const char *at, struct prose_link *link)
{
	struct seeker *seeker = data;
	struct address found;
	for (; address_next(at, &found); at = found.end) {
		if (found.name || found.end == seeker->open_end)
			continue;
		link->start = found.start;
		link->end = found.end;
		link->href =
		    target_of(&seeker->arena, arena_copy(&seeker->arena, found.start,
							 (size_t)(found.end - found.start)));
		if (link->href)
			return true;
	}
	return false;
}

static void
link_addresses(cmark_node *node, struct seeker *seeker)
{
	const char *text = cmark_node_get_literal(node);
	if (!strchr(text, '@') && !strstr(text, "://") && !strstr(text, "www."))
		return;
	cmark_node *next = cmark_node_next(node);
	cmark_node_type type = cmark_node_get_type(next);
	bool open = next && type != CMARK_NODE_SOFTBREAK && type != CMARK_NODE_LINEBREAK;
	seeker->open_end = open ? text + strlen(text) : NULL;
	const struct prose_linker linker = {.next = next_address, .data = seeker};
	prose_link_text(node, &linker);
}

void
prose_find_addresses(cmark_node *document)
{
	struct seeker seeker = {.open_end = NULL};
	int links = 0;
	cmark_iter *iter = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
	     event = cmark_iter_next(iter)) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
			links += event == CMARK_EVENT_ENTER ? 1 : -1;
		else if (type == CMARK_NODE_TEXT && !links)
			link_addresses(node, &seeker);
	}
	cmark_iter_free(iter);
	arena_free(&seeker.arena);
}
