/* SPDX-License-Identifier: MIT */
#include "files/http.h"

#include "files/http_request.h"
#include "support/memory.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Milliseconds, and bytes. */
enum {
	ASKING = 10 * 1000,      /* from the connection to the end of the request */
	TAKING = 30 * 1000,      /* for each part of the answer */
	ENDING = 2 * 1000,       /* for the other side to close */
	BEAT = 15 * 1000,        /* between signs of life of a stream */
	BEHIND_MOST = 256 * 1024 /* what a stream may be behind */
};

enum stage { STAGE_FREE, STAGE_ASKING, STAGE_TAKING, STAGE_STREAM, STAGE_ENDING };

struct connection {
	enum stage stage;
	int fd;
	struct buf in, out;
	size_t sent;
	bool stream; /* stays open when all is sent */
	int64_t due; /* when it is given up, or a stream gives a sign of life */
};

struct http {
	int listener;
	char name[64];
	http_answer *answer;
	void *data;
	struct connection connections[HTTP_CONNECTIONS];
};

static const struct {
	int status;
	const char *words;
} statuses[] = {
    {200, "OK"},
    {302, "Found"},
    {400, "Bad Request"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {413, "Content Too Large"},
    {421, "Misdirected Request"},
    {431, "Request Header Fields Too Large"},
    {505, "HTTP Version Not Supported"},
};

static const char *
words_of(int status)
{
	for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
		if (statuses[i].status == status)
			return statuses[i].words;
	return "Error";
}

/* The address to listen at, if it is this machine's alone. */
static bool
read_host(const char *host, unsigned port, struct sockaddr_storage *address, socklen_t *length)
{
	struct sockaddr_in *four = (struct sockaddr_in *)address;
	struct sockaddr_in6 *six = (struct sockaddr_in6 *)address;
	*address = (struct sockaddr_storage){0};
	if (strcmp(host, "127.0.0.1") == 0 || strcmp(host, "localhost") == 0) {
		four->sin_family = AF_INET;
		four->sin_port = htons((uint16_t)port);
		four->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
		*length = sizeof *four;
		return true;
	}
	six->sin6_family = AF_INET6;
	six->sin6_port = htons((uint16_t)port);
	six->sin6_addr.s6_addr[15] = 1;
	*length = sizeof *six;
	return strcmp(host, "::1") == 0 || strcmp(host, "[::1]") == 0;
}

static bool
listen_at(struct http *http, const struct sockaddr_storage *address, socklen_t length)
{
	int on = 1;
	http->listener = socket(address->ss_family, SOCK_STREAM, 0);
	if (http->listener < 0)
		return false;
	fcntl(http->listener, F_SETFD, FD_CLOEXEC);
	setsockopt(http->listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	return bind(http->listener, (const struct sockaddr *)address, length) == 0 &&
	       listen(http->listener, HTTP_CONNECTIONS) == 0 &&
	       fcntl(http->listener, F_SETFL, O_NONBLOCK) == 0;
}

enum http_fault
http_open(const char *host, unsigned port, http_answer *answer, void *data, struct http **http)
{
	struct sockaddr_storage address;
	socklen_t length;
	if (!read_host(host, port, &address, &length))
		return HTTP_NOT_LOCAL;
	struct http *made = memory_alloc(sizeof *made);
	*made = (struct http){.listener = -1, .answer = answer, .data = data};
	if (!listen_at(made, &address, length) ||
	    getsockname(made->listener, (struct sockaddr *)&address, &length) != 0) {
		int error = errno;
		http_close(made);
		errno = error;
		return error == EADDRINUSE ? HTTP_TAKEN : HTTP_FAILED;
	}
	bool four = address.ss_family == AF_INET;
	port = ntohs(four ? ((struct sockaddr_in *)&address)->sin_port
			  : ((struct sockaddr_in6 *)&address)->sin6_port);
	snprintf(made->name, sizeof made->name, "%s:%u", four ? "127.0.0.1" : "[::1]", port);
	*http = made;
	return HTTP_FINE;
}

static void
drop(struct connection *c)
{
	close(c->fd);
	buf_free(&c->in);
	buf_free(&c->out);
	*c = (struct connection){0};
}

void
http_close(struct http *http)
{
	for (size_t i = 0; i < HTTP_CONNECTIONS; i++)
		if (http->connections[i].stage)
			drop(&http->connections[i]);
	if (http->listener >= 0)
		close(http->listener);
	memory_free(http);
}

const char *
http_name(const struct http *http)
{
	return http->name;
}

/* A free place; when there is none, that of the connection which would be given up first. */
static struct connection *
place_for_one(struct http *http)
{
	struct connection *oldest = NULL;
	for (size_t i = 0; i < HTTP_CONNECTIONS; i++) {
		struct connection *c = &http->connections[i];
		if (!c->stage)
			return c;
		if (!oldest || (oldest->stream && !c->stream) ||
		    (oldest->stream == c->stream && c->due < oldest->due))
			oldest = c;
	}
	drop(oldest);
	return oldest;
}

static void
take_new(struct http *http, int64_t now)
{
	int fd;
	while ((fd = accept(http->listener, NULL, NULL)) >= 0) {
		fcntl(fd, F_SETFD, FD_CLOEXEC);
		fcntl(fd, F_SETFL, O_NONBLOCK);
		*place_for_one(http) =
		    (struct connection){.stage = STAGE_ASKING, .fd = fd, .due = now + ASKING};
	}
}

/* The answer with its head; nobody else may show, keep or read it. */
static void
put_reply(struct connection *c, struct http_reply *reply, bool head_only)
{
	int status = reply->status ? reply->status : 200;
	struct buf *out = &c->out;
	buf_printf(out, "HTTP/1.1 %d %s\r\nConnection: close\r\nCache-Control: no-store\r\n",
		   status, words_of(status));
	buf_puts(out, "X-Content-Type-Options: nosniff\r\nReferrer-Policy: "
		      "no-referrer\r\nCross-Origin-Resource-Policy: same-origin\r\n"
		      "Cross-Origin-Opener-Policy: same-origin\r\n");
	buf_printf(out, "Content-Security-Policy: %s%sframe-ancestors 'none'\r\n",
		   reply->policy ? reply->policy : "", reply->policy ? "; " : "");
	buf_printf(out, "Content-Type: %s\r\n",
		   reply->type ? reply->type : "text/plain; charset=utf-8");
	if (status == 405)
		buf_puts(out, "Allow: GET, HEAD\r\n");
	if (reply->location)
		buf_printf(out, "Location: %s\r\n", reply->location);
	if (!reply->stream)
		buf_printf(out, "Content-Length: %zu\r\n", reply->body.length);
	buf_puts(out, "\r\n");
	if (!head_only)
		buf_add(out, buf_text(&reply->body), reply->body.length);
	c->stream = reply->stream && !head_only;
}

static void
answer(struct http *http, struct connection *c, int64_t now)
{
	struct http_reply reply = {0};
	struct http_request request = {0};
	const char *end = strstr(buf_text(&c->in), "\r\n\r\n");
	size_t length = end ? (size_t)(end - c->in.data) + 4 : 0;
	if (!end && c->in.length < HTTP_REQUEST && !memchr(buf_text(&c->in), '\0', c->in.length))
		return;
	if (end)
		c->in.data[length] = '\0';
	reply.status = end ? http_request_read(c->in.data, length, http->name, &request)
		       : c->in.length < HTTP_REQUEST ? 400
						     : 431;
	if (!reply.status)
		http->answer(http->data, request.path, &reply);
	else
		buf_printf(&reply.body, "%d %s\n", reply.status, words_of(reply.status));
	put_reply(c, &reply, request.head);
	buf_free(&reply.body);
	buf_free(&c->in);
	c->stage = STAGE_TAKING;
	c->due = now + TAKING;
}

/* Reads what is there; false when the other side has gone. */
static bool
take_in(struct connection *c, bool kept)
{
	char bytes[HTTP_REQUEST];
	ssize_t got = recv(c->fd, bytes, sizeof bytes, 0);
	if (got > 0 && kept)
		buf_add(&c->in, bytes, (size_t)got);
	return got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR));
}

