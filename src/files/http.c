/* SPDX-License-Identifier: MIT */
/* libmicrohttpd reads the requests and writes the answers. It has no word for giving a connection
 * up, nor for the time that a whole request may take: therefore the connections are known here as
 * well, and one that has to go has its socket shut, which the library finds as if the other side
 * had gone. */
#include "files/http.h"

#include "files/http_library.h"
#include "files/http_own.h"
#include "files/loopback.h"
#include "support/memory.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Milliseconds, bytes, and connections. */
enum {
	ASKING = 10 * 1000,       /* from the connection to the end of the request */
	TAKING = 30 * 1000,       /* for each part of the answer */
	BEAT = 15 * 1000,         /* between signs of life of a stream */
	BEHIND_MOST = 256 * 1024, /* what a stream may be behind */
	POOL = 2 * HTTP_REQUEST, /* for a request, what is made of it, and the head of the answer */
	PIECE = 4 * 1024,        /* of a stream */
	LEAVING = 16,            /* connections that are given up and not yet closed */
	ALL = HTTP_CONNECTIONS + LEAVING
};

enum stage { STAGE_ASKING, STAGE_TAKING, STAGE_STREAM };

struct connection {
	struct MHD_Connection *handle; /* NULL: a free place */
	struct http *http;
	int fd;
	enum stage stage;
	bool over;       /* given up */
	bool waits;      /* a stream that has sent all there is */
	uint64_t number; /* orders them by age */
	int64_t due;     /* when it is given up asking, or a waiting stream gives a sign of life */
	struct buf out;  /* of a stream */
	size_t sent;
};

struct http {
	struct http_library library;
	struct MHD_Daemon *daemon;
	int fd;
	char name[LOOPBACK_NAME];
	http_answer *answer;
	void *data;
	int64_t now;
	uint64_t begun; /* connections so far */
	struct connection connections[ALL];
};

/* Has a stream go on that waited. */
static void
wake(struct connection *c)
{
	if (c->waits)
		c->http->library.MHD_resume_connection(c->handle);
	c->waits = false;
}

static void
give_up(struct connection *c)
{
	c->over = true;
	shutdown(c->fd, SHUT_RDWR);
	wake(c);
}

/* Whether one of two connections goes before the other: a stream last, else the older. */
static bool
goes_first(const struct connection *one, const struct connection *other)
{
	bool stream = one->stage == STAGE_STREAM, other_stream = other->stage == STAGE_STREAM;
	return stream == other_stream ? one->number < other->number : other_stream;
}

static void
make_place(struct http *http)
{
	struct connection *first = NULL;
	size_t count = 0;
	for (size_t i = 0; i < ALL; i++) {
		struct connection *c = &http->connections[i];
		if (!c->handle || c->over)
			continue;
		count++;
		first = !first || goes_first(c, first) ? c : first;
	}
	if (count > HTTP_CONNECTIONS)
		give_up(first);
}

/* The library begins no more than ALL connections. */
static struct connection *
begin(struct http *http, struct MHD_Connection *handle)
{
	struct connection *c = http->connections;
	while (c->handle)
		c++;
	int fd = http->library.MHD_get_connection_info(handle, MHD_CONNECTION_INFO_CONNECTION_FD)
		     ->connect_fd;
	*c = (struct connection){.handle = handle,
				 .http = http,
				 .fd = fd,
				 .number = ++http->begun,
				 .due = http->now + ASKING};
	make_place(http);
	return c;
}

static void
note_connection(void *data, struct MHD_Connection *handle, void **place,
		enum MHD_ConnectionNotificationCode code)
{
	struct connection *c = *place;
	if (code == MHD_CONNECTION_NOTIFY_STARTED) {
		*place = begin(data, handle);
		return;
	}
	buf_free(&c->out);
	*c = (struct connection){0};
}

/* Notes of a request whether its address has a NUL, at which its path ends for the library: not
 * NULL then. */
static void *
note_address(void *http, const char *address, struct MHD_Connection *handle)
{
	(void)handle;
	return strstr(address, "%00") ? http : NULL;
}

static enum MHD_Result
note_field(void *data, enum MHD_ValueKind kind, const char *key, const char *value)
{
	(void)kind;
	http_own_field(data, key, value);
	return MHD_YES;
}

