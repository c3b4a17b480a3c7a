/* SPDX-License-Identifier: MIT */
/* The regulation as Markdown: one file, or with --split a folder with a file for each stage and
 * role. Links lead to anchors that are written out (<a name>): GitHub and GitLab make different
 * ones of a heading with signs in it, and a stage that is renamed would break links from
 * elsewhere. */
#include "emit/doc/md.h"

#include "emit/limits.h"
#include "model/fields.h"
#include "view/questionnaire.h"

#include <string.h>

enum { KEPT = 16 };

static struct md *
md_of(struct doc_writer *writer)
{
	return (struct md *)writer;
}

/* The file a section stands in, relative to the folder; "index.md" for all that has none of its
 * own. */
static const char *
page_of(struct md *md, const struct doc_section *section)
{
	if (!md->split)
		return "";
	if (section->part == PART_GLOSSARY)
		return "glossary.md";
	if (section->part == PART_STAGES && section->about)
		return arena_printf(&md->scratch, "stage-%s.md", section->anchor);
	if (section->part == PART_ROLES && section->about)
		return arena_printf(&md->scratch, "%s.md", section->anchor);
	return "index.md";
}

static bool
has_own_page(struct md *md, const struct doc_section *section)
{
	return md->split && strcmp(page_of(md, section), "index.md") != 0;
}

static const char *
address(void *data, struct doc_place place)
{
	struct md *md = data;
	const char *here =
	    md->section ? page_of(md, md->section) : page_of(md, &(struct doc_section){0});
	const char *there = page_of(md, place.section);
	return arena_printf(&md->scratch, "%s#" MD_ANCHOR "%s",
			    strcmp(here, there) == 0 ? "" : there, place.anchor);
}

static const char *
address_of(struct md *md, const struct doc_section *section)
{
	return address(md, (struct doc_place){section, section->anchor});
}

/* The title with its number, as the heading and the contents show it. */
static void
put_title(struct md *md, const struct doc_section *section)
{
	if (section->number)
		buf_printf(md->out, "%s. ", section->number);
	md_escape(md->out, section->title, !section->number);
}

static void
put_link(struct md *md, const struct doc_section *section)
{
	buf_putc(md->out, '[');
	put_title(md, section);
	buf_printf(md->out, "](%s)", address_of(md, section));
}

/* Links to the sections below a part that do not follow it on the page: its own pages, or
 * letters. */
static void
put_links_below(struct md *md, const struct doc_section *part)
{
	uint32_t at = 0, links = 0;
	while (at < md->doc->count && md->doc->sections[at] != part)
		at++;
	for (at++; at < md->doc->count && md->doc->sections[at]->level > part->level; at++) {
		const struct doc_section *section = md->doc->sections[at];
		bool letter = !section->listed,
		     page = has_own_page(md, section) && !has_own_page(md, part);
		if (!letter && !page)
			continue;
		if (!links++)
			md_gap(md);
		else
			buf_puts(md->out, letter ? " · " : "\n");
		buf_puts(md->out, letter ? "" : "- ");
		put_link(md, section);
	}
}

/* Ends the file under way with one line end. */
static void
write_file(struct md *md, const char *suffix)
{
	md_gap(md);
	md->out->data[--md->out->length] = '\0';
	emission_write(md->emission, suffix, md->out);
}

/* The document of a huge process would take more memory than its model: the index goes out as it
 * grows, but for its end, which a gap may still change. */
static void
spill_when_large(struct md *md)
{
	if (md->index.length >= EMISSION_PIECE)
		emission_spill(md->emission, md->suffix, &md->index, KEPT);
}

/* Starts the file of a section that has one of its own. */
static void
open_page(struct md *md, const struct doc_section *section)
{
	md->out = &md->page;
	md->shift = section->level - 1;
	buf_printf(md->out, "[");
	md_escape(md->out, md->doc->title, false);
	buf_printf(md->out, "](index.md)");
	md_gap(md);
}

static void
open_section(struct doc_writer *writer, const struct doc_section *section)
{
	struct md *md = md_of(writer);
	bool own = has_own_page(md, section);
	md->section = section;
	if (own && !(section->parent && has_own_page(md, section->parent)))
		open_page(md, section);
	md_gap(md);
	for (int i = 0; i < section->level - md->shift; i++)
		buf_putc(md->out, '#');
	buf_putc(md->out, ' ');
	if (section->anchor)
		md_anchor(md, section->anchor);
	put_title(md, section);
	if (section->level == 2)
		put_links_below(md, section);
	arena_free(&md->scratch);
}

