/* SPDX-License-Identifier: MIT */
#include "import/topics.h"

#include "import/branch.h"
#include "import/lines.h"
#include "import/names.h"
#include "import/stages.h"
#include "import/value.h"
#include "model/fields.h"
#include "support/utf8.h"
#include "text/prose/prose.h"

#include <string.h>

static struct piece_source
source_of(const struct assembly *assembly, const struct foreign_topic *topic)
{
	return assembly_source(assembly, topic->place);
}

/* What is below a topic, as a text of items, each as far in as it is deep. */
static void
put_below(const struct foreign_topic *topic, unsigned depth, struct buf *out)
{
	enum { MOST = 16 };
	for (const struct foreign_topic *child = topic->first; child; child = child->next) {
		for (unsigned i = 0; i < depth; i++)
			buf_putc(out, '\t');
		buf_puts(out, "- ");
		for (const char *at = child->text; *at; at++)
			buf_putc(out, *at == '\n' ? ' ' : *at);
		buf_putc(out, '\n');
		if (depth < MOST)
			put_below(child, depth + 1, out);
	}
}

/* What a topic says below its name: its note, then its items; a single one as it stands. */
static const char *
said_below(struct assembly *assembly, const struct foreign_topic *topic)
{
	const struct foreign_topic *only = topic->first;
	struct buf out = {0};
	if (only && !only->next && !only->first && !topic->note)
		return only->text;
	if (topic->note)
		buf_printf(&out, "%s\n", topic->note);
	put_below(topic, 0, &out);
	const char *text = foreign_text(assembly->arena, buf_text(&out));
	buf_free(&out);
	return text;
}

/* «Срок: 2 дня», or a branch called «Срок»: the field and its value; false for any other topic. */
static bool
as_field(struct assembly *assembly, enum kind kind, const struct foreign_topic *topic,
	 struct heading_meaning *heading, const char **text)
{
	const char *name = assembly_name(assembly, topic->text), *colon = strstr(name, ": ");
	size_t length = strlen(name);
	bool within = colon && !topic->first;
	if (within)
		name = arena_copy(assembly->arena, name, (size_t)(colon - name));
	else if (length && name[length - 1] == ':')
		name = arena_copy(assembly->arena, name, length - 1);
	*heading = heading_of(kind, name, assembly->arena);
	*text = within ? colon + strlen(": ") : said_below(assembly, topic);
	return heading->field && !(heading->field->flags & F_NAME) && **text &&
	       (!field_refers(heading->field, KIND_ROLE) || names_may_be(*text));
}

/* Takes a topic as a field of a thing; false when it is none. */
static bool
take_field(struct assembly *assembly, enum kind kind, struct import_piece *thing,
	   const struct foreign_topic *topic)
{
	struct heading_meaning heading;
	const char *text;
	if (!as_field(assembly, kind, topic, &heading, &text))
		return false;
	const struct import_value value = {thing, &heading, text, source_of(assembly, topic)};
	value_take(assembly, &value);
	return true;
}

static void
describe(struct assembly *assembly, struct import_piece *thing, const struct field *field,
	 const char *text, struct piece_source source)
{
	if (text && *text && !piece_find(thing, field))
		piece_put(thing, field, assembly_text(assembly, text, source));
}

void
topics_take_note(struct assembly *assembly, enum kind kind, struct import_piece *thing,
		 const struct field *description, const struct foreign_topic *topic)
{
	const char *note = topic->note;
	struct buf rest = {0};
	for (size_t length; note && *note; note += length + (note[length] == '\n')) {
		length = strcspn(note, "\n");
		const char *text = arena_copy(assembly->arena, note, length);
		/* «**Срок:** 2 дня» */
		bool marked = *text == '*' || *text == '_';
		const struct foreign_topic line = {
		    .text = marked ? prose_plain(assembly->arena, text) : text,
		    .place = topic->place};
		if (!strstr(line.text, ": ") || !take_field(assembly, kind, thing, &line))
			buf_printf(&rest, "%s\n", text);
	}
	describe(assembly, thing, description, foreign_text(assembly->arena, buf_text(&rest)),
		 source_of(assembly, topic));
	buf_free(&rest);
}

/* The rows of the tables under a heading are steps of what it has become. */
static void
take_tables(struct assembly *assembly, struct import_piece *thing,
	    const struct foreign_topic *topic)
{
	for (struct branch_table *table = branch_tables(assembly, topic); table;
	     table = table->beside) {
		stages_take_steps(assembly, &table->columns, &table->body, thing);
		table->taken = true;
	}
}

