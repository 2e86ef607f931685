/* Reading text: chunks are read from the buffer, decoded, and their line ends translated; lines and characters are then taken off the decoded
 * text. The raw bytes of the last chunk are kept: what could not be decoded yet starts the next chunk, and tell() finds in them the byte that
 * the next character begins with.
 */
#include "base/utf8.h"
#include "stdlib/native/_io.h"
#include "vm/types/bytes.h"
#include "vm/types/str.h"
#include "vm/types/text.h"

#define SELF ((MrTextIO *)mr_obj_of(a[0]))

void mr_text_forget(MrTextIO *f)
{
    f->decoded = f->chunk = MR_UNBOUND;
    f->at = f->chunk_used = 0;
    f->at_eof = false;
}

/* ---- line ends ---- */

static unsigned line_ends(const char *p, const char *end)
{
    unsigned seen = 0;
    if (!memchr(p, '\r', (size_t)(end - p)))
        return memchr(p, '\n', (size_t)(end - p)) ? 2 : 0;
    for (; p < end; p++) {
        if (*p == '\n')
            seen |= 2;
        else if (*p == '\r' && p + 1 < end && p[1] == '\n')
            p++, seen |= 4;
        else if (*p == '\r')
            seen |= 1;
    }
    return seen;
}

/* The end of the piece of work that begins here; it does not part \r from \n. */
static size_t piece_end(const char *p, size_t at, size_t n)
{
    size_t end = mr_work_piece(at, n);
    return end + (end < n && p[end - 1] == '\r');
}

unsigned mr_text_line_ends(MrThread *t, const char *p, size_t n)
{
    unsigned seen = 0;
    for (size_t at = 0, end; at < n && !(at && mr_limits_is_ending(t)); at = end) {
        end = piece_end(p, at, n);
        seen |= line_ends(p + at, p + end);
    }
    return seen;
}

MrValue mr_text_newlines(MrThread *t, unsigned seen)
{
    static const char *const ends[] = {"\r", "\n", "\r\n"};
    MrValue found[3];
    size_t n = 0;
    for (int i = 0; i < 3; i++)
        if (seen >> i & 1 && (found[n++] = mr_str_c(t, ends[i])) == MR_ERROR)
            return MR_ERROR;
    return n == 0 ? MR_NONE : n == 1 ? found[0] : mr_tuple_from(t, found, n);
}

size_t mr_text_translate(MrThread *t, char *to, const char *from, size_t n)
{
    char *out = to;
    for (size_t i = 0; i < n && !(i && mr_limits_is_ending(t));) {
        for (size_t end = piece_end(from, i, n); i < end; i++) {
            bool cr = from[i] == '\r'; /* which `out` may be about to overwrite */
            *out++ = cr ? '\n' : from[i];
            if (cr && i + 1 < n && from[i + 1] == '\n')
                i++;
        }
    }
    return (size_t)(out - to);
}

size_t mr_text_line(const char *p, size_t n, bool universal, bool translate, const char *line_end)
{
    const char *nl;
    if (!universal && line_end[0] == '\r') {
        size_t m = line_end[1] ? 2 : 1;
        for (const char *q = p; (q = memchr(q, '\r', n - (size_t)(q - p))); q++)
            if (m == 1 || ((size_t)(q - p) + 1 < n && q[1] == '\n'))
                return (size_t)(q - p) + m;
        return 0;
    }
    nl = memchr(p, '\n', n);
    if (universal && !translate) { /* any of the three; the decoder never splits \r\n */
        const char *cr = memchr(p, '\r', nl ? (size_t)(nl - p) : n);
        if (cr)
            return (size_t)(cr - p) + ((size_t)(cr - p) + 1 < n && cr[1] == '\n' ? 2 : 1);
    }
    return nl ? (size_t)(nl - p) + 1 : 0;
}

/* ---- decoding ---- */

/* Bytes of one \r in the encoding. */
static size_t unit_of(MrCodecId id)
{
    switch (id) {
    case MR_CODEC_UTF16: case MR_CODEC_UTF16_LE: case MR_CODEC_UTF16_BE: return 2;
    case MR_CODEC_UTF32: case MR_CODEC_UTF32_LE: case MR_CODEC_UTF32_BE: return 4;
    default: return 1;
    }
}

