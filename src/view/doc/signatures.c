/* SPDX-License-Identifier: MIT */
/* The sheets of approval and acknowledgement: who has signed what, whether it is still what the
 * document says, and lines for those who have yet to sign. */
#include "plan/signing_said.h"
#include "view/doc/build.h"

/* The columns beside those of the fields. */
enum { STATE, SIGNATURE, COLUMNS };

/* The state stands in place of the fingerprint, which stands behind it: nine columns would
 * break words. */
static struct doc_listing
open_sheet(struct doc *doc, const struct list *signatures, enum field_id fingerprint)
{
	const struct doc_column columns[COLUMNS] = {
	    [STATE] = {.title = show_word(doc->voice, WORD_SIGNATURE_STATE),
		       .before = fingerprint,
		       .instead = true},
	    [SIGNATURE] = {.title = show_word(doc->voice, WORD_SIGNATURE)}};
	return doc_open_list(doc, signatures, NULL, columns, COLUMNS);
}

/* A row of the sheet with the state of its signature. */
static void
put_signed(struct doc *doc, const struct doc_listing *listing, const struct entity *signature,
	   const char *state, enum field_id fingerprint)
{
	const struct field *field = field_row(fingerprint);
	const struct text *signed_text =
	    field_is_kept(doc->model, field) ? field_value(signature, field) : NULL;
	struct doc_block row = doc_item_row(doc, listing, signature);
	struct doc_lines *lines = &row.cells[listing->own[STATE]].lines;
	if (signed_text && signed_text->s)
		state = arena_printf(&doc->own->arena, "%s \xC2\xB7 %s", state, signed_text->s);
	*lines = doc_text(doc, SPAN_TEXT, state);
	doc_put(doc, &row);
}

static void
write_approvals(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	const struct list *approvals = &doc->model->document->approvals;
	const struct revision *revision = signing_revision(doc->model, &doc->own->arena);
	struct doc_listing listing = open_sheet(doc, approvals, FIELD_APPROVAL_fingerprint);
	for (uint32_t i = 0; i < approvals->count; i++)
		put_signed(doc, &listing, approvals->items[i],
			   signing_said_approval(doc->model, revision, approval_at(approvals, i),
						 doc->voice->lang, &doc->own->scratch),
			   FIELD_APPROVAL_fingerprint);
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

/* A line to sign for one of the role's people. */
static void
put_unsigned(struct doc *doc, const struct doc_listing *listing, const struct entity *role,
	     const char *person)
{
	struct doc_block row = doc_table(doc, BLOCK_ROW, listing->columns);
	row.about = role;
	for (uint32_t i = 0; i < listing->columns; i++) {
		struct doc_lines *lines = &row.cells[i].lines;
		if (!listing->fields[i])
			continue;
		if (listing->fields[i]->id == FIELD_ACKNOWLEDGEMENT_role)
			doc_mention(doc, doc_line_add(doc, lines), role);
		else if (listing->fields[i]->id == FIELD_ACKNOWLEDGEMENT_person)
			*lines = doc_text(doc, SPAN_NAME, person);
	}
	row.cells[listing->own[STATE]].lines =
	    doc_text(doc, SPAN_TEXT, signing_said_waits(doc->voice->lang, &doc->own->scratch));
	row.cells[0].head = true;
	doc_put(doc, &row);
}

/* Those who have signed: each name goes into the set. */
static void
put_readers(struct doc *doc, const struct doc_listing *listing, struct map *known)
{
	const struct list *signatures = &doc->model->document->acknowledgements;
	for (uint32_t i = 0; i < signatures->count; i++) {
		const struct acknowledgement *signature = acknowledgement_at(signatures, i);
		put_signed(doc, listing, &signature->base,
			   signing_said_reading(doc->model, signature, doc->voice->lang,
						&doc->own->scratch),
			   FIELD_ACKNOWLEDGEMENT_fingerprint);
		if (signature->person.s)
			*map_at(known, signature->person.s) = doc;
	}
}

/* Those who have signed, then all others of the house who take part. */
static void
write_acknowledgements(struct doc *doc, const struct doc_section *section)
{
	(void)section;
	const struct document *document = doc->model->document;
	struct doc_listing listing =
	    open_sheet(doc, &document->acknowledgements, FIELD_ACKNOWLEDGEMENT_fingerprint);
	struct map known = {0};
	put_readers(doc, &listing, &known);
	for (uint32_t i = 0; i < document->roles.count && known.count; i++) {
		const struct role *role = role_at(&document->roles, i);
		for (uint32_t j = 0; j < role->people.count && !role->external.on; j++) {
			void **place = map_at(&known, role->people.items[j].s);
			if (!*place)
				put_unsigned(doc, &listing, &role->base, role->people.items[j].s);
			*place = doc;
		}
	}
	map_free(&known);
	doc_put(doc, &(struct doc_block){.kind = BLOCK_TABLE_END});
}

const struct doc_part_info doc_part_approvals = {.write = write_approvals};
const struct doc_part_info doc_part_acknowledgements = {.write = write_acknowledgements};
