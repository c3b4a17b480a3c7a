/* SPDX-License-Identifier: MIT */
/* Only what the last good build wrote is shown, and the materials its pages lead to, each by its
 * exact address: no address leads to any other file. The live script is added to
 * pages as they are sent; the files on the disk stay as they
 * are. */
#include "cli/build/serve.h"

#include "cli/build/live_page.h"
#include "files/file.h"
#include "files/path.h"
#include "support/xml.h"

#include "live.js.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NEWS "/.presale/news"
#define STANDARD_HOST "127.0.0.1"
enum { STANDARD_PORT = 8017, PORTS_TRIED = 50, SHOWN_MOST = 64 << 20 };

struct serve {
	struct http *http;
	struct arena arena; /* of what is shown */
	long long build; /* the number of the last good build; differs from those of other runs */
	const char *out, *root; /* the folder of the outputs as named, and as it was found at the
				   build: nothing leads out of it */
	const char **files;
	size_t file_count;
	const struct material *materials;
	size_t material_count;
	struct buf findings; /* of a build that failed after it */
	int lang;
	const char *not_built, *nothing, *no_page, *large; /* what it says itself */
	char policy[256];                                  /* of its own pages */
};

static const struct {
	const char *ending, *type;
} types[] = {
    {".html", "text/html; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".gif", "image/gif"},
    {".webp", "image/webp"},
    {".pdf", "application/pdf"},
    {".json", "application/json"},
    {".md", NULL},
    {".txt", NULL},
    {".csv", NULL},
    {".yaml", NULL},
    {".yml", NULL},
    {".mmd", NULL},
    {".puml", NULL},
    {".dot", NULL},
    {".bpmn", NULL},
    {".opml", NULL},
    {".mm", NULL},
};

/* NULL is plain text. */
static const char *
type_of(const char *path)
{
	size_t length = strlen(path);
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		size_t ending = strlen(types[i].ending);
		if (length > ending && strcmp(path + length - ending, types[i].ending) == 0)
			return types[i].type;
	}
	return "application/octet-stream";
}

static bool
is_page(const char *path)
{
	const char *type = type_of(path);
	return type && strncmp(type, "text/html", 9) == 0;
}

/* The address of a file from the server's root. */
static const char *
address_of(const struct serve *serve, const char *file)
{
	size_t length = strlen(serve->out);
	return strncmp(file, serve->out, length) == 0 && file[length] == '/' ? file + length + 1
									     : file;
}

static void
put_tag(const struct serve *serve, struct buf *out)
{
	buf_printf(out, "<script data-build=\"%lld\" data-title=\"", serve->build);
	xml_escape(out, serve->not_built);
	buf_printf(out, "\">%s</script>\n", live_js);
}

/* A page of the server's own. */
static void
put_page(const struct serve *serve, struct http_reply *reply, const char *title)
{
	reply->type = "text/html; charset=utf-8";
	reply->policy = serve->policy;
	buf_printf(&reply->body,
		   "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"UTF-8\">\n"
		   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		   "<meta name=\"color-scheme\" content=\"light dark\">\n<title>",
		   serve->lang ? "ru" : "en");
	xml_escape(&reply->body, title);
	buf_puts(&reply->body,
		 "</title>\n<style>body{font:1.1rem/1.6 "
		 "system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}"
		 "</style>\n</head>\n<body>\n<h1>");
	xml_escape(&reply->body, title);
	buf_puts(&reply->body, "</h1>\n");
}

static void
end_page(const struct serve *serve, struct http_reply *reply)
{
	put_tag(serve, &reply->body);
	buf_puts(&reply->body, "</body>\n</html>\n");
}

/* The one page there is, a list of them, or that there is none yet. */
static void
answer_root(const struct serve *serve, struct http_reply *reply)
{
	size_t pages = 0;
	const char *first = NULL;
	for (size_t i = 0; i < serve->file_count; i++)
		if (is_page(serve->files[i]) && !pages++)
			first = address_of(serve, serve->files[i]);
	if (pages == 1) {
		reply->status = 302;
		reply->location = first;
		return;
	}
	put_page(serve, reply, pages ? "presale" : serve->nothing);
	buf_puts(&reply->body, pages ? "<ul>\n" : "");
	for (size_t i = 0; i < serve->file_count; i++) {
		if (!is_page(serve->files[i]))
			continue;
		buf_puts(&reply->body, "<li><a href=\"/");
		xml_escape(&reply->body, address_of(serve, serve->files[i]));
		buf_puts(&reply->body, "\">");
		xml_escape(&reply->body, address_of(serve, serve->files[i]));
		buf_puts(&reply->body, "</a></li>\n");
	}
	buf_puts(&reply->body, pages ? "</ul>\n" : "");
	end_page(serve, reply);
}

