/* SPDX-License-Identifier: MIT */
#include "diag/diag.h"
#include "load/load.h"
#include "model/field.h"
#include "presale.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int
check_file(const char *path)
{
	struct diagnostics diags = {0};
	struct buf out = {0};
	bool unreadable;
	struct model *model = load_model(path, &diags, &unreadable);
	diag_sort(&diags);
	diag_print(&diags, model, lang_index(model->lang), isatty(STDERR_FILENO), &out);
	fwrite(buf_text(&out), 1, out.length, stderr);
	int status = unreadable ? PRESALE_USAGE : diag_count(&diags, SEVERITY_ERROR) ? PRESALE_CONTENT : PRESALE_CLEAN;
	buf_free(&out);
	diag_free(&diags);
	model_free(model);
	return status;
}

int
main(int argc, char **argv)
{
	int status = PRESALE_CLEAN;
	if (argc >= 2 && strcmp(argv[1], "--version") == 0)
		return puts("presale " PRESALE_VERSION) < 0;
	if (argc < 3 || strcmp(argv[1], "check") != 0) {
		fputs("usage: presale check FILE...\n", stderr);
		return PRESALE_USAGE;
	}
	for (int i = 2; i < argc; i++) {
		int one = check_file(argv[i]);
		status = one > status ? one : status;
	}
	return status;
}
