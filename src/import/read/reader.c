/* SPDX-License-Identifier: MIT */
#include "import/read/reader.h"

#include "import/read/bpmn.h"
#include "import/read/csv.h"
#include "import/read/docx.h"
#include "import/read/map_file.h"
#include "import/read/text_file.h"
#include "import/read/xlsx.h"
#include "import/read/xmind.h"
#include "import/read/xmind_xml.h"
#include "support/utf8.h"
#include "text/encoding.h"

#include <string.h>

/* The last part of a path, without what follows its last point. */
static const char *
stem_of(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path,
		   *point = strrchr(name, '.');
	return arena_copy(arena, name,
			  point && point != name ? (size_t)(point - name) : strlen(name));
}

/* What LibreOffice writes of its own, and books, say first what they are. */
static bool
read_named(struct package *package)
{
	static const char office[] = "application/vnd.oasis.opendocument";
	struct buf type = {0};
	bool ok = package_take(package, "mimetype", &type),
	     is = ok && strncmp(buf_text(&type), office, strlen(office)) == 0;
	buf_free(&type);
	return ok && foreign_remark(package->foreign,
				    is ? REMARK_OPEN_DOCUMENT : REMARK_OTHER_ARCHIVE, NULL, NULL);
}

/* What archives hold, by the name of a part. */
static const struct {
	const char *beginning;
	bool (*read)(struct package *package);
} packages[] = {{"xl/", xlsx_read},
		{"word/document.xml", docx_read},
		{"content.json", xmind_read},
		{"mimetype", read_named},
		{"content.xml", xmind_xml_read}};

static bool
read_archive(struct foreign *foreign, struct buf *bytes)
{
	struct package package;
	bool ok = package_open(&package, foreign, bytes->data, bytes->length);
	size_t i = 0, count = ok ? sizeof packages / sizeof *packages : 0;
	while (i < count && !package_has_any(&package, packages[i].beginning))
		i++;
	if (i < count)
		ok = packages[i].read(&package);
	else if (ok)
		ok = foreign_remark(foreign, REMARK_OTHER_ARCHIVE, NULL, NULL);
	package_close(&package);
	return ok;
}

/* A compound file: what Office wrote before 2007, and what it wraps an encrypted document into. The
 * name of that part is in UTF-16. */
static bool
read_compound(struct foreign *foreign, struct buf *bytes)
{
	static const char part[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
	bool encrypted = false;
	for (size_t i = 0; i + sizeof part <= bytes->length && !encrypted; i += 2)
		encrypted = memcmp(bytes->data + i, part, sizeof part - 1) == 0;
	return foreign_remark(foreign, encrypted ? REMARK_ENCRYPTED : REMARK_OLD_OFFICE, NULL,
			      NULL);
}

static bool
read_pdf(struct foreign *foreign, struct buf *bytes)
{
	(void)bytes;
	return foreign_remark(foreign, REMARK_PDF, NULL, NULL);
}

/* True for bytes that no text has: it is a picture, a recording, half of an archive. Programs leave
 * a control character here and there in texts, such as the line end of Word within a cell. */
static bool
is_binary(const struct buf *bytes)
{
	enum { TEXT_BYTES = 16 }; /* to one control character, at least */
	size_t controls = 0;
	for (size_t i = 0; i < bytes->length; i++) {
		unsigned char byte = (unsigned char)bytes->data[i];
		if (!byte)
			return true;
		controls += byte < ' ' && !strchr("\t\r\n\v\f", byte);
	}
	return controls * TEXT_BYTES > bytes->length;
}

/* Brings a text to UTF-8 without a mark; false, with a remark, when it cannot be. */
static bool
decode(struct foreign *foreign, struct buf *bytes)
{
	static const char mark[] = "\xEF\xBB\xBF";
	if (encoding_is_utf16(bytes))
		encoding_from_utf16(bytes);
	else if (utf8_valid(bytes->data, bytes->length) < bytes->length &&
		 encoding_is_cp1251(bytes))
		encoding_from_cp1251(bytes);
	if (is_binary(bytes))
		return foreign_remark(foreign, REMARK_UNKNOWN, NULL, NULL);
	if (utf8_valid(bytes->data, bytes->length) < bytes->length)
		return foreign_remark(foreign, REMARK_ENCODING, NULL, NULL);
	if (strncmp(buf_text(bytes), mark, strlen(mark)) == 0) {
		memmove(bytes->data, bytes->data + strlen(mark), bytes->length - strlen(mark));
		buf_cut(bytes, bytes->length - strlen(mark));
	}
	return true;
}

/* A map is XML, and so is a chart; a table has values; any other text is one with headings and
 * lists. */
static bool
read_text(struct foreign *foreign, struct buf *bytes)
{
	if (!decode(foreign, bytes))
		return false;
	const char *text = buf_text(bytes) + strspn(buf_text(bytes), " \t\r\n");
	if (*text == '<')
		return bpmn_looks_like(text) ? bpmn_read(foreign, text)
					     : map_file_read(foreign, text);
	if (text_file_has_headings(text) || !csv_looks_like(text))
		return text_file_read(foreign, text);
	return csv_read(foreign, stem_of(foreign->arena, foreign->name), text);
}

/* What a document begins with. The last row takes any. */
static const struct {
	const char *beginning;
	size_t length;
	bool (*read)(struct foreign *foreign, struct buf *bytes);
} readers[] = {{"PK\3\4", 4, read_archive},
	       {"PK\5\6", 4, read_archive},
	       {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, read_compound},
	       {"%PDF", 4, read_pdf},
	       {"", 0, read_text}};

bool
reader_read(struct foreign *foreign, struct buf *bytes)
{
	size_t i = 0;
	if (!bytes->length)
		return foreign_remark(foreign, REMARK_EMPTY, NULL, NULL);
	if (bytes->length > FOREIGN_DOCUMENT)
		return foreign_remark(foreign, REMARK_LARGE, NULL,
				      arena_printf(foreign->arena, "%d", FOREIGN_DOCUMENT >> 20));
	while (bytes->length < readers[i].length ||
	       memcmp(bytes->data, readers[i].beginning, readers[i].length) != 0)
		i++;
	return readers[i].read(foreign, bytes);
}
