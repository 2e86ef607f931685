/* Growable byte buffer. See buf.h for the contract. */
#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include "base/numtext.h"
#include "base/utf8.h"

void mr_buf_init(MrBuf *buf) { *buf = MR_BUF_EMPTY; }

void mr_buf_fini(MrBuf *buf) {
    if (!buf->lent) free(buf->data);
    *buf = MR_BUF_EMPTY;
}

void mr_buf_clear(MrBuf *buf) {
    buf->length = 0;
    if (buf->data) buf->data[0] = 0;
}

#define MAX_BYTES ((size_t)1 << 46) /* beyond any machine's address space: refused without asking the allocator */

bool mr_buf_reserve(MrBuf *buf, size_t extra) {
    if (buf->failed) return false;
    if (buf->capacity - buf->length > extra) return true;
    if (extra > MAX_BYTES || extra > MAX_BYTES - buf->length) {
        buf->failed = true;
        return false;
    }
    size_t need = buf->length + extra + 1;
    size_t capacity = buf->capacity + buf->capacity / 2;
    if (capacity < need) capacity = need;
    if (capacity < 32) capacity = 32;
    char *data = realloc(buf->lent ? NULL : buf->data, capacity);
    if (!data) {
        buf->failed = true;
        return false;
    }
    if (buf->lent) memcpy(data, buf->data, buf->length);
    buf->lent = false;
    buf->data = data;
    buf->capacity = capacity;
    buf->data[buf->length] = 0;
    return true;
}

void mr_buf_puts(MrBuf *buf, const char *text) { mr_buf_write(buf, text, strlen(text)); }

void mr_buf_fill(MrBuf *buf, char byte, size_t count) {
    if (!mr_buf_reserve(buf, count)) return;
    memset(buf->data + buf->length, byte, count);
    buf->length += count;
    buf->data[buf->length] = 0;
}

void mr_buf_put_codepoint(MrBuf *buf, uint32_t codepoint) {
    if (!mr_buf_reserve(buf, MR_UTF8_MAX)) return;
    buf->length += mr_utf8_encode(codepoint, buf->data + buf->length);
    buf->data[buf->length] = 0;
}

void mr_buf_put_int64(MrBuf *buf, int64_t value) {
    if (!mr_buf_reserve(buf, MR_INT64_TEXT)) return;
    buf->length += mr_int64_text(value, buf->data + buf->length);
}

void mr_buf_printf(MrBuf *buf, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    mr_buf_vprintf(buf, format, arguments);
    va_end(arguments);
}

void mr_buf_vprintf(MrBuf *buf, const char *format, va_list arguments) {
    if (!mr_buf_reserve(buf, 80)) return;
    va_list again;
    va_copy(again, arguments);
    size_t room = buf->capacity - buf->length;
    int length = vsnprintf(buf->data + buf->length, room, format, arguments);
    if (length >= 0 && (size_t)length >= room) {
        buf->data[buf->length] = 0;
        if (mr_buf_reserve(buf, (size_t)length))
            length = vsnprintf(buf->data + buf->length, (size_t)length + 1, format, again);
    }
    va_end(again);
    if (length < 0) buf->failed = true;
    if (!buf->failed) buf->length += (size_t)length;
}

char *mr_buf_steal(MrBuf *buf, size_t *length) {
    if (length) *length = 0;
    mr_buf_reserve(buf, buf->lent ? buf->capacity : 0); /* out of lent memory */
    if (buf->failed) {
        mr_buf_fini(buf);
        return NULL;
    }
    char *data = buf->data;
    if (length) *length = buf->length;
    *buf = MR_BUF_EMPTY;
    return data;
}