/* What the rest of the stream is in, after its first bytes were seen. */
static MrCodecId after_bom(MrCodecId id, const char *p, size_t n)
{
    bool big16 = n >= 2 && !memcmp(p, "\xFE\xFF", 2), big32 = n >= 4 && !memcmp(p, "\0\0\xFE\xFF", 4);
    switch (id) {
    case MR_CODEC_UTF16: return big16 ? MR_CODEC_UTF16_BE : MR_CODEC_UTF16_LE;
    case MR_CODEC_UTF32: return big32 ? MR_CODEC_UTF32_BE : MR_CODEC_UTF32_LE;
    case MR_CODEC_UTF8_SIG: return MR_CODEC_UTF8;
    default: return id;
    }
}

/* Streams in UTF-16 and UTF-32 must begin with a mark: p[0..n) is the start of one, of which `used` bytes made text. */
static bool check_bom(MrThread *t, MrCodecId id, const char *p, size_t used)
{
    if (id == MR_CODEC_UTF16 && used >= 2 && memcmp(p, "\xFE\xFF", 2) && memcmp(p, "\xFF\xFE", 2))
        mr_raise(t, MR_EXC_UnicodeError, "UTF-16 stream does not start with BOM");
    else if (id == MR_CODEC_UTF32 && used >= 4 && memcmp(p, "\0\0\xFE\xFF", 4) && memcmp(p, "\xFF\xFE\0\0", 4))
        mr_raise(t, MR_EXC_UnicodeError, "UTF-32 stream does not start with BOM");
    else
        return true;
    return false;
}

/* Decodes and translates chunk[0..n): the text, with the count of bytes used. A \r at the end waits for what follows unless `final`. */
static MrValue decode(MrThread *t, MrTextIO *f, const char *p, size_t n, bool final, size_t *used)
{
    MrValue text;
    if (f->codec == MR_CODEC_NONE) {
        *used = n;
        text = mr_decode(t, p, n, mr_cstr(f->encoding), mr_cstr(f->errors));
    } else {
        text = mr_codec_decode(t, f->in, p, n, mr_cstr(f->errors), final, used);
        if (text != MR_ERROR && !check_bom(t, f->in, p, *used))
            return MR_ERROR;
    }
    if (text == MR_ERROR || !f->universal)
        return text;
    MrStr *s = MR_STR(text);
    size_t bytes = s->nbytes;
    if (!final && bytes && s->bytes[bytes - 1] == '\r') {
        *used -= unit_of(f->in);
        bytes--;
    }
    f->seen |= (uint8_t)mr_text_line_ends(t, s->bytes, bytes);
    if (!f->translate || !memchr(s->bytes, '\r', bytes))
        return bytes == s->nbytes ? text : mr_str_new(t, s->bytes, bytes);
    char *out = mr_buffer_new(t, bytes);
    return out ? mr_str_new(t, out, mr_text_translate(t, out, s->bytes, bytes)) : MR_ERROR;
}

/* The undecoded rest of the last chunk and up to `want` more bytes as the new chunk. want < 0: everything. *eof: nothing more came. */
static MrValue next_chunk(MrThread *t, MrTextIO *f, int64_t want, bool *eof)
{
    size_t left = f->chunk == MR_UNBOUND ? 0 : MR_BYTES(f->chunk)->length - f->chunk_used;
    MrValue data;
    if (f->native && want >= 0) {
        MrValue bytes = mr_bytes_new(t, NULL, left + (size_t)want);
        if (bytes == MR_ERROR)
            return bytes;
        char *p = MR_BYTES(bytes)->bytes;
        if (left)
            memcpy(p, MR_BYTES(f->chunk)->bytes + f->chunk_used, left);
        int64_t got = mr_buffered_read1(t, f->native, p + left, (size_t)want);
        if (got == MR_IO_ERROR)
            return MR_ERROR;
        *eof = got <= 0;
        return got == want ? bytes : mr_bytes_new(t, p, left + (size_t)(got < 0 ? 0 : got));
    }
    if (f->native) {
        data = mr_buffered_read_all(t, f->native);
    } else {
        MrValue n = mr_small_int(want);
        bool read1 = want >= 0 && mr_getattr_or(t, f->buffer, mr_intern(t, "read1", 5)) != MR_UNBOUND;
        if (mr_pending(t))
            return MR_ERROR;
        data = want < 0 ? mr_call_method0(t, f->buffer, mr_n(t, read)) : mr_io_call(t, f->buffer, read1 ? "read1" : "read", 1, &n);
    }
    if (data == MR_ERROR)
        return data;
    if (data == MR_NONE && (data = mr_bytes_new(t, "", 0)) == MR_ERROR)
        return data;
    const char *p;
    size_t n;
    if (!mr_is_bytes(data) && !mr_is_bytearray(data))
        return mr_raise(t, MR_EXC_TypeError, "underlying read1() should have returned a bytes-like object, not '%s'", mr_type_name(t, data));
    if (!mr_buffer_of(t, data, &p, &n))
        return MR_ERROR;
    *eof = n == 0 || want < 0;
    if (!left && mr_is_bytes(data))
        return data;
    MrValue bytes = mr_bytes_new(t, NULL, left + n);
    if (bytes == MR_ERROR)
        return bytes;
    if (left)
        memcpy(MR_BYTES(bytes)->bytes, MR_BYTES(f->chunk)->bytes + f->chunk_used, left);
    memcpy(MR_BYTES(bytes)->bytes + left, p, n);
    return bytes;
}