/* Below a sub-step there are no more: what is there tells of it. */
static void
take_step(struct assembly *assembly, struct import_piece *thing, const struct foreign_topic *topic,
	  bool below)
{
	struct piece_source source = source_of(assembly, topic);
	struct import_piece *step = value_add_step(assembly, thing, topic->text, source);
	const struct field *description = field_row(FIELD_STEP_description);
	if (below) {
		describe(assembly, step, description, said_below(assembly, topic), source);
		return;
	}
	topics_take_note(assembly, KIND_STEP, step, description, topic);
	take_tables(assembly, step, topic);
	for (const struct foreign_topic *child = topic->first; child; child = child->next)
		if (!take_field(assembly, KIND_STEP, step, child))
			take_step(assembly, step, child, true);
}

/* A branch called like a role holds what it does. */
static bool
take_role_steps(struct assembly *assembly, struct import_piece *stage,
		const struct foreign_topic *topic)
{
	const struct import_piece *role =
	    topic->first ? assembly_find_role(assembly, assembly_name(assembly, topic->text))
			 : NULL;
	if (!role)
		return false;
	for (const struct foreign_topic *child = topic->first; child; child = child->next) {
		take_step(assembly, stage, child, false);
		struct import_piece *step = piece_find(stage, field_row(FIELD_STAGE_steps))->last;
		struct import_piece *name =
		    assembly_text(assembly, piece_found_text(role, field_row(FIELD_ROLE_name)),
				  source_of(assembly, topic));
		name->guessed = true;
		if (!piece_find(step, field_row(FIELD_STEP_role)))
			piece_put(step, field_row(FIELD_STEP_role), name);
	}
	return true;
}

static void
take_stage(struct assembly *assembly, const struct foreign_topic *topic)
{
	struct piece_source source = source_of(assembly, topic);
	struct names_tail tail = names_tail(assembly, assembly_name(assembly, topic->text));
	struct import_piece *stage = assembly_find_stage(assembly, tail.name);
	if (!stage)
		stage = assembly_add_stage(assembly, tail.name, source);
	for (size_t i = 0; i < tail.role_count; i++)
		piece_add_text(assembly->arena, stage, field_row(FIELD_STAGE_responsible),
			       assembly_text(assembly, tail.roles[i], source));
	describe(assembly, stage, field_row(FIELD_STAGE_deadline), tail.deadline, source);
	topics_take_note(assembly, KIND_STAGE, stage, field_row(FIELD_STAGE_description), topic);
	take_tables(assembly, stage, topic);
	for (const struct foreign_topic *child = topic->first; child; child = child->next)
		if (!take_field(assembly, KIND_STAGE, stage, child) &&
		    !take_role_steps(assembly, stage, child))
			take_step(assembly, stage, child, false);
}

/* «Название – остальное», «Название: остальное»; *rest is NULL where there is nothing else. */
static const char *
head_of(struct assembly *assembly, const char *text, const char **rest)
{
	static const char *const signs[] = {" \xE2\x80\x93 ", " \xE2\x80\x94 ", ": ", " - "};
	const char *name = assembly_name(assembly, text);
	*rest = NULL;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		const char *at = strstr(name, signs[i]);
		if (!at)
			continue;
		*rest = utf8_fold(assembly->arena, at + strlen(signs[i]), FOLD_FORM);
		return arena_copy(assembly->arena, name, (size_t)(at - name));
	}
	return name;
}

static void
take_role(struct assembly *assembly, const struct foreign_topic *topic)
{
	struct piece_source source = source_of(assembly, topic);
	const char *rest, *name = head_of(assembly, topic->text, &rest);
	const struct field *called = heading_of(KIND_ROLE, name, assembly->arena).field;
	if (rest && called && called->flags & F_NAME) { /* «Роль: Юрист» */
		name = rest;
		rest = NULL;
	}
	struct import_piece *role = assembly_add_role(assembly, name, source);
	struct heading_meaning duties = {.sort = HEADING_KEY,
					 .field = field_row(FIELD_ROLE_duties)};
	const char *const said[] = {rest, topic->note};
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (said[i] && *said[i])
			value_take(assembly,
				   &(struct import_value){role, &duties, said[i], source});
	for (const struct foreign_topic *child = topic->first; child; child = child->next)
		if (!take_field(assembly, KIND_ROLE, role, child))
			value_take(assembly, &(struct import_value){role, &duties, child->text,
								    source_of(assembly, child)});
}

