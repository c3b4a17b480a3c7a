/* SPDX-License-Identifier: MIT */
/* Documents one by one into one assembly, then the proof: the text is loaded as it will be from its
 * file. What the loader does not take is taken back, with its reason, and the rest tried again. */
#include "import/import.h"

#include "change/written_put.h"
#include "files/file.h"
#include "import/assembly.h"
#include "import/flow.h"
#include "import/names.h"
#include "import/read/reader.h"
#include "import/table.h"
#include "import/topics.h"
#include "load/load.h"
#include "model/fields.h"
#include "support/utf8.h"

#include <string.h>

enum { ROUNDS = 8 }; /* a value may hide what is wrong with another one */

/* What an import has before it is proved. */
struct import {
	const struct import_order *order;
	struct arena arena; /* of documents and pieces */
	struct assembly assembly;
	struct map pieces; /* by value */
	int lang;
};

static enum file_status
read_bytes(const struct import *import, const char *path, struct buf *bytes)
{
	const struct buf *text = overlays_find(import->order->overlays, path);
	if (!text)
		return file_read(path, bytes);
	buf_add(bytes, text->data, text->length);
	return FILE_OK;
}

/* A table that says something in Russian, be it understood or not. */
static bool
is_russian(const struct foreign_table *table)
{
	for (size_t i = 0; i < table->count; i++)
		for (const char *at = table->cells[i].text; *at;)
			if (utf8_is_cyrillic(utf8_next(&at)))
				return true;
	return false;
}

/* What documents say of a process may stand in any of them. */
static void
read_document(struct import *import, struct foreign *foreign)
{
	static const enum remark_id unread[] = {[FILE_MISSING] = REMARK_MISSING,
						[FILE_FOLDER] = REMARK_FOLDER,
						[FILE_SPECIAL] = REMARK_SPECIAL,
						[FILE_DENIED] = REMARK_DENIED,
						[FILE_LARGE] = REMARK_LARGE};
	struct assembly *assembly = &import->assembly;
	struct buf bytes = {0};
	enum file_status status = read_bytes(import, foreign->name, &bytes);
	if (status != FILE_OK)
		foreign_remark(foreign, unread[status], NULL,
			       arena_printf(&import->arena, "%d", FILE_LIMIT_MIB));
	else if (reader_read(foreign, &bytes)) {
		assembly->document = foreign->name;
		for (size_t i = 0; i < foreign->table_count && !assembly->cyrillic; i++)
			assembly->cyrillic = is_russian(&foreign->tables[i]);
		tables_take(assembly, foreign);
		topics_take(assembly, foreign);
		flow_take(assembly, foreign);
	}
	buf_free(&bytes);
}

/* The name that nobody has written. */
static void
name_process(struct import *import, const struct foreign *first)
{
	struct assembly *assembly = &import->assembly;
	struct import_piece *process = assembly_process(assembly);
	const struct field *named = field_row(FIELD_PROCESS_name);
	const char *slash = strrchr(first->name, '/'), *name = slash ? slash + 1 : first->name,
		   *point = strrchr(name, '.');
	struct piece_source source = {first->name, NULL};
	if (!assembly->cyrillic)
		piece_put(process, field_row(FIELD_PROCESS_lang),
			  piece_text(&import->arena, "en", source));
	if (piece_find(process, named))
		return;
	if (first->title && *first->title) {
		piece_put(process, named, assembly_text(assembly, first->title, source));
		return;
	}
	name = arena_copy(&import->arena, name,
			  point && point != name ? (size_t)(point - name) : strlen(name));
	piece_put(process, named, piece_text(&import->arena, name, source))->guessed = true;
	assembly_remark(assembly, REMARK_NAME, source, name, NULL);
}

/* Where a guessed value comes from. A text is told by its lines. */
static const char *
remark_of(void *data, const struct written *value, uint32_t line)
{
	static const char *const forms[][2] = {{"from “%s”%s", "из «%s»%s"},
					       {"from line %s%s", "из строки %s%s"}};
	struct import *import = data;
	struct import_piece *piece = map_get_number(&import->pieces, (uint64_t)(uintptr_t)value);
	piece->line = line;
	if (!piece->guessed || !piece->document)
		return NULL;
	const char *place = piece->from ? piece->from : piece->document;
	bool number = !place[strspn(place, "0123456789")],
	     named = piece->from && import->order->count > 1;
	return arena_printf(&import->arena, forms[number][import->lang], place,
			    named ? arena_printf(&import->arena, ", %s", piece->document) : "");
}

static void
write_text(struct import *import, struct buf *text)
{
	const struct written_form form = {import->lang, remark_of, import};
	map_free(&import->pieces);
	import->pieces = (struct map){0};
	buf_clear(text);
	written_put(piece_written(import->assembly.root, &import->pieces, &import->arena), &form,
		    text);
}