static bool prepare(MrThread *t, MrTextIO *f)
{
    if (!mr_text_check(t, f))
        return false;
    if (f->native && !f->native->readable)
        return mr_io_unsupported(t, "not readable"), false;
    if (!f->native) {
        int able = mr_io_ask(t, f->buffer, "readable");
        if (able <= 0)
            return able < 0 ? false : (mr_io_unsupported(t, "not readable"), false);
    }
    if (!f->n_pending)
        return true;
    return mr_text_flush(t, f);
}

/* Reads and decodes the next piece; the decoded text must have been used up. 1, 0 at the end, -1. */
static int fill(MrThread *t, MrTextIO *f, int64_t want)
{
    for (;;) {
        bool eof = false;
        MrValue chunk = next_chunk(t, f, f->codec == MR_CODEC_NONE ? -1 : want, &eof);
        if (chunk == MR_ERROR)
            return -1;
        size_t n = MR_BYTES(chunk)->length, used = 0;
        MrValue text = decode(t, f, MR_BYTES(chunk)->bytes, n, eof, &used);
        f->chunk = chunk;
        mr_write_barrier(t, f, chunk);
        f->at = 0;
        if (text == MR_ERROR) {
            f->chunk_used = n; /* the bad bytes are gone, as in CPython */
            f->decoded = MR_UNBOUND;
            return -1;
        }
        if (used)
            f->in = after_bom(f->in, MR_BYTES(chunk)->bytes, n);
        f->chunk_used = used;
        f->decoded = text;
        mr_write_barrier(t, f, text);
        f->plain = MR_STR(text)->nbytes == used && (f->in == MR_CODEC_UTF8 || f->in == MR_CODEC_ASCII) && !memcmp(mr_cstr(text), MR_BYTES(chunk)->bytes, used);
        if (MR_STR(text)->nbytes)
            return 1;
        if (eof) {
            f->at_eof = true;
            return 0;
        }
    }
}

static size_t left_in(const MrTextIO *f) { return f->decoded == MR_UNBOUND ? 0 : MR_STR(f->decoded)->nbytes - f->at; }

static MrValue take(MrThread *t, MrTextIO *f, size_t n)
{
    MrStr *s = MR_STR(f->decoded);
    MrValue v = f->at == 0 && n == s->nbytes ? f->decoded : mr_str_piece(t, s, f->at, f->at + n);
    if (v != MR_ERROR)
        f->at += n;
    return v;
}

/* ---- reading ---- */

static MrValue read_rest(MrThread *t, MrTextIO *f)
{
    MrValue head = left_in(f) ? take(t, f, left_in(f)) : MR_UNBOUND;
    int r = head == MR_ERROR ? -1 : fill(t, f, -1);
    if (r < 0)
        return MR_ERROR;
    MrValue rest = r ? take(t, f, left_in(f)) : mr_str_new(t, "", 0);
    return head == MR_UNBOUND || rest == MR_ERROR ? rest : mr_str_concat(t, head, rest);
}

/* Bytes of the first `count` characters of what is left, all of it if there are fewer; *found gets their number. */
static size_t bytes_of(const MrTextIO *f, size_t count, size_t *found)
{
    const MrStr *s = MR_STR(f->decoded);
    size_t have = s->nbytes - f->at, at = 0;
    if (mr_str_is_ascii(s)) {
        *found = count < have ? count : have;
        return *found;
    }
    for (*found = 0; *found < count && at < have; ++*found)
        at += mr_utf8_step((unsigned char)s->bytes[f->at + at]);
    return at;
}

