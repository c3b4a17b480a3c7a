/* SPDX-License-Identifier: MIT */
/* Bytes as a document that is imported: as they are, or as a part of a workbook, so that nobody has
 * to guess sums of archives. The first byte chooses. What comes of it must load. */
#include "files/zip.h"
#include "import/import.h"
#include "load/load.h"
#include "target.h"

#include <string.h>

static const char types[] = "<Types/>",
		  root[] = "<Relationships><Relationship Id='a' Type='/officeDocument' "
			   "Target='xl/b.xml'/></Relationships>",
		  book[] = "<workbook><sheets><sheet name='Этапы' id='s'/></sheets></workbook>",
		  links[] = "<Relationships><Relationship Id='s' Type='/worksheet' Target='s.xml'/>"
			    "<Relationship Id='t' Type='/sharedStrings' Target='t.xml'/>"
			    "<Relationship Id='l' Type='/styles' Target='l.xml'/></Relationships>",
		  sheet[] = "<worksheet><sheetData><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c>"
			    "</row><row><c t='s'><v>2</v></c><c s='1'><v>45000</v></c></row>"
			    "</sheetData></worksheet>",
		  texts[] = "<sst><si><t>Этап</t></si><si><t>Срок</t></si><si><t>А</t></si></sst>",
		  styles[] = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy'/>"
			     "</numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs>"
			     "</styleSheet>";

static struct workbook_part {
	const char *name, *text;
} parts[] = {{"[Content_Types].xml", types},
	     {"_rels/.rels", root},
	     {"xl/b.xml", book},
	     {"xl/_rels/b.xml.rels", links},
	     {"xl/s.xml", sheet},
	     {"xl/t.xml", texts},
	     {"xl/l.xml", styles}};

enum { PARTS = sizeof parts / sizeof *parts };

/* A workbook of which one part is the input. */
static void
pack(size_t which, const uint8_t *data, size_t size, struct buf *out)
{
	struct zip_writer zip = {.out = out};
	for (size_t i = 0; i < PARTS; i++) {
		zip_begin(&zip, parts[i].name);
		if (i == which)
			zip_add(&zip, (const char *)data, size);
		else
			zip_add(&zip, parts[i].text, strlen(parts[i].text));
		zip_end(&zip);
	}
	zip_finish(&zip);
}

static void
must_load(const struct buf *text)
{
	struct overlays overlays = {0};
	struct diagnostics diags = {0};
	bool unreadable;
	overlays_put(&overlays, "process.yaml", text->data, text->length);
	const struct model *model =
	    load_model("process.yaml", NULL, &overlays, &diags, &unreadable);
	fuzz_must(!diag_count(&diags, SEVERITY_ERROR), "what was imported does not load");
	model_free(model);
	diag_free(&diags);
	overlays_put(&overlays, "process.yaml", NULL, 0);
	memory_free(overlays.items);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (!size)
		return 0;
	struct overlays overlays = {0};
	struct arena arena = {0};
	struct buf document = {0}, text = {0};
	size_t which = data[0] % (PARTS + 1);
	if (which == PARTS)
		buf_add(&document, data + 1, size - 1);
	else
		pack(which, data + 1, size - 1, &document);
	overlays_put(&overlays, "document", buf_text(&document), document.length);
	const char *const paths[] = {"document"};
	const struct import_order order = {
	    .paths = paths, .count = 1, .target = "process.yaml", .overlays = &overlays};
	struct remarks remarks = {.arena = &arena};
	if (import_process(&order, &remarks, &text))
		must_load(&text);
	for (size_t i = 0; i < remarks.count; i++)
		remark_text(&remarks.items[i], (int)(i % 2), &arena);
	overlays_put(&overlays, "document", NULL, 0);
	memory_free(overlays.items);
	buf_free(&document);
	buf_free(&text);
	arena_free(&arena);
	return 0;
}