/* The status to refuse a request with, or 0. */
static int
judge(const struct http *http, struct MHD_Connection *handle, const char *path, const char *method)
{
	const struct http_library *library = &http->library;
	struct http_asker asker = {.name = http->name};
	library->MHD_get_connection_values(handle, MHD_HEADER_KIND, note_field, &asker);
	int verdict = http_own_verdict(&asker);
	if (library->MHD_get_connection_info(handle, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE)
		->header_size > HTTP_REQUEST)
		return MHD_HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE;
	if (verdict || *path != '/')
		return verdict ? verdict : MHD_HTTP_BAD_REQUEST;
	return strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0
		   ? 0
		   : MHD_HTTP_METHOD_NOT_ALLOWED;
}

/* The next of a stream; one that has sent all there is waits to be woken. */
static ssize_t
read_stream(void *data, uint64_t at, char *bytes, size_t most)
{
	struct connection *c = data;
	size_t left = c->out.length - c->sent, given = left < most ? left : most;
	(void)at;
	if (c->over)
		return MHD_CONTENT_READER_END_OF_STREAM;
	if (given) {
		memcpy(bytes, c->out.data + c->sent, given);
		c->sent += given;
		return (ssize_t)given;
	}
	buf_clear(&c->out);
	c->sent = 0;
	c->waits = true;
	c->due = c->http->now + BEAT;
	c->http->library.MHD_suspend_connection(c->handle);
	return 0;
}

static struct MHD_Response *
make_stream(struct connection *c, struct http_reply *reply)
{
	c->stage = STAGE_STREAM;
	c->out = reply->body;
	reply->body = (struct buf){0};
	return c->http->library.MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, PIECE,
								  read_stream, c, NULL);
}

static struct MHD_Response *
make_whole(struct connection *c, struct http_reply *reply)
{
	struct buf body = reply->body;
	c->stage = STAGE_TAKING;
	reply->body = (struct buf){0};
	return c->http->library.MHD_create_response_from_buffer_with_free_callback(
	    body.length, body.data, memory_free);
}

/* The head of the answer; nobody else may show, keep or read it. */
static void
put_head(const struct http_library *library, struct MHD_Response *response,
	 const struct http_reply *reply)
{
	struct buf policy = {0};
	buf_printf(&policy, "%s%sframe-ancestors 'none'", reply->policy ? reply->policy : "",
		   reply->policy ? "; " : "");
	const struct {
		const char *key, *value;
	} fields[] = {
	    {"Cache-Control", "no-store"},
	    {"X-Content-Type-Options", "nosniff"},
	    {"Referrer-Policy", "no-referrer"},
	    {"Cross-Origin-Resource-Policy", "same-origin"},
	    {"Cross-Origin-Opener-Policy", "same-origin"},
	    {"Content-Security-Policy", buf_text(&policy)},
	    {"Content-Type", reply->type ? reply->type : "text/plain; charset=utf-8"},
	    {"Allow", reply->status == MHD_HTTP_METHOD_NOT_ALLOWED ? "GET, HEAD" : NULL},
	    {"Location", reply->location},
	};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (fields[i].value)
			library->MHD_add_response_header(response, fields[i].key, fields[i].value);
	buf_free(&policy);
}

/* Hands the answer to the library; after it the connection is closed. */
static enum MHD_Result
send_reply(struct connection *c, struct http_reply *reply)
{
	const struct http_library *library = &c->http->library;
	struct MHD_Response *response =
	    reply->stream ? make_stream(c, reply) : make_whole(c, reply);
	if (!response)
		memory_exhausted();
	put_head(library, response, reply);
	library->MHD_set_response_options(response, MHD_RF_HTTP_1_0_COMPATIBLE_STRICT, MHD_RO_END);
	enum MHD_Result queued = library->MHD_queue_response(
	    c->handle, reply->status ? (unsigned)reply->status : MHD_HTTP_OK, response);
	library->MHD_destroy_response(response);
	return queued;
}