/* Where a piece comes from; of what holds others where the first of them does. */
static struct piece_source
source_of(const struct import *import, const struct import_piece *piece)
{
	while (!piece->document && piece->first)
		piece = piece->first;
	return piece->document ? (struct piece_source){piece->document, piece->from}
			       : (struct piece_source){import->order->paths[0], NULL};
}

/* A deadline that is none in the loader's eyes is one in words; anything else is taken back, a
 * thing with its name. */
static bool
mend(struct import *import, const struct diagnostic *fault)
{
	struct assembly *assembly = &import->assembly;
	struct import_piece *piece = piece_at(assembly->root, fault->pos.line);
	if (!piece || !piece->parent || piece == assembly_process(assembly))
		return false;
	struct piece_source source = source_of(import, piece);
	const struct field *terms = piece->field ? field_terms(piece->field) : NULL;
	if (terms && piece->text) {
		const char *text = piece->text;
		piece->type = WRITTEN_MAP;
		piece->text = NULL;
		piece_put(piece, field_row(FIELD_TERMS_note),
			  piece_text(&import->arena, text, source))
		    ->guessed = true;
		assembly_remark(assembly, REMARK_IN_WORDS, source, text, NULL);
		return true;
	}
	struct buf why = {0};
	diag_message(fault, import->lang, &why);
	assembly_remark(assembly, REMARK_REJECTED, source, piece->text ? piece->text : "",
			arena_copy(assembly->remarks->arena, buf_text(&why), why.length));
	buf_free(&why);
	bool name = piece->field && piece->field->flags & F_NAME && piece->parent->parent;
	piece_drop(name ? piece->parent : piece);
	return true;
}

/* Nothing comes of the documents, because of what is found in the process. */
static void
give_up(struct import *import, const struct diagnostic *fault)
{
	struct buf why = {0};
	diag_message(fault, import->lang, &why);
	assembly_remark(
	    &import->assembly, REMARK_FAILED, (struct piece_source){import->order->paths[0], NULL},
	    arena_copy(import->assembly.remarks->arena, buf_text(&why), why.length), NULL);
	buf_free(&why);
}

/* Loads the text as the file that it will be; false when it cannot be mended, or might no more.
 * *sound: it needed no mending. */
static bool
prove(struct import *import, const struct buf *text, bool may_mend, bool *sound)
{
	const char *target = import->order->target;
	struct overlays overlays = {0};
	struct diagnostics diags = {0};
	bool unreadable, ok = overlays_put(&overlays, target, text->data, text->length);
	const struct model *model = load_model(target, NULL, &overlays, &diags, &unreadable);
	*sound = !diag_count(&diags, SEVERITY_ERROR);
	uint32_t line = 0; /* one fault a line: others may come of it */
	for (size_t i = 0; i < diags.count && ok; i++) {
		const struct diagnostic *fault = &diags.items[i];
		if (fault->severity != SEVERITY_ERROR || fault->pos.line == line)
			continue;
		line = fault->pos.line;
		ok = may_mend && mend(import, fault);
		if (!ok)
			give_up(import, fault);
	}
	model_free(model);
	diag_free(&diags);
	overlays_put(&overlays, target, NULL, 0);
	memory_free(overlays.items);
	return ok;
}

static bool
write_proved(struct import *import, struct buf *text)
{
	bool sound = false, ok = true;
	for (int round = 1; ok && !sound; round++) {
		write_text(import, text);
		ok = prove(import, text, round < ROUNDS, &sound);
	}
	if (!sound)
		buf_clear(text);
	return sound;
}

bool
import_process(const struct import_order *order, struct remarks *remarks, struct buf *text)
{
	struct import import = {.order = order};
	struct foreign first = {0};
	const struct field *stages = field_row(FIELD_DOCUMENT_stages);
	assembly_begin(&import.assembly, &import.arena, remarks);
	for (size_t i = 0; i < order->count; i++) {
		struct foreign foreign = {.arena = &import.arena,
					  .remarks = remarks,
					  .name = arena_string(remarks->arena, order->paths[i])};
		read_document(&import, &foreign);
		if (!i)
			first = foreign;
	}
	if (!remarks->refused && !piece_find(import.assembly.root, stages))
		foreign_remark(&first, REMARK_NO_STAGES, NULL,
			       field_row(FIELD_STAGE_name)->titles[import.assembly.cyrillic]);
	remarks->lang = import.lang = import.assembly.cyrillic;
	bool ok = !remarks->refused;
	if (ok) {
		name_process(&import, &first);
		ok = write_proved(&import, text);
	}
	if (remarks->lost)
		foreign_remark(&first, REMARK_MORE, NULL,
			       arena_printf(&import.arena, "%zu", remarks->lost));
	map_free(&import.pieces);
	assembly_end(&import.assembly);
	arena_free(&import.arena);
	return ok;
}