MrValue textio_read(MrThread *t, MrValue *a)
{
    MrTextIO *f = SELF;
    int64_t n;
    if (!mr_io_size(t, a[1], &n) || !prepare(t, f))
        return MR_ERROR;
    if (n < 0)
        return read_rest(t, f);
    MrBuf b = MR_BUF_EMPTY;
    size_t missing = (size_t)n, found;
    while (missing) {
        if (!left_in(f)) {
            int r = fill(t, f, MR_IO_BUFFER);
            if (r < 0)
                return mr_buf_fini(&b), MR_ERROR;
            if (r == 0)
                break;
        }
        size_t bytes = bytes_of(f, missing, &found);
        if (found == missing && b.length == 0)
            return take(t, f, bytes);
        mr_buf_write(&b, mr_cstr(f->decoded) + f->at, bytes);
        f->at += bytes;
        missing -= found;
    }
    return mr_str_buf(t, &b);
}

/* A line; limit in characters, -1: none. The empty str at the end. */
static MrValue read_line(MrThread *t, MrTextIO *f, int64_t limit)
{
    MrBuf b = MR_BUF_EMPTY;
    bool held_cr = false; /* newline='\r\n': the piece before ended in \r */
    for (;;) {
        if (!left_in(f)) {
            int r = fill(t, f, MR_IO_BUFFER);
            if (r < 0)
                return mr_buf_fini(&b), MR_ERROR;
            if (r == 0)
                return mr_str_buf(t, &b);
        }
        const char *p = mr_cstr(f->decoded) + f->at;
        size_t have = left_in(f), found = 0;
        size_t n = held_cr && *p == '\n' ? 1 : mr_text_line(p, have, f->universal, f->translate, f->line_end);
        bool done = n > 0;
        if (!done)
            n = have;
        if (limit >= 0) {
            size_t most = bytes_of(f, (size_t)limit, &found);
            if (most <= n) {
                n = most;
                done = done || found == (size_t)limit;
            }
            limit -= (int64_t)(done ? 0 : found);
        }
        if (done && b.length == 0)
            return take(t, f, n);
        mr_buf_write(&b, p, n);
        f->at += n;
        held_cr = !strcmp(f->line_end, "\r\n") && n && p[n - 1] == '\r';
        if (done)
            return mr_str_buf(t, &b);
    }
}

MrValue textio_readline(MrThread *t, MrValue *a)
{
    int64_t limit = -1;
    return mr_arg_ssize(t, a[1], &limit) && prepare(t, SELF) ? read_line(t, SELF, limit) : MR_ERROR;
}

MrValue textio_next(MrThread *t, MrValue self)
{
    MrTextIO *f = (MrTextIO *)mr_obj_of(self);
    MrValue line;
    f->telling = false;
    if (mr_typeof(t, self)->flags & MR_TYPE_HEAP) {
        line = mr_call_method0(t, self, mr_n(t, readline));
        if (line != MR_ERROR && !mr_is_str(line))
            return mr_raise(t, MR_EXC_OSError, "readline() should have returned a str object, not '%s'", mr_type_name(t, line));
    } else {
        line = prepare(t, f) ? read_line(t, f, -1) : MR_ERROR;
    }
    if (line == MR_ERROR || MR_STR(line)->nbytes)
        return line;
    f->telling = true;
    return MR_UNBOUND;
}

/* ---- positions ---- */

static int64_t buffer_tell(MrThread *t, MrTextIO *f)
{
    if (f->native)
        return mr_buffered_tell(t, f->native);
    MrValue at = mr_io_call(t, f->buffer, "tell", 0, NULL);
    int64_t n;
    return at == MR_ERROR || !mr_to_i64(t, at, &n) ? -1 : n;
}

static bool check_seekable(MrThread *t, MrTextIO *f)
{
    int able = mr_io_ask(t, f->buffer, "seekable");
    if (able == 0)
        mr_io_unsupported(t, "underlying stream is not seekable");
    return able > 0;
}

/* How many characters the first n bytes of the chunk give. A \r whose \n is the next byte does not count yet. -1: error. */
static int64_t characters_in(MrThread *t, MrTextIO *f, size_t n)
{
    size_t used;
    uint8_t seen = f->seen;
    const MrBytes *chunk = MR_BYTES(f->chunk);
    MrValue text = decode(t, f, chunk->bytes, n, n < chunk->length && chunk->bytes[n] != '\n' && n > 0 && chunk->bytes[n - 1] == '\r', &used);
    f->seen = seen;
    return text == MR_ERROR ? -1 : (int64_t)MR_STR(text)->length;
}

