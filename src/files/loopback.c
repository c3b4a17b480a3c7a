/* SPDX-License-Identifier: MIT */
#include "files/loopback.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BACKLOG = 64 };

union socket_address {
	struct sockaddr any;
	struct sockaddr_in four;
	struct sockaddr_in6 six;
};

static bool
is_four(const char *host)
{
	return strcmp(host, "127.0.0.1") == 0 || strcmp(host, "localhost") == 0;
}

bool
loopback_is(const char *host)
{
	return is_four(host) || strcmp(host, "::1") == 0 || strcmp(host, "[::1]") == 0;
}

static bool
listen_at(int fd, union socket_address *address, socklen_t length)
{
	int on = 1;
	return fcntl(fd, F_SETFD, FD_CLOEXEC) == 0 && fcntl(fd, F_SETFL, O_NONBLOCK) == 0 &&
	       setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
	       bind(fd, &address->any, length) == 0 && listen(fd, BACKLOG) == 0 &&
	       getsockname(fd, &address->any, &length) == 0;
}

int
loopback_listen(const char *host, unsigned port, char *name)
{
	bool four = is_four(host);
	union socket_address address = {.six = {.sin6_family = AF_INET6,
						.sin6_port = htons((uint16_t)port),
						.sin6_addr = IN6ADDR_LOOPBACK_INIT}};
	if (four)
		address =
		    (union socket_address){.four = {.sin_family = AF_INET,
						    .sin_port = htons((uint16_t)port),
						    .sin_addr.s_addr = htonl(INADDR_LOOPBACK)}};
	int fd = socket(address.any.sa_family, SOCK_STREAM, 0);
	if (fd >= 0 && !listen_at(fd, &address, four ? sizeof address.four : sizeof address.six)) {
		int error = errno;
		close(fd);
		errno = error;
		return -1;
	}
	snprintf(name, LOOPBACK_NAME, "%s:%u", four ? "127.0.0.1" : "[::1]",
		 (unsigned)ntohs(four ? address.four.sin_port : address.six.sin6_port));
	return fd;
}
