/* SPDX-License-Identifier: MIT */
/* What each sheet is called and holds. */
#include "model/fields.h"
#include "view/book/book.h"

static const struct {
	const char *key;
	enum field_id section; /* of the file, whose title it has; or FIELD_NONE */
	enum word title;
	const char *about[2]; /* English, Russian */
} sheets[SHEET_COUNT] = {
#define SHEET(ID, key, TITLE, en, ru) \
	[SHEET_##ID] = {#key, FIELD_NONE, WORD_SHEET_##TITLE, {en, ru}},
#define SHEET_OF(ID, key, en, ru) [SHEET_##ID] = {#key, FIELD_DOCUMENT_##key, WORD_COUNT, {en, ru}},
#include "view/book/sheets.def"
#undef SHEET
#undef SHEET_OF
};

const char *
sheet_key(enum sheet_id sheet)
{
	return sheets[sheet].key;
}

const char *
sheet_title(const struct voice *voice, enum sheet_id sheet)
{
	enum field_id section = sheets[sheet].section;
	return section ? field_row(section)->titles[voice->lang]
		       : show_word(voice, sheets[sheet].title);
}

const char *
sheet_about(const struct voice *voice, enum sheet_id sheet)
{
	return sheets[sheet].about[voice->lang];
}