/* Sends what there is; false when the other side has gone. */
static bool
send_out(struct connection *c, int64_t now)
{
	ssize_t done =
	    send(c->fd, buf_text(&c->out) + c->sent, c->out.length - c->sent, MSG_NOSIGNAL);
	if (done < 0)
		return errno == EAGAIN || errno == EINTR;
	c->sent += (size_t)done;
	c->due = now + TAKING;
	if (c->sent < c->out.length)
		return true;
	buf_free(&c->out);
	c->sent = 0;
	c->stage = c->stream ? STAGE_STREAM : STAGE_ENDING;
	c->due = now + (c->stream ? BEAT : ENDING);
	if (!c->stream) /* an answer is lost when the connection goes before the rest of the request
			   was read */
		shutdown(c->fd, SHUT_WR);
	return true;
}

static short
wanted(const struct connection *c)
{
	return c->stage == STAGE_TAKING ? POLLOUT : POLLIN;
}

/* A connection on which something happened; false when it is over. */
static bool
serve(struct http *http, struct connection *c, int64_t now)
{
	if (c->stage == STAGE_TAKING)
		return send_out(c, now);
	bool asks = c->stage == STAGE_ASKING;
	if (!take_in(c, asks))
		return false;
	if (asks)
		answer(http, c, now);
	return c->stage != STAGE_TAKING || send_out(c, now);
}

