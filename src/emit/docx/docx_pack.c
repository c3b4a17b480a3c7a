/* SPDX-License-Identifier: MIT */
/* The parts of the package beside the document itself: what kinds they are, how they hang together,
 * styles, numbers, page heads and feet. Nothing in them comes from the clock. */
#include "emit/docx/docx.h"

#include "docx_numbering.xml.h"
#include "docx_styles.xml.h"
#include "model/fields.h"
#include "support/xml.h"

#include <string.h>

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define NAMESPACES \
	"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " \
	"xmlns:r=\"" OFFICE "\""

static void
put_types(struct docx *docx, struct buf *out);
static void
put_root(struct docx *docx, struct buf *out);
static void
put_core(struct docx *docx, struct buf *out);
static void
put_styles(struct docx *docx, struct buf *out);
static void
put_numbering(struct docx *docx, struct buf *out);
static void
put_fonts(struct docx *docx, struct buf *out);
static void
put_settings(struct docx *docx, struct buf *out);
static void
put_header(struct docx *docx, struct buf *out);
static void
put_footer(struct docx *docx, struct buf *out);
static void
put_header_across(struct docx *docx, struct buf *out);
static void
put_footer_across(struct docx *docx, struct buf *out);
static void
put_relations(struct docx *docx, struct buf *out);
static void
put_logo(struct docx *docx, struct buf *out);

/* The parts in their order, with what they are to the document, if it names them: by the name of
 * their file. Which links and lists it has is known behind it. */
static const struct {
	const char *name, *kind;
	void (*put)(struct docx *docx, struct buf *out);
} parts[] = {
    {"[Content_Types].xml", NULL, put_types},
    {"_rels/.rels", NULL, put_root},
    {"docProps/core.xml", NULL, put_core},
    {"word/styles.xml", "styles", put_styles},
    {"word/fontTable.xml", "fontTable", put_fonts},
    {"word/settings.xml", "settings", put_settings},
    {"word/header1.xml", "header", put_header},
    {"word/footer1.xml", "footer", put_footer},
    {"word/header2.xml", "header", put_header_across},
    {"word/footer2.xml", "footer", put_footer_across},
    {"word/document.xml", NULL, NULL},
    {"word/numbering.xml", "numbering", put_numbering},
    {"word/_rels/document.xml.rels", NULL, put_relations},
    {"word/media/logo.png", NULL, put_logo},
};

enum { PARTS = sizeof parts / sizeof *parts };

/* True for a part that this document has. */
static bool
has_part(const struct docx *docx, size_t part)
{
	if (parts[part].put == put_header_across || parts[part].put == put_footer_across)
		return docx->map.across;
	return parts[part].put != put_logo || docx_logo(docx);
}

static void
put_types(struct docx *docx, struct buf *out)
{
	buf_puts(out, DECLARATION "<Types xmlns=\"" PACKAGE "content-types\">\n"
				  "<Default Extension=\"rels\" ContentType=\"application/"
				  "vnd.openxmlformats-package.relationships+xml\"/>\n"
				  "<Default Extension=\"png\" ContentType=\"image/png\"/>\n"
				  "<Default Extension=\"emf\" ContentType=\"image/x-emf\"/>\n"
				  "<Override PartName=\"/docProps/core.xml\" "
				  "ContentType=\"application/"
				  "vnd.openxmlformats-package.core-properties+xml\"/>\n"
				  "<Override PartName=\"/word/document.xml\" "
				  "ContentType=\"application/vnd.openxmlformats-officedocument."
				  "wordprocessingml.document.main+xml\"/>\n");
	for (size_t i = 0; i < PARTS; i++)
		if (parts[i].kind && has_part(docx, i))
			buf_printf(
			    out,
			    "<Override PartName=\"/%s\" ContentType=\"application/"
			    "vnd.openxmlformats-officedocument.wordprocessingml.%s+xml\"/>\n",
			    parts[i].name, parts[i].kind);
	buf_puts(out, "</Types>\n");
}

