/* Load for the echo servers: client PORT CONNECTIONS MESSAGES SIZE. Each connection has one message under way at a time; every message ends in a newline. At
 * the end the byte 'q' tells the server to stop.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int connect_to(int port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int fd = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("connect");
        exit(1);
    }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return fd;
}

static void send_all(int fd, const char *p, size_t n)
{
    while (n) {
        ssize_t sent = send(fd, p, n, MSG_NOSIGNAL);
        if (sent < 0) {
            perror("send");
            exit(1);
        }
        p += sent;
        n -= (size_t)sent;
    }
}

int main(int argc, char **argv)
{
    if (argc != 5)
        return 2;
    int port = atoi(argv[1]), connections = atoi(argv[2]);
    long left = atol(argv[3]), to_send = left;
    size_t size = (size_t)atol(argv[4]);
    char *message = malloc(size), *answer = malloc(size);
    memset(message, 'x', size);
    message[size - 1] = '\n';
    struct pollfd *fds = calloc((size_t)connections, sizeof *fds);
    size_t *got = calloc((size_t)connections, sizeof *got);
    for (int i = 0; i < connections; i++)
        fds[i] = (struct pollfd){.fd = connect_to(port), .events = POLLIN};
    for (int i = 0; i < connections && to_send; i++, to_send--)
        send_all(fds[i].fd, message, size);
    while (left) {
        if (poll(fds, (nfds_t)connections, -1) < 0 && errno != EINTR)
            return 1;
        for (int i = 0; i < connections; i++) {
            if (!fds[i].revents)
                continue;
            ssize_t n = recv(fds[i].fd, answer + got[i], size - got[i], 0);
            if (n <= 0)
                return 1;
            got[i] += (size_t)n;
            if (got[i] < size)
                continue;
            got[i] = 0;
            left--;
            if (to_send) {
                to_send--;
                send_all(fds[i].fd, message, size);
            }
        }
    }
    for (int i = 0; i < connections; i++)
        close(fds[i].fd);
    send_all(connect_to(port), "q", 1);
    return 0;
}