static void
answer_words(struct http_reply *reply, int status, const char *words)
{
	reply->status = status;
	buf_printf(&reply->body, "%s\n", words);
}

/* Reads a file that lies within root when links are followed; both outputs and materials may have
 * become links since the build. */
static bool
read_within(const char *path, const char *root, struct buf *contents)
{
	struct arena scratch = {0};
	const char *real = path_real(&scratch, path);
	size_t length = strlen(root);
	bool within = real && strncmp(real, root, length) == 0 &&
		      (real[length] == '/' || root[length - 1] == '/');
	bool ok = within && file_read(real, contents) == FILE_OK;
	arena_free(&scratch);
	return ok;
}

static void
answer_file(const struct serve *serve, const char *path, const char *root, struct http_reply *reply)
{
	struct buf contents = {0};
	if (!read_within(path, root, &contents)) {
		answer_words(reply, 404, serve->no_page);
	} else if (contents.length > SHOWN_MOST) {
		answer_words(reply, 413, serve->large);
	} else {
		reply->body = contents;
		reply->type = type_of(path);
		return;
	}
	buf_free(&contents);
}

static void
answer_page(const struct serve *serve, const char *path, struct http_reply *reply)
{
	answer_file(serve, path, serve->root, reply);
	if (reply->status)
		return;
	struct buf page = reply->body, tag = {0};
	reply->body = (struct buf){0};
	put_tag(serve, &tag);
	live_page(&reply->body, buf_text(&page), buf_text(&tag), live_js_sha256);
	buf_free(&tag);
	buf_free(&page);
}

/* A material, in which nothing runs. */
static void
answer_material(const struct serve *serve, const struct material *material,
		struct http_reply *reply)
{
	reply->policy = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; "
			"object-src 'self'";
	answer_file(serve, material->path, material->root, reply);
}

/* The state of things as an event: the number of the build, and what stood in the way of a later
 * one. */
static void
put_event(const struct serve *serve, struct buf *out)
{
	buf_printf(out, "data: %lld\n", serve->build);
	for (const char *line = buf_text(&serve->findings); *line;) {
		size_t length = strcspn(line, "\r\n");
		buf_puts(out, "data: ");
		buf_add(out, line, length);
		buf_putc(out, '\n');
		line += length + (line[length] != '\0');
	}
	buf_putc(out, '\n');
}

/* A browser does not go above the root. */
static const char *
within_root(const char *address)
{
	while (strncmp(address, "../", 3) == 0 || strncmp(address, "./", 2) == 0)
		address = strchr(address, '/') + 1;
	return address;
}

static void
answer(void *data, const char *path, struct http_reply *reply)
{
	const struct serve *serve = data;
	if (strcmp(path, "/") == 0) {
		answer_root(serve, reply);
		return;
	}
	if (strcmp(path, NEWS) == 0) {
		reply->stream = true;
		reply->type = "text/event-stream";
		put_event(serve, &reply->body);
		return;
	}
	for (size_t i = 0; i < serve->file_count; i++) {
		if (strcmp(path + 1, address_of(serve, serve->files[i])) != 0)
			continue;
		if (is_page(serve->files[i]))
			answer_page(serve, serve->files[i], reply);
		else
			answer_file(serve, serve->files[i], serve->root, reply);
		return;
	}
	for (size_t i = 0; i < serve->material_count; i++) {
		if (strcmp(path + 1, within_root(serve->materials[i].address)) != 0)
			continue;
		answer_material(serve, &serve->materials[i], reply);
		return;
	}
	answer_words(reply, 404, serve->no_page);
}

static bool
read_port(struct arguments *args, const char *text, unsigned *port)
{
	char *end;
	unsigned long number = strtoul(text, &end, 10);
	*port = (unsigned)number;
	if (*text >= '0' && *text <= '9' && !*end && number < 65536)
		return true;
	call_complain(call_say(args, SAY_SERVE_PORT, text, NULL));
	return false;
}

/* ADDRESS, PORT, ADDRESS:PORT; an address of six with colons of its own is in brackets when a port
 * follows. */
static bool
read_address(struct arguments *args, const char *value, const char **host, unsigned *port)
{
	*host = STANDARD_HOST;
	*port = STANDARD_PORT;
	const char *colon = strrchr(value, ':');
	if (!*value || strcmp(value, "::1") == 0 || value[strlen(value) - 1] == ']' ||
	    (!colon && strspn(value, "0123456789") != strlen(value))) {
		*host = *value ? value : *host;
		return true;
	}
	if (colon)
		*host = arena_copy(&args->arena, value, (size_t)(colon - value));
	return read_port(args, colon ? colon + 1 : value, port);
}