static void
put_root(struct docx *docx, struct buf *out)
{
	(void)docx;
	buf_puts(out, DECLARATION "<Relationships xmlns=\"" PACKAGE "relationships\">\n"
				  "<Relationship Id=\"document\" Type=\"" OFFICE
				  "/officeDocument\" Target=\"word/document.xml\"/>\n"
				  "<Relationship Id=\"core\" Type=\"" PACKAGE
				  "relationships/metadata/core-properties\" "
				  "Target=\"docProps/core.xml\"/>\n</Relationships>\n");
}

static const char *
language_of(const struct docx *docx)
{
	return docx->doc->voice->lang == 0 ? "en-US" : "ru-RU";
}

static void
put_core(struct docx *docx, struct buf *out)
{
	const struct process *process = model_process(docx->doc->model);
	buf_puts(out,
		 DECLARATION "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" "
			     "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<dc:title>");
	xml_escape(out, docx->doc->title);
	buf_puts(out, "</dc:title>\n");
	if (process->organization.s) {
		buf_puts(out, "<dc:creator>");
		xml_escape(out, process->organization.s);
		buf_puts(out, "</dc:creator>\n");
	}
	buf_printf(out, "<dc:language>%s</dc:language>\n</cp:coreProperties>\n", language_of(docx));
}

static void
put_relations(struct docx *docx, struct buf *out)
{
	buf_puts(out, DECLARATION "<Relationships xmlns=\"" PACKAGE "relationships\">\n");
	for (size_t i = 0; i < PARTS; i++) {
		const char *file = strchr(parts[i].name, '/') + 1;
		if (parts[i].kind && has_part(docx, i))
			buf_printf(out,
				   "<Relationship Id=\"%.*s\" Type=\"" OFFICE
				   "/%s\" Target=\"%s\"/>\n",
				   (int)strcspn(file, "."), file, parts[i].kind, file);
	}
	if (docx_logo(docx))
		buf_puts(out, "<Relationship Id=\"logo\" Type=\"" OFFICE
			      "/image\" Target=\"media/logo.png\"/>\n");
	for (uint32_t i = 0; i < docx->drawing_count; i++)
		buf_printf(out,
			   "<Relationship Id=\"%s\" Type=\"" OFFICE
			   "/image\" Target=\"media/%s.emf\"/>\n",
			   docx->drawings[i].name, docx->drawings[i].name);
	for (uint32_t i = 0; i < docx->address_count; i++) {
		buf_printf(out,
			   "<Relationship Id=\"link%u\" Type=\"" OFFICE "/hyperlink\" Target=\"",
			   (unsigned)i + 1);
		xml_escape(out, docx->addresses[i]);
		buf_puts(out, "\" TargetMode=\"External\"/>\n");
	}
	buf_puts(out, "</Relationships>\n");
}

static void
put_logo(struct docx *docx, struct buf *out)
{
	const struct picture *logo = docx_logo(docx);
	buf_add(out, logo->bytes.data, logo->bytes.length);
}

/* What styles of docx_styles.xml are based on: letters in half points, room in twips; in the
 * regulation, and in an instruction, which is to be read on few sheets. */
static const struct {
	const char *name;
	struct {
		unsigned size, before, after, line;
		const char *rule;
	} looks[2];
} bases[] = {
    {"Body", {{18, 0, 60, 245, "auto"}, {16, 0, 60, 245, "auto"}}},
    {"Small", {{17, 0, 60, 245, "auto"}, {16, 0, 60, 245, "auto"}}},
    {"Chapter", {{30, 240, 80, 240, "auto"}, {24, 120, 50, 240, "auto"}}},
    {"Section", {{24, 160, 50, 240, "auto"}, {21, 100, 30, 240, "auto"}}},
    {"AfterTable", {{8, 0, 0, 160, "exact"}, {8, 0, 0, 60, "exact"}}},
};

