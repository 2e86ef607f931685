/* A TCP echo server on libuv: the measure for the servers beside it. It listens on a free port of 127.0.0.1, prints the port, and ends when a
 * client has sent the byte 'q' alone.
 */
#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

typedef struct Client {
    uv_tcp_t tcp;
    char buffer[65536];
} Client;

typedef struct Write {
    uv_write_t request;
    char *data;
} Write;

static void on_alloc(uv_handle_t *handle, size_t size, uv_buf_t *buf)
{
    (void)size;
    Client *c = (Client *)handle;
    *buf = uv_buf_init(c->buffer, sizeof c->buffer);
}

static void on_closed(uv_handle_t *handle) { free(handle); }

static void on_written(uv_write_t *request, int status)
{
    Write *w = (Write *)request;
    (void)status;
    free(w->data);
    free(w);
}

/* As much as goes out at once does; the rest is copied, since the buffer is about to be used again. */
static void echo(Client *c, const char *data, size_t n)
{
    uv_buf_t buf = uv_buf_init((char *)data, (unsigned)n);
    int sent = uv_try_write((uv_stream_t *)&c->tcp, &buf, 1);
    if (sent < 0)
        sent = 0;
    if ((size_t)sent == n)
        return;
    Write *w = malloc(sizeof *w);
    w->data = malloc(n - (size_t)sent);
    for (size_t i = 0; i < n - (size_t)sent; i++)
        w->data[i] = data[(size_t)sent + i];
    buf = uv_buf_init(w->data, (unsigned)(n - (size_t)sent));
    uv_write(&w->request, (uv_stream_t *)&c->tcp, &buf, 1, on_written);
}

static void on_read(uv_stream_t *stream, ssize_t n, const uv_buf_t *buf)
{
    if (n < 0) {
        uv_close((uv_handle_t *)stream, on_closed);
        return;
    }
    if (n == 1 && buf->base[0] == 'q')
        uv_stop(stream->loop);
    if (n > 0)
        echo((Client *)stream, buf->base, (size_t)n);
}

static void on_connection(uv_stream_t *server, int status)
{
    Client *c = status < 0 ? NULL : malloc(sizeof *c);
    if (!c)
        return;
    uv_tcp_init(server->loop, &c->tcp);
    if (uv_accept(server, (uv_stream_t *)&c->tcp) == 0) {
        uv_tcp_nodelay(&c->tcp, 1);
        uv_read_start((uv_stream_t *)&c->tcp, on_alloc, on_read);
    } else {
        uv_close((uv_handle_t *)&c->tcp, on_closed);
    }
}

int main(void)
{
    uv_loop_t *loop = uv_default_loop();
    uv_tcp_t server;
    struct sockaddr_in address;
    int length = sizeof address;
    uv_ip4_addr("127.0.0.1", 0, &address);
    uv_tcp_init(loop, &server);
    uv_tcp_bind(&server, (const struct sockaddr *)&address, 0);
    if (uv_listen((uv_stream_t *)&server, 128, on_connection) < 0)
        return 1;
    uv_tcp_getsockname(&server, (struct sockaddr *)&address, &length);
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    uv_run(loop, UV_RUN_DEFAULT);
    return 0;
}