static void
close_section(struct doc_writer *writer, const struct doc_section *section)
{
	struct md *md = md_of(writer);
	if (!has_own_page(md, section) || (section->parent && has_own_page(md, section->parent)))
		return;
	write_file(md, arena_printf(&md->scratch, "/%s", page_of(md, section)));
	md->out = &md->index;
	md->shift = 0;
}

static void
put_block(struct doc_writer *writer, const struct doc_block *block)
{
	md_block(md_of(writer), block);
	spill_when_large(md_of(writer));
}

/* What the page for clients has instead of contents. */
static void
put_lead(struct md *md)
{
	const struct text *version = &model_process(md->doc->model)->version;
	const struct doc_block lead = doc_lead(md->doc);
	if (version->s) {
		md_gap(md);
		md_escape(md->out, field_row(FIELD_PROCESS_version)->titles[md->doc->voice->lang],
			  true);
		buf_putc(md->out, ' ');
		md_escape(md->out, version->s, false);
	}
	md_block(md, &lead);
}

static void
put_logo(struct md *md)
{
	const struct voice *voice = md->doc->voice;
	if (!model_logo(md->doc->model))
		return;
	md_gap(md);
	md_picture(&md->text, md->out, show_prose(voice, model_process(md->doc->model)->logo.s),
		   show_logo(voice));
}

/* An interview begins with a word on it alone. */
static void
put_introduction(struct md *md)
{
	md_heading(md, 1, md->doc->title);
	const struct doc_block lead = doc_lead(md->doc);
	md_block(md, &lead);
}

static void
put_contents(struct md *md)
{
	struct doc_block approval = doc_approval(md->doc);
	put_logo(md);
	if (approval.lines.count)
		md_block(md, &approval);
	md_heading(md, 1, md->doc->title);
	if (md->doc->model->for_clients) {
		put_lead(md);
		return;
	}
	md_heading(md, 2, show_word(md->doc->voice, WORD_DOC_CONTENTS));
	md_gap(md);
	for (uint32_t i = 0; i < md->doc->count; i++) {
		const struct doc_section *section = md->doc->sections[i];
		if (!section->listed)
			continue;
		buf_printf(md->out, "%*s- ", (section->level - 2) * 2, "");
		put_link(md, section);
		buf_putc(md->out, '\n');
		arena_free(&md->scratch);
		spill_when_large(md);
	}
}

/* Begins a file or, split, a folder. */
static void
begin(struct md *md, struct emission *emission, const char *suffix, bool split)
{
	*md = (struct md){.writer = {open_section, put_block, close_section},
			  .emission = emission,
			  .split = split,
			  .suffix = split ? "/index.md" : suffix};
	md->text = (struct md_text){
	    NULL, &md->scratch, address, md, split || strchr(suffix, '/') ? "../" : "", false};
	md->out = &md->index;
}

static void
put_document(struct md *md, struct doc *doc)
{
	md->doc = md->text.doc = doc;
	md->section = NULL;
	if (doc->interview)
		put_introduction(md);
	else
		put_contents(md);
	doc_write(doc, &md->writer);
}

static void
end(struct md *md)
{
	write_file(md, md->suffix);
	arena_free(&md->scratch);
}

void
md_document(struct emission *emission, struct doc *doc, const char *suffix, bool split)
{
	struct md md;
	begin(&md, emission, suffix, split);
	put_document(&md, doc);
	end(&md);
}

void
emit_interviews_md(struct emission *emission)
{
	struct md md;
	struct questionnaire rest = *emission->view.questions;
	begin(&md, emission, ".md", false);
	while (rest.count) {
		const struct questionnaire interview = questionnaire_take(&rest);
		struct doc *doc = doc_new_interview(emission->view.voice, &interview);
		put_document(&md, doc);
		doc_free(doc);
	}
	end(&md);
}

void
emit_md(struct emission *emission)
{
	struct doc *doc = doc_new(emission->view.voice, emission->view.plan);
	md_document(emission, doc, ".md", emission->options->split);
	limits_say_document(emission, emission->options->split ? "/index.md" : ".md");
	doc_free(doc);
}