static void
put_styles(struct docx *docx, struct buf *out)
{
	bool role = docx->doc->role;
	buf_fill(out, docx_styles_xml, docx->accent, language_of(docx));
	for (size_t i = 0; i < sizeof bases / sizeof *bases; i++)
		buf_printf(out,
			   "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/>"
			   "<w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:before=\"%u\" "
			   "w:after=\"%u\" w:line=\"%u\" w:lineRule=\"%s\"/></w:pPr><w:rPr><w:sz "
			   "w:val=\"%u\"/><w:szCs w:val=\"%u\"/></w:rPr></w:style>\n",
			   bases[i].name, bases[i].name, bases[i].looks[role].before,
			   bases[i].looks[role].after, bases[i].looks[role].line,
			   bases[i].looks[role].rule, bases[i].looks[role].size,
			   bases[i].looks[role].size);
	buf_puts(out, "</w:styles>\n");
}

/* A level of a list of steps that begins at a number, with what stands before all its numbers. */
static void
put_level(struct buf *out, const struct docx_list *list, int level)
{
	int hanging = level ? DOCX_SUBSTEP : DOCX_STEP, left = DOCX_STEP + level * hanging;
	buf_printf(out,
		   "<w:lvlOverride w:ilvl=\"%d\"><w:startOverride w:val=\"%u\"/><w:lvl "
		   "w:ilvl=\"%d\"><w:start w:val=\"%u\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
		   "w:val=\"%s%s\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"%d\" "
		   "w:hanging=\"%d\"/></w:pPr>%s</w:lvl></w:lvlOverride>",
		   level, level ? 1 : list->first, level, level ? 1 : list->first, list->before,
		   level ? "%1.%2" : "%1", left, hanging,
		   level ? "" : "<w:rPr><w:b/><w:bCs/></w:rPr>");
}

static void
put_numbering(struct docx *docx, struct buf *out)
{
	buf_puts(out, docx_numbering_xml);
	buf_printf(out, "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"0\"/></w:num>\n",
		   DOCX_BULLETS);
	for (uint32_t i = 0; i < docx->list_count; i++) {
		buf_printf(out, "<w:num w:numId=\"%u\"><w:abstractNumId w:val=\"1\"/>",
			   (unsigned)i + DOCX_FIRST_STEPS);
		put_level(out, &docx->lists[i], 0);
		put_level(out, &docx->lists[i], 1);
		buf_puts(out, "</w:num>\n");
	}
	buf_puts(out, "</w:numbering>\n");
}

/* What stands for the fonts where they are not: of the same widths. */
static void
put_fonts(struct docx *docx, struct buf *out)
{
	(void)docx;
	buf_puts(out, DECLARATION "<w:fonts " NAMESPACES ">\n<w:font w:name=\"Arial\"><w:altName "
				  "w:val=\"Liberation Sans\"/><w:family w:val=\"swiss\"/><w:pitch "
				  "w:val=\"variable\"/></w:font>\n<w:font w:name=\"Consolas\">"
				  "<w:altName w:val=\"Liberation Mono\"/><w:family "
				  "w:val=\"modern\"/><w:pitch w:val=\"fixed\"/></w:font>\n"
				  "</w:fonts>\n");
}

/* Word computes the pages of the contents when it opens the document, and asks before it does: so
 * only where there are contents. */
static void
put_settings(struct docx *docx, struct buf *out)
{
	buf_puts(out, DECLARATION "<w:settings " NAMESPACES ">\n<w:zoom w:percent=\"100\"/>"
				  "<w:defaultTabStop w:val=\"709\"/>");
	buf_puts(out, doc_has_contents(docx->doc) ? "<w:updateFields w:val=\"true\"/>" : "");
	buf_puts(out, "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
		      "w:uri=\"http://schemas.microsoft.com/office/word\" "
		      "w:val=\"15\"/></w:compat>\n</w:settings>\n");
}

static void
put_run(struct buf *out, const char *text)
{
	buf_puts(out, "<w:r><w:t xml:space=\"preserve\">");
	xml_escape(out, text);
	buf_puts(out, "</w:t></w:r>");
}