/* A connection that had its time: a stream says that it lives, others are over. */
static bool
is_over(struct connection *c, int64_t now)
{
	if (now < c->due)
		return false;
	if (c->stage != STAGE_STREAM)
		return true;
	buf_puts(&c->out, ":\n\n");
	c->stage = STAGE_TAKING;
	c->due = now + TAKING;
	return false;
}

size_t
http_files(const struct http *http, struct pollfd *files)
{
	size_t count = 0;
	files[count++] = (struct pollfd){.fd = http->listener, .events = POLLIN};
	for (size_t i = 0; i < HTTP_CONNECTIONS; i++)
		if (http->connections[i].stage)
			files[count++] = (struct pollfd){.fd = http->connections[i].fd,
							 .events = wanted(&http->connections[i])};
	return count;
}

void
http_turn(struct http *http, const struct pollfd *files, size_t count, int64_t now)
{
	for (size_t i = 1; i < count; i++)
		for (size_t j = 0; j < HTTP_CONNECTIONS && files[i].revents; j++)
			if (http->connections[j].stage && http->connections[j].fd == files[i].fd &&
			    !serve(http, &http->connections[j], now))
				drop(&http->connections[j]);
	for (size_t i = 0; i < HTTP_CONNECTIONS; i++)
		if (http->connections[i].stage && is_over(&http->connections[i], now))
			drop(&http->connections[i]);
	if (files[0].revents)
		take_new(http, now);
}

int64_t
http_due(const struct http *http)
{
	int64_t due = 0;
	for (size_t i = 0; i < HTTP_CONNECTIONS; i++)
		if (http->connections[i].stage && (!due || http->connections[i].due < due))
			due = http->connections[i].due;
	return due;
}

void
http_tell(struct http *http, const char *text, size_t length, int64_t now)
{
	for (size_t i = 0; i < HTTP_CONNECTIONS; i++) {
		struct connection *c = &http->connections[i];
		if (!c->stage || !c->stream)
			continue;
		if (c->out.length - c->sent > BEHIND_MOST) {
			drop(c);
			continue;
		}
		buf_add(&c->out, text, length);
		c->stage = STAGE_TAKING;
		c->due = now + TAKING;
	}
}