/* The byte of the chunk that the next unread character begins with. */
static int64_t place_in_chunk(MrThread *t, MrTextIO *f)
{
    if (f->plain)
        return (int64_t)f->at;
    size_t wanted = mr_utf8_count(mr_cstr(f->decoded), f->at), low = 0, high = f->chunk_used;
    MrCodecId in = f->in;
    if (f->codec != f->in && f->codec != MR_CODEC_NONE && after_bom(f->codec, MR_BYTES(f->chunk)->bytes, MR_BYTES(f->chunk)->length) == in) {
        size_t ignored;
        MrValue whole = decode(t, f, MR_BYTES(f->chunk)->bytes, f->chunk_used, false, &ignored);
        if (whole == MR_ERROR)
            return -1;
        if (MR_STR(whole)->length > MR_STR(f->decoded)->length) /* the BOM is in this chunk */
            wanted++;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int64_t n = characters_in(t, f, middle);
        if (n < 0)
            return -1;
        if ((size_t)n >= wanted)
            high = middle;
        else
            low = middle + 1;
    }
    return (int64_t)low;
}

MrValue textio_tell(MrThread *t, MrValue *a)
{
    MrTextIO *f = SELF;
    if (!mr_text_check(t, f) || !check_seekable(t, f))
        return MR_ERROR;
    if (!f->telling)
        return mr_raise(t, MR_EXC_OSError, "telling position disabled by next() call");
    if (!mr_text_flush(t, f))
        return MR_ERROR;
    int64_t at = buffer_tell(t, f);
    if (at < 0)
        return MR_ERROR;
    if (f->chunk == MR_UNBOUND)
        return mr_int(t, at);
    int64_t place = left_in(f) ? place_in_chunk(t, f) : (int64_t)f->chunk_used;
    return place < 0 ? MR_ERROR : mr_int(t, at - (int64_t)MR_BYTES(f->chunk)->length + place);
}

static MrValue buffer_seek(MrThread *t, MrTextIO *f, MrValue offset, int whence)
{
    MrValue args[2] = {offset, mr_small_int(whence)};
    mr_text_forget(f);
    f->telling = true;
    return mr_io_call(t, f->buffer, "seek", 2, args);
}

MrValue textio_seek(MrThread *t, MrValue *a)
{
    MrTextIO *f = SELF;
    int64_t whence = 0, cookie;
    if (!mr_text_check(t, f) || (a[2] != MR_UNBOUND && !mr_to_i64(t, a[2], &whence)) || !check_seekable(t, f))
        return MR_ERROR;
    if (whence < 0 || whence > 2)
        return mr_raise(t, MR_EXC_ValueError, "invalid whence (%d, should be 0, 1 or 2)", (int)whence);
    if (!mr_to_i64(t, a[1], &cookie))
        return MR_ERROR;
    if (whence && cookie)
        return mr_io_unsupported(t, whence == 1 ? "can't do nonzero cur-relative seeks" : "can't do nonzero end-relative seeks");
    if (whence == 1) {
        MrValue here = mr_io_call(t, a[0], "tell", 0, NULL);
        if (here == MR_ERROR || !mr_to_i64(t, here, &cookie))
            return MR_ERROR;
    }
    if (cookie < 0)
        return mr_raise(t, MR_EXC_ValueError, "negative seek position %lld", (long long)cookie);
    if (!mr_text_flush(t, f))
        return MR_ERROR;
    MrValue offset = mr_int(t, cookie), at = offset == MR_ERROR ? offset : buffer_seek(t, f, offset, whence == 2 ? 2 : 0);
    if (at == MR_ERROR)
        return at;
    bool start = whence == 2 ? at == mr_small_int(0) : cookie == 0;
    if (start)
        f->in = f->out = f->codec;
    else
        f->out = f->codec == MR_CODEC_UTF16 ? MR_CODEC_UTF16_LE : f->codec == MR_CODEC_UTF32 ? MR_CODEC_UTF32_LE : f->codec == MR_CODEC_UTF8_SIG ? MR_CODEC_UTF8 : f->codec;
    return whence == 2 ? at : offset;
}

MrValue textio_truncate(MrThread *t, MrValue *a)
{
    MrTextIO *f = SELF;
    MrValue size = a[1] == MR_UNBOUND ? MR_NONE : a[1]; /* None: where the bytes are read or written, which is not tell() */
    if (!mr_text_check(t, f) || !mr_text_flush(t, f))
        return MR_ERROR;
    return mr_io_call(t, f->buffer, "truncate", 1, &size);
}
