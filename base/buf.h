/* Growable byte buffer for text and binary output.
 *
 * Running out of memory sets `failed` and turns every later write into a no-op, so that a long run of writes needs one
 * check at its end. `data` is NUL terminated after each write (the NUL is not counted); it is NULL before the first.
 *
 * A buffer may begin in memory that is lent to it (MR_BUF_ON), a local array as a rule: what stays short then costs no allocation. */
#ifndef MR_BASE_BUF_H
#define MR_BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct MrBuf {
    char *data;
    size_t length;
    size_t capacity; /* bytes allocated, the NUL included */
    bool failed;
    bool lent; /* `data` is somebody else's, who outlives this */
} MrBuf;

#define MR_BUF_EMPTY ((MrBuf){NULL, 0, 0, false, false})

/* An empty buffer that begins in a char array. */
#define MR_BUF_ON(array) ((MrBuf){(array), 0, sizeof(array), false, true})

/* Makes an empty buffer without allocating. */
void mr_buf_init(MrBuf *buf);

/* Frees the storage; the buffer is empty and usable afterwards, `failed` cleared. */
void mr_buf_fini(MrBuf *buf);

/* Forgets the contents but keeps the storage. */
void mr_buf_clear(MrBuf *buf);

/* Makes room for `extra` more bytes, so that writing them cannot fail. False when memory is out. */
bool mr_buf_reserve(MrBuf *buf, size_t extra);

/* Appends one byte. Inline, as the next: formatting is mostly short writes. */
static inline void mr_buf_putc(MrBuf *buf, char byte) {
    if ((buf->failed || buf->capacity - buf->length <= 1) && !mr_buf_reserve(buf, 1)) return;
    buf->data[buf->length++] = byte;
    buf->data[buf->length] = 0;
}

/* memcpy of what is mostly a few bytes, for which a call costs more than the bytes: two words that overlap in the middle. */
static inline void mr_copy_short(char *to, const char *from, size_t n) {
    if (n > 16) {
        memcpy(to, from, n);
    } else if (n >= 8) {
        uint64_t first, last;
        memcpy(&first, from, 8);
        memcpy(&last, from + n - 8, 8);
        memcpy(to, &first, 8);
        memcpy(to + n - 8, &last, 8);
    } else if (n >= 4) {
        uint32_t first, last;
        memcpy(&first, from, 4);
        memcpy(&last, from + n - 4, 4);
        memcpy(to, &first, 4);
        memcpy(to + n - 4, &last, 4);
    } else if (n) {
        to[0] = from[0];
        to[n / 2] = from[n / 2];
        to[n - 1] = from[n - 1];
    }
}

/* Appends `length` bytes; `bytes` must not point into the buffer itself. */
static inline void mr_buf_write(MrBuf *buf, const void *bytes, size_t length) {
    if ((buf->failed || buf->capacity - buf->length <= length) && !mr_buf_reserve(buf, length)) return;
    mr_copy_short(buf->data + buf->length, bytes, length);
    buf->length += length;
    buf->data[buf->length] = 0;
}

/* Appends a NUL terminated string. */
void mr_buf_puts(MrBuf *buf, const char *text);

/* Appends `count` copies of `byte`. */
void mr_buf_fill(MrBuf *buf, char byte, size_t count);

/* Appends the UTF-8 form of a code point; surrogates are written as three bytes. */
void mr_buf_put_codepoint(MrBuf *buf, uint32_t codepoint);

/* Appends a decimal integer. */
void mr_buf_put_int64(MrBuf *buf, int64_t value);

/* Appends formatted text (C's printf formats). */
void mr_buf_printf(MrBuf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void mr_buf_vprintf(MrBuf *buf, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));

/* Hands the storage to the caller, who frees it with free(), and leaves the buffer empty. The result is NUL
 * terminated, never NULL unless memory ran out (now or in an earlier write); `length` may be NULL. */
char *mr_buf_steal(MrBuf *buf, size_t *length);

#endif