/* A request whose head has come; noted is what note_address gave. */
static enum MHD_Result
take_request(void *data, struct MHD_Connection *handle, const char *path, const char *method,
	     const char *version, const char *upload, size_t *uploaded, void **noted)
{
	struct http *http = data;
	struct connection *c =
	    http->library.MHD_get_connection_info(handle, MHD_CONNECTION_INFO_SOCKET_CONTEXT)
		->socket_context;
	struct http_reply reply = {.status = judge(http, handle, path, method)};
	(void)version;
	(void)upload;
	(void)uploaded;
	if (!reply.status && *noted)
		reply.status = MHD_HTTP_BAD_REQUEST;
	if (!reply.status)
		http->answer(http->data, path, &reply);
	else
		buf_printf(&reply.body, "%d %s\n", reply.status,
			   http->library.MHD_get_reason_phrase_for((unsigned)reply.status));
	reply.stream = reply.stream && strcmp(method, "GET") == 0;
	return send_reply(c, &reply);
}

static bool
start(struct http *http, int listener)
{
	http->daemon = http->library.MHD_start_daemon(
	    MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, take_request, http,
	    MHD_OPTION_LISTEN_SOCKET, listener, MHD_OPTION_CONNECTION_LIMIT, (unsigned)ALL,
	    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)POOL, MHD_OPTION_CONNECTION_TIMEOUT,
	    (unsigned)TAKING / 1000, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK,
	    note_address, http, MHD_OPTION_NOTIFY_CONNECTION, note_connection, http,
	    MHD_OPTION_END);
	if (!http->daemon) {
		close(listener);
		return false;
	}
	http->fd =
	    http->library.MHD_get_daemon_info(http->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
	return true;
}

enum http_fault
http_open(const char *host, unsigned port, http_answer *answer, void *data, struct http **http)
{
	if (!loopback_is(host))
		return HTTP_NOT_LOCAL;
	struct http *made = memory_alloc(sizeof *made);
	*made = (struct http){.answer = answer, .data = data};
	enum http_fault fault = HTTP_NO_LIBRARY;
	if (http_library_load(&made->library)) {
		int listener = loopback_listen(host, port, made->name);
		fault = listener >= 0 && start(made, listener) ? HTTP_OK
			: errno == EADDRINUSE                  ? HTTP_TAKEN
							       : HTTP_FAILED;
	}
	if (fault == HTTP_OK)
		*http = made;
	else
		memory_free(made);
	return fault;
}

/* The library stops only when nothing is suspended. */
void
http_close(struct http *http)
{
	for (size_t i = 0; i < ALL; i++)
		if (http->connections[i].handle)
			give_up(&http->connections[i]);
	http->library.MHD_stop_daemon(http->daemon);
	memory_free(http);
}

const char *
http_name(const struct http *http)
{
	return http->name;
}

int
http_fd(const struct http *http)
{
	return http->fd;
}

/* Whether something is due for a connection at some time that only we know of. */
static bool
has_due(const struct connection *c)
{
	return c->handle && !c->over && (c->stage == STAGE_ASKING || c->waits);
}

void
http_turn(struct http *http, int64_t now)
{
	http->now = now;
	http->library.MHD_run(http->daemon);
	for (size_t i = 0; i < ALL; i++) {
		struct connection *c = &http->connections[i];
		if (!has_due(c) || now < c->due)
			continue;
		if (c->stage == STAGE_ASKING) {
			give_up(c);
			continue;
		}
		buf_puts(&c->out, ":\n\n");
		wake(c);
	}
}

int64_t
http_due(const struct http *http, int64_t now)
{
	MHD_UNSIGNED_LONG_LONG left;
	int64_t due = 0;
	if (http->library.MHD_get_timeout(http->daemon, &left) == MHD_YES)
		due = now + (int64_t)left;
	for (size_t i = 0; i < ALL; i++)
		if (has_due(&http->connections[i]) && (!due || http->connections[i].due < due))
			due = http->connections[i].due;
	return due;
}

void
http_tell(struct http *http, const char *text, size_t length)
{
	for (size_t i = 0; i < ALL; i++) {
		struct connection *c = &http->connections[i];
		if (!c->handle || c->over || c->stage != STAGE_STREAM)
			continue;
		if (c->out.length - c->sent > BEHIND_MOST) {
			give_up(c);
			continue;
		}
		buf_add(&c->out, text, length);
		wake(c);
	}
}
