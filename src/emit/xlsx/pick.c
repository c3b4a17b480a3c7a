/* SPDX-License-Identifier: MIT */
/* Lists to choose from: short fixed ones are typed into the cell's rule, roles and stages are those
 * of their sheet, so that a name added or changed there can be chosen at once. */
#include "emit/xlsx/pick.h"

#include "emit/xlsx/sheet.h"
#include "emit/xlsx/text.h"
#include "model/fields.h"
#include "support/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { INLINE_UNITS = 255, INLINE_BYTES = 4 * INLINE_UNITS };

/* A list as a formula, or NULL when it is empty or does not fit. */
static const char *
typed_list(struct xlsx *xlsx, const char *const *items, size_t count)
{
	struct buf list = {0};
	bool fits = count > 0;
	for (size_t i = 0; i < count && fits; i++) {
		buf_puts(&list, i ? "," : "");
		buf_puts(&list, items[i]);
		fits = !strpbrk(items[i], ",\n\"") && items[i][0] != ' ' &&
		       list.length <= INLINE_BYTES;
	}
	fits = fits && utf8_units(buf_text(&list)) <= INLINE_UNITS;
	const char *text = xlsx_text(&xlsx->scratch, buf_text(&list));
	const char *formula = fits ? arena_printf(&xlsx->scratch, "\"%s\"", text) : NULL;
	buf_free(&list);
	return formula;
}

static const char *
names_of(struct xlsx *xlsx, const struct list *list)
{
	if (list->count > INLINE_UNITS)
		return NULL;
	const char **items = arena_array(&xlsx->scratch, list->count + 1, sizeof *items);
	for (uint32_t i = 0; i < list->count; i++)
		items[i] = entity_name(list->items[i]);
	return typed_list(xlsx, items, list->count);
}

static const char *
choices_of(struct xlsx *xlsx, enum choice_set set)
{
	const char *items[CHOICE_COUNT];
	size_t count = 0;
	for (enum choice choice = CHOICE_ABSENT + 1; choice < CHOICE_COUNT; choice++)
		if (choice_set(choice) == set)
			items[count++] = choice_name(choice, xlsx->voice->lang);
	return typed_list(xlsx, items, count);
}

/* The first column of a sheet as a formula, or NULL when the book has no such sheet. */
static const char *
range_of(struct xlsx *xlsx, enum sheet_id sheet)
{
	if (!xlsx->sheet_names[sheet] || xlsx->places.ends[sheet] < 2)
		return NULL;
	return arena_printf(&xlsx->scratch, "%s!$A$2:$A$%u",
			    xlsx_quoted(&xlsx->scratch, xlsx->sheet_names[sheet]),
			    xlsx->places.ends[sheet]);
}

/* The rule is made with a stand-in, in whose place its formula is put where the library keeps it.
 * Its public calls cannot take it: of a list (LXW_VALIDATION_TYPE_LIST) version 1.1.4 counts
 * characters and copies bytes, into 258 of them, so that 141 letters of Russian end the program; of
 * a formula (LXW_VALIDATION_TYPE_LIST_FORMULA) it keeps a copy of which it loses another. */
static bool
replace_stand_in(lxw_worksheet *sheet, const char *formula)
{
	lxw_data_val_obj *made = STAILQ_FIRST(sheet->data_validations);
	while (STAILQ_NEXT(made, list_pointers))
		made = STAILQ_NEXT(made, list_pointers);
	size_t size = strlen(formula) + 1;
	char *own = realloc(made->value_formula, size); /* the library frees it */
	if (!own)
		memory_exhausted();
	made->value_formula = memcpy(own, formula, size);
	return true;
}

bool
pick_set_rule(const struct xlsx_library *lxw, lxw_worksheet *sheet, const struct pick_rule *rule)
{
	const char *stand_in[] = {"-", NULL};
	const struct pick_range *range = &rule->range;
	lxw_data_validation validation = {
	    .validate = rule->formula ? LXW_VALIDATION_TYPE_LIST : LXW_VALIDATION_TYPE_ANY,
	    .value_list =
		(void *)stand_in, /* of char * or const char *, by the library's version */
	    .input_title = (char *)(uintptr_t)rule->title,
	    .input_message = (char *)(uintptr_t)rule->hint,
	    .show_error = rule->many ? LXW_VALIDATION_OFF : LXW_VALIDATION_DEFAULT,
	    .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING};
	lxw_col_t column = (lxw_col_t)range->column;
	return xlsx_ok(lxw->worksheet_data_validation_range(sheet, range->first, column,
							    range->last, column, &validation)) &&
	       (!rule->formula || replace_stand_in(sheet, rule->formula));
}

bool
xlsx_offer(struct xlsx *xlsx, const struct pick_range *range, enum pick pick, int choices,
	   bool many)
{
	if (pick == PICK_NONE)
		return true;
	const struct document *document = xlsx->model->document;
	const char *const flags[] = {show_word(xlsx->voice, WORD_YES),
				     show_word(xlsx->voice, WORD_NO)};
	const char *formula = NULL;
	switch (pick) {
	case PICK_NONE:
		break;
	case PICK_ROLE:
		formula = range_of(xlsx, SHEET_ROLES);
		formula = formula ? formula : names_of(xlsx, &document->roles);
		break;
	case PICK_STAGE:
		formula = range_of(xlsx, SHEET_STAGES);
		formula = formula ? formula : names_of(xlsx, &document->stages);
		break;
	case PICK_VARIANT:
		formula = names_of(xlsx, &document->variants);
		break;
	case PICK_FLAG:
		formula = typed_list(xlsx, flags, 2);
		break;
	case PICK_CHOICE:
		formula = choices_of(xlsx, (enum choice_set)choices);
		break;
	}
	if (!formula)
		return true;
	return pick_set_rule(&xlsx->lxw, xlsx->sheet,
			     &(struct pick_rule){*range, formula, many, NULL, NULL});
}