/* The style of a head or foot, whose right end is further right where pages lie across. */
static void
put_edge_style(struct buf *out, const char *style, bool across)
{
	buf_printf(out, "\n<w:p><w:pPr><w:pStyle w:val=\"%s\"/>", style);
	if (across)
		buf_printf(out,
			   "<w:tabs><w:tab w:val=\"clear\" w:pos=\"%d\"/><w:tab w:val=\"right\" "
			   "w:pos=\"%d\"/></w:tabs>",
			   DOCX_WIDTH, DOCX_WIDTH_ACROSS);
	buf_puts(out, "</w:pPr>");
}

/* The title at the left, at the right the code and version. */
static void
put_head(struct docx *docx, struct buf *out, bool across)
{
	buf_puts(out, DECLARATION "<w:hdr " NAMESPACES ">");
	put_edge_style(out, "Header", across);
	put_run(out, docx->doc->title);
	buf_puts(out, "<w:r><w:tab/></w:r>");
	put_run(out, doc_edition(docx->doc));
	buf_puts(out, "</w:p>\n</w:hdr>\n");
}

static void
put_header(struct docx *docx, struct buf *out)
{
	put_head(docx, out, false);
}

static void
put_header_across(struct docx *docx, struct buf *out)
{
	put_head(docx, out, true);
}

/* «Стр. 2 из 30»: the words around both numbers. */
static void
put_foot(struct docx *docx, struct buf *out, bool across)
{
	const char *words = show_word(docx->doc->voice, WORD_PAGE_OF), *at;
	buf_puts(out, DECLARATION "<w:ftr " NAMESPACES ">");
	put_edge_style(out, "Footer", across);
	buf_puts(out, "<w:r><w:tab/></w:r>");
	for (; (at = strchr(words, '{')) != NULL; words = at + 3) {
		put_run(out, arena_copy(&docx->scratch, words, (size_t)(at - words)));
		docx_field(out, at[1] == '1' ? "PAGE" : "NUMPAGES", "1");
	}
	put_run(out, words);
	buf_puts(out, "</w:p>\n</w:ftr>\n");
}

static void
put_footer(struct docx *docx, struct buf *out)
{
	put_foot(docx, out, false);
}

static void
put_footer_across(struct docx *docx, struct buf *out)
{
	put_foot(docx, out, true);
}

void
docx_spill(struct docx *docx, size_t least)
{
	bool growing = docx->table.count && !docx->table.settled;
	if (growing || docx->out.length < least)
		return;
	zip_add(&docx->zip, buf_text(&docx->out), docx->out.length);
	buf_clear(&docx->out);
}

/* Packs parts from one on, up to the document or the end; gives the next. */
static size_t
pack_parts(struct docx *docx, size_t part)
{
	for (; part < PARTS && parts[part].put; part++) {
		if (!has_part(docx, part))
			continue;
		zip_begin(&docx->zip, parts[part].name);
		parts[part].put(docx, &docx->out);
		docx_spill(docx, 0);
		zip_end(&docx->zip);
	}
	return part;
}

static void
pack_drawings(struct docx *docx)
{
	for (uint32_t i = 0; i < docx->drawing_count; i++) {
		struct docx_drawing *drawing = &docx->drawings[i];
		zip_begin(&docx->zip,
			  arena_printf(&docx->scratch, "word/media/%s.emf", drawing->name));
		zip_add(&docx->zip, drawing->bytes.data, drawing->bytes.length);
		zip_end(&docx->zip);
		buf_free(&drawing->bytes);
	}
}

void
docx_open(struct docx *docx)
{
	docx->zip.out = &docx->archive;
	zip_begin(&docx->zip, parts[pack_parts(docx, 0)].name);
	buf_puts(&docx->out, DECLARATION "<w:document " NAMESPACES "><w:body>\n");
}

void
docx_close(struct docx *docx)
{
	docx_pages(docx, DOCX_UPRIGHT);
	buf_puts(&docx->out, "</w:body></w:document>\n");
	docx_spill(docx, 0);
	zip_end(&docx->zip);
	size_t document = 0;
	while (parts[document].put)
		document++;
	pack_parts(docx, document + 1);
	pack_drawings(docx);
	zip_finish(&docx->zip);
	buf_free(&docx->out);
	emission_write(docx->emission, docx->suffix, &docx->archive);
}
