/* A server on the program's own libuv loop that runs an untrusted script for each request, in a VM of its own, under limits. A request is a line of Python
 * with an expression; the answer is its value, or what went wrong. The program is its own client. */
#include <moray.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

typedef struct Client {
    uv_tcp_t tcp;
    uv_write_t write;
    char request[4096], answer[4096];
    size_t n;
} Client;

static uv_tcp_t listener;

/* ---- the server ---- */

/* What a script prints or returns must fit the answer. */
static void evaluate(const char *expression, char *answer, size_t size)
{
    MorayConfig config;
    MorayError err;
    moray_config_init(&config);
    config.limits = (MorayLimits){.heap = 16 << 20, .steps = 1000000, .time_ms = 1000, .output = 1000, .depth = 200};
    MorayVM *vm = moray_new(&config);
    const char *text = "";
    if (vm && moray_to_str(vm, moray_repr(vm, moray_eval(vm, expression)), &text, NULL))
        snprintf(answer, size, "%.200s\n", text);
    else if (vm && moray_catch(vm, &err))
        snprintf(answer, size, "%s%s: %.200s\n", err.kind == MORAY_ERROR_LIMIT ? "stopped, " : "", err.type, err.message);
    else
        snprintf(answer, size, "out of memory\n");
    moray_free(vm);
}

static void on_closed(uv_handle_t *handle) { free(handle->data); }
static void on_written(uv_write_t *write, int status)
{
    (void)status;
    uv_close((uv_handle_t *)write->handle, on_closed);
}

static void on_alloc(uv_handle_t *handle, size_t suggested, uv_buf_t *buf)
{
    Client *c = handle->data;
    (void)suggested;
    *buf = uv_buf_init(c->request + c->n, (unsigned)(sizeof c->request - 1 - c->n));
}

static void on_read(uv_stream_t *stream, ssize_t got, const uv_buf_t *buf)
{
    Client *c = stream->data;
    (void)buf;
    if (got < 0) {
        uv_close((uv_handle_t *)stream, on_closed);
        return;
    }
    c->n += (size_t)got;
    c->request[c->n] = 0;
    char *end = strchr(c->request, '\n');
    if (!end)
        return;
    *end = 0;
    evaluate(c->request, c->answer, sizeof c->answer);
    uv_buf_t out = uv_buf_init(c->answer, (unsigned)strlen(c->answer));
    uv_read_stop(stream);
    uv_write(&c->write, stream, &out, 1, on_written);
}

static void on_connection(uv_stream_t *server, int status)
{
    Client *c = status ? NULL : calloc(1, sizeof *c);
    if (!c)
        return;
    uv_tcp_init(server->loop, &c->tcp);
    c->tcp.data = c;
    if (uv_accept(server, (uv_stream_t *)&c->tcp) || uv_read_start((uv_stream_t *)&c->tcp, on_alloc, on_read))
        uv_close((uv_handle_t *)&c->tcp, on_closed);
}

/* ---- the client: one request after the other ---- */

static const char *const requests[] = {
    "sum(x * x for x in range(10))", "'-'.join(sorted({'b', 'a', 'c'}))", "1 / 0", "open('/etc/passwd').read()", "sum(range(10 ** 12))",
    "9 ** 9 ** 9 ** 9", "(lambda f: f(f))(lambda f: f(f))", "__import__('os').system('reboot')", "not python",
};
static size_t at;
static struct sockaddr_in address;
static void ask(void);

static void on_answer(uv_stream_t *stream, ssize_t got, const uv_buf_t *buf)
{
    Client *c = stream->data;
    (void)buf;
    if (got > 0) {
        c->n += (size_t)got;
        return;
    }
    c->request[c->n] = 0;
    printf("%-34s %s", requests[at], c->request);
    uv_close((uv_handle_t *)stream, on_closed);
    if (++at < sizeof requests / sizeof *requests)
        ask();
    else
        uv_close((uv_handle_t *)&listener, NULL);
}

static void on_connected(uv_connect_t *connect, int status)
{
    Client *c = connect->handle->data;
    free(connect);
    if (status)
        return;
    uv_buf_t parts[2] = {uv_buf_init((char *)requests[at], (unsigned)strlen(requests[at])), uv_buf_init("\n", 1)};
    uv_write(&c->write, (uv_stream_t *)&c->tcp, parts, 2, NULL);
    uv_read_start((uv_stream_t *)&c->tcp, on_alloc, on_answer);
}

static void ask(void)
{
    Client *c = calloc(1, sizeof *c);
    uv_connect_t *connect = malloc(sizeof *connect);
    if (!c || !connect)
        exit(1);
    uv_tcp_init(uv_default_loop(), &c->tcp);
    c->tcp.data = c;
    uv_tcp_connect(connect, &c->tcp, (struct sockaddr *)&address, on_connected);
}

int main(void)
{
    int length = sizeof address;
    uv_ip4_addr("127.0.0.1", 0, &address);
    uv_tcp_init(uv_default_loop(), &listener);
    uv_tcp_bind(&listener, (struct sockaddr *)&address, 0);
    if (uv_listen((uv_stream_t *)&listener, 16, on_connection) || uv_tcp_getsockname(&listener, (struct sockaddr *)&address, &length))
        return 1;
    ask();
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
