/* SPDX-License-Identifier: MIT */
/* The least that writing a workbook costs: libxlsxwriter in constant memory, fed with cells that
 * are laid out already. floor_xlsx rich|plain CELLS OUTPUT: rich writes texts of several runs by
 * the library's call for them, plain as one string. CELLS is what cells.py lists. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { FORMATS = 4096, RUNS = 4096 };

static lxw_workbook *workbook;
static lxw_format *formats[FORMATS], *bold;

static lxw_format *
format_of(int number)
{
	lxw_format **format = &formats[number % FORMATS];
	if (!*format) {
		*format = workbook_add_format(workbook);
		format_set_text_wrap(*format);
		format_set_border(*format, LXW_BORDER_THIN);
		format_set_fg_color(*format, 0xFF0000u + (unsigned)number);
		format_set_pattern(*format, LXW_PATTERN_SOLID);
	}
	return *format;
}

/* A text of so many bytes and its line end, in a buffer that is used again for the next one. */
static char *
read_text(FILE *in, size_t length, char **buffer, size_t *room)
{
	if (*room < length + 2) {
		*room = 2 * length + 2;
		*buffer = realloc(*buffer, *room);
	}
	if (!*buffer || fread(*buffer, 1, length + 1, in) != length + 1)
		exit(2);
	(*buffer)[length] = '\0';
	return *buffer;
}

static void
write_runs(FILE *in, lxw_worksheet *sheet, lxw_row_t row, int column, int format, int count,
	   int rich)
{
	static char *texts[RUNS], *all;
	static size_t rooms[RUNS], room;
	static lxw_rich_string_tuple runs[RUNS], *list[RUNS + 1];
	size_t total = 0;
	for (int i = 0; i < count && i < RUNS; i++) {
		int heavy;
		size_t length;
		if (fscanf(in, "P %d %zu", &heavy, &length) != 2 || getc(in) != '\n')
			exit(2);
		runs[i] = (lxw_rich_string_tuple){heavy ? bold : NULL,
						  read_text(in, length, &texts[i], &rooms[i])};
		list[i] = &runs[i];
		list[i + 1] = NULL;
		total += length;
	}
	if (rich) {
		worksheet_write_rich_string(sheet, row, (lxw_col_t)column, list, format_of(format));
		return;
	}
	if (room < total + 1)
		all = realloc(all, room = 2 * total + 1);
	char *at = all;
	for (int i = 0; i < count && i < RUNS; i++)
		at = stpcpy(at, texts[i]);
	worksheet_write_string(sheet, row, (lxw_col_t)column, all, format_of(format));
}

int
main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	int rich = strcmp(argv[1], "rich") == 0, letter, column, format, count, level;
	FILE *in = fopen(argv[2], "rb");
	lxw_workbook_options options = {.constant_memory = LXW_TRUE};
	workbook = workbook_new_opt(argv[3], &options);
	lxw_worksheet *sheet = NULL;
	lxw_row_t row = 0;
	char *text = NULL;
	size_t room = 0, length;
	double value;
	if (!in || !workbook)
		return 2;
	bold = workbook_add_format(workbook);
	format_set_bold(bold);
	while ((letter = getc(in)) != EOF) {
		int ok = 0;
		if (letter == 'S' && (ok = fscanf(in, "%zu", &length) == 1 && getc(in) == '\n'))
			sheet =
			    workbook_add_worksheet(workbook, read_text(in, length, &text, &room));
		else if (letter == 'R' &&
			 (ok = fscanf(in, "%u %lf %d", &row, &value, &level) == 3 &&
			       getc(in) == '\n')) {
			lxw_row_col_options group = {.level = (uint8_t)level};
			worksheet_set_row_opt(sheet, row, value, NULL, &group);
		} else if (letter == 'T' &&
			   (ok = fscanf(in, "%d %d %zu", &column, &format, &length) == 3 &&
				 getc(in) == '\n'))
			worksheet_write_string(sheet, row, (lxw_col_t)column,
					       read_text(in, length, &text, &room),
					       format_of(format));
		else if (letter == 'X' &&
			 (ok = fscanf(in, "%d %d %d", &column, &format, &count) == 3 &&
			       getc(in) == '\n'))
			write_runs(in, sheet, row, column, format, count, rich);
		else if (letter == 'N' &&
			 (ok = fscanf(in, "%d %d %lf", &column, &format, &value) == 3 &&
			       getc(in) == '\n'))
			worksheet_write_number(sheet, row, (lxw_col_t)column, value,
					       format_of(format));
		else if (letter == 'B' &&
			 (ok = fscanf(in, "%d %d", &column, &format) == 2 && getc(in) == '\n'))
			worksheet_write_blank(sheet, row, (lxw_col_t)column, format_of(format));
		if (!ok)
			return 2;
	}
	fclose(in);
	return workbook_close(workbook) == LXW_NO_ERROR ? 0 : 1;
}
