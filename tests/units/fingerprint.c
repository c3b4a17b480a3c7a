/* SPDX-License-Identifier: MIT */
/* fingerprint FILE…: of each process its fingerprint and those of its parts, a line. */
#include "plan/fingerprint.h"
#include "load/load.h"

#include <stdio.h>

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct diagnostics diags = {0};
		struct arena arena = {0};
		bool unreadable = false;
		const struct model *model = load_model(argv[i], NULL, NULL, &diags, &unreadable);
		const struct fingerprint *fingerprint = fingerprint_of(model, &arena);
		printf("%s %s\n", fingerprint_text(fingerprint, &arena),
		       fingerprint_parts(fingerprint, NULL, &arena));
		arena_free(&arena);
		model_free(model);
		diag_free(&diags);
	}
	return 0;
}