static void
take_term(struct assembly *assembly, const struct foreign_topic *topic)
{
	const char *rest, *name = head_of(assembly, topic->text, &rest);
	struct import_piece *term = assembly_thing(assembly, field_row(FIELD_DOCUMENT_glossary),
						   name, source_of(assembly, topic));
	describe(assembly, term, field_row(FIELD_TERM_definition),
		 rest ? rest : said_below(assembly, topic), source_of(assembly, topic));
}

/* The branches that are lists of things, those first whose names the others mention. */
static const struct topic_branch {
	enum field_id list;
	void (*take)(struct assembly *assembly, const struct foreign_topic *topic);
} branches[] = {{FIELD_DOCUMENT_roles, take_role},
		{FIELD_DOCUMENT_glossary, take_term},
		{FIELD_DOCUMENT_stages, take_stage}};

enum { BRANCHES = sizeof branches / sizeof *branches };

/* Takes what stands at the trunk, and above it, of the process; a document that has a title is
 * called so. */
static const struct foreign_topic *
take_trunk(struct assembly *assembly, const struct foreign *foreign)
{
	const struct foreign_topic *trunk = branch_trunk(foreign);
	struct import_piece *process = assembly_process(assembly);
	const struct field *named = field_row(FIELD_PROCESS_name);
	bool titled = foreign->title && *foreign->title;
	if (trunk && *trunk->text && !titled && !piece_find(process, named))
		piece_put(process, named,
			  assembly_text(assembly, assembly_name(assembly, trunk->text),
					source_of(assembly, trunk)));
	for (const struct foreign_topic *topic = trunk ? foreign->root : NULL; topic;
	     topic = topic == trunk ? NULL : topic->first)
		topics_take_note(assembly, KIND_PROCESS, process, field_row(FIELD_PROCESS_scope),
				 topic);
	return trunk;
}

/* A branch that is no list: said of the process, a stage, or nothing that is known. */
static void
take_other(struct assembly *assembly, const struct foreign_topic *topic, bool stages_known)
{
	if (take_field(assembly, KIND_PROCESS, assembly_process(assembly), topic))
		return;
	if (!stages_known && (topic->first || !topic->heading || branch_tables(assembly, topic)))
		take_stage(assembly, topic);
	else if (topic->note || topic->first)
		assembly_remark(
		    assembly, REMARK_STRAY, source_of(assembly, topic),
		    topic->note ? arena_printf(assembly->arena, "%s: %s", topic->text, topic->note)
				: topic->text,
		    NULL);
}

/* Takes the branches that are called like a list; true when there are stages among them. */
static bool
take_list(struct assembly *assembly, const struct foreign_topic *trunk,
	  const struct topic_branch *branch)
{
	bool stages = false;
	for (const struct foreign_topic *topic = trunk->first; topic; topic = topic->next) {
		if (branch_list(assembly, topic) != field_row(branch->list))
			continue;
		stages = stages || (branch->take == take_stage && topic->first);
		if (topic->note)
			assembly_remark(assembly, REMARK_STRAY, source_of(assembly, topic),
					topic->note, NULL);
		for (const struct foreign_topic *child = topic->first; child; child = child->next)
			branch->take(assembly, child);
	}
	return stages;
}

/* Tables under headings that have become nothing. */
static void
take_tables_left(struct assembly *assembly)
{
	struct branch_table *in_order = NULL;
	while (assembly->kept) {
		struct branch_table *table = assembly->kept;
		assembly->kept = table->next;
		table->next = in_order;
		in_order = table;
	}
	for (; in_order; in_order = in_order->next)
		if (!in_order->taken)
			stages_take(assembly, &in_order->columns, &in_order->body);
}

void
topics_take(struct assembly *assembly, const struct foreign *foreign)
{
	const struct foreign_topic *trunk = take_trunk(assembly, foreign);
	bool stages_known = piece_find(assembly->root, field_row(FIELD_DOCUMENT_stages)) != NULL;
	for (size_t i = 0; trunk && i < BRANCHES; i++)
		stages_known = take_list(assembly, trunk, &branches[i]) || stages_known;
	for (const struct foreign_topic *topic = trunk ? trunk->first : NULL; topic;
	     topic = topic->next)
		if (!branch_list(assembly, topic))
			take_other(assembly, topic, stages_known);
	take_tables_left(assembly);
}
