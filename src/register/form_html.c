/* SPDX-License-Identifier: MIT */
/* The register as one page that asks for nothing from anywhere. */
#include "emit/doc/html.h"
#include "register.css.h"
#include "register/forms.h"
#include "register/html.h"

#include <string.h>

static void
put_text(struct buf *out, const char *tag, const char *text)
{
	buf_printf(out, "<%s>", tag);
	html_escape(out, text);
	buf_printf(out, "</%.*s>\n", (int)strcspn(tag, " "), tag);
}

static void
put_head(const struct register_sight *sight, struct buf *out)
{
	buf_printf(out,
		   "<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		   "style-src 'sha256-%s'\">\n",
		   sight->voice.lang ? "ru" : "en", register_css_sha256);
	put_text(out, "title", show_word(&sight->voice, WORD_REGISTER));
	buf_printf(out, "<style>%s</style>\n</head>\n<body>\n<main>\n", register_css);
}

int
form_html(const struct register_sight *sight, struct buf *out)
{
	const struct date today = {sight->wish->today, {.line = 1}, 0};
	put_head(sight, out);
	put_text(out, "h1", show_word(&sight->voice, WORD_REGISTER));
	put_text(out, "p class=\"day\"",
		 show_word_with(&sight->voice, WORD_REGISTER_ON,
				show_date(&sight->voice, &today, sight->arena), sight->arena));
	put_text(out, "h2",
		 show_word(&sight->voice,
			   sight->due_count ? WORD_REGISTER_DUE : WORD_REGISTER_NOTHING_DUE));
	register_html_dues(sight, NULL, sight->due_count, out);
	put_text(out, "h2", show_word(&sight->voice, WORD_REGISTER_PROCESSES));
	register_html_rows(sight, NULL, out);
	buf_puts(out, "</main>\n</body>\n</html>\n");
	return 0;
}
