/* SPDX-License-Identifier: MIT */
/* Bytes as a process file: loaded, checked by all rules, and what was found printed in both
 * languages. */
#include "check/check.h"
#include "load/load.h"
#include "model/hide.h"
#include "source/source.h"
#include "target.h"
#include "yaml/settle.h"

#include <string.h>

static void
show(const struct model *model, struct diagnostics *diags)
{
	struct sources *sources = sources_open(model);
	settle_findings(diags, sources);
	for (int lang = 0; lang < 2; lang++) {
		struct buf text = {0};
		diag_print(diags, sources, lang, lang == 1, 0, &text);
		fuzz_must(memchr(buf_text(&text), '\a', text.length) == NULL,
			  "a control character reaches the terminal");
		buf_free(&text);
	}
	sources_close(sources);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diagnostics diags = {0};
	bool unreadable = false;
	const struct model *model =
	    load_model(fuzz_file("process.yaml", data, size), NULL, NULL, &diags, &unreadable);
	struct check_options options = {.today = 20000, .edition = "client"};
	check_model(model, &options, &diags);
	show(model, &diags);
	diag_free(&diags);
	model_free(model);
	return 0;
}