/* A free port after one that is taken. */
static void
complain_taken(struct arguments *args, const char *host, unsigned port)
{
	struct http *http;
	const char *taken = arena_printf(&args->arena, "%u", port);
	for (unsigned tried = 1; tried <= PORTS_TRIED && port + tried < 65536; tried++) {
		if (http_open(host, port + tried, answer, NULL, &http) != HTTP_OK)
			continue;
		call_complain(call_say(args, SAY_SERVE_TAKEN, taken,
				       arena_string(&args->arena, http_name(http))));
		http_close(http);
		return;
	}
	call_complain(call_say(args, SAY_SERVE_TAKEN, taken, "0"));
}

static bool
open_at(struct arguments *args, struct serve *serve)
{
	const char *host, *value = args_value(args, OPTION_SERVE);
	unsigned port;
	if (!read_address(args, value ? value : "", &host, &port))
		return false;
	enum http_fault fault = http_open(host, port, answer, serve, &serve->http);
	if (fault == HTTP_NOT_LOCAL)
		call_complain(
		    call_say(args, SAY_SERVE_LOCAL, arena_printf(&args->arena, "%u", port), host));
	else if (fault == HTTP_NO_LIBRARY)
		call_complain(call_say(args, SAY_SERVE_LIBRARY, http_library_package(), NULL));
	else if (fault == HTTP_TAKEN)
		complain_taken(args, host, port);
	else if (fault)
		call_complain(call_say(args, SAY_SERVE_FAILED,
				       arena_printf(&args->arena, "%s:%u", host, port),
				       call_say_error(args, errno)));
	return fault == HTTP_OK;
}

struct serve *
serve_open(struct arguments *args)
{
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	struct serve *serve = memory_alloc(sizeof *serve);
	*serve = (struct serve){.build = (long long)now.tv_sec * 1000};
	snprintf(serve->policy, sizeof serve->policy,
		 "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-%s'; "
		 "connect-src 'self'; base-uri 'none'; "
		 "form-action 'none'",
		 live_js_sha256);
	if (open_at(args, serve))
		return serve;
	memory_free(serve);
	return NULL;
}

void
serve_close(struct serve *serve)
{
	http_close(serve->http);
	buf_free(&serve->findings);
	arena_free(&serve->arena);
	memory_free(serve);
}

struct http *
serve_http(struct serve *serve)
{
	return serve->http;
}

static void
keep_words(struct serve *serve, struct arguments *args)
{
	serve->not_built =
	    arena_string(&serve->arena, call_say(args, SAY_SERVE_ERRORS, NULL, NULL));
	serve->nothing = arena_string(&serve->arena, call_say(args, SAY_SERVE_NOTHING, NULL, NULL));
	serve->no_page = arena_string(&serve->arena, call_say(args, SAY_SERVE_NO_PAGE, NULL, NULL));
	serve->large = arena_string(&serve->arena, call_say(args, SAY_SERVE_TOO_LARGE, NULL, NULL));
	serve->lang = args_lang(args);
}

/* What is shown from now on; a copy, since news are forgotten. */
static void
keep(struct serve *serve, struct arguments *args, const struct build_news *news)
{
	arena_free(&serve->arena);
	keep_words(serve, args);
	const char *root = path_real(&serve->arena, news->out);
	serve->out = arena_string(&serve->arena, news->out);
	serve->root =
	    root ? root : serve->out; /* with the current folder lost nothing is found there */
	const char **files = arena_array(&serve->arena, news->file_count + 1, sizeof *files);
	for (size_t i = 0; i < news->file_count; i++)
		files[i] = arena_string(&serve->arena, news->files[i]);
	struct material *materials =
	    arena_array(&serve->arena, news->material_count + 1, sizeof *materials);
	for (size_t i = 0; i < news->material_count; i++)
		materials[i] =
		    (struct material){arena_string(&serve->arena, news->materials[i].address),
				      arena_string(&serve->arena, news->materials[i].path),
				      arena_string(&serve->arena, news->materials[i].root)};
	serve->files = files;
	serve->file_count = news->file_count;
	serve->materials = materials;
	serve->material_count = news->material_count;
}

void
serve_news(struct serve *serve, struct arguments *args, const struct build_news *news)
{
	struct buf event = {0};
	buf_clear(&serve->findings);
	if (news->ok || (news->file_count && !serve->file_count))
		keep(serve, args, news);
	else if (!serve->not_built)
		keep_words(serve, args);
	serve->build += news->file_count > 0;
	if (!news->ok)
		buf_add(&serve->findings, news->findings.length ? buf_text(&news->findings) : "?",
			news->findings.length ? news->findings.length : 1);
	put_event(serve, &event);
	http_tell(serve->http, buf_text(&event), event.length);
	buf_free(&event);
}
