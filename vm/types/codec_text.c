/* The conversions themselves: UTF-8, UTF-16, UTF-32, ASCII, Latin-1, code pages, unicode_escape and raw_unicode_escape.
 *
 * Each decoder is a loop over the bytes that stops at faults; an error handler may send it to any position. Names, handlers and entry points
 * are in codecs.c.
 */
#include "base/uniname.h"
#include "base/utf8.h"
#include "vm/isolate.h"
#include "vm/types/codecs.h"
#include "vm/types/str.h"
#include "vm/types/text.h"

typedef struct CodePage {
    const char *name, *aliases;
    uint16_t high[128]; /* code points of the bytes 0x80 to 0xFF; 0: undefined */
} CodePage;

#include "vm/types/codepages.inc"

const char *mr_codec_page_name(size_t i, const char **aliases)
{
    if (i >= sizeof code_pages / sizeof *code_pages)
        return NULL;
    *aliases = code_pages[i].aliases;
    return code_pages[i].name;
}

/* ---- decoding ---- */

static bool decode_utf8(MrDecoding *d, size_t *consumed)
{
    for (size_t i = 0, work = 0; i < d->n;) {
        if (!mr_limits_work(d->t, work))
            return false;
        size_t good;
        if (!mr_text_validate_long(d->t, d->bytes + i, d->n - i, false, &good))
            return false;
        mr_work_write_buf(d->t, &d->out, d->bytes + i, good);
        i += good;
        if (i == d->n)
            break;
        size_t bad;
        const char *reason = mr_utf8_explain(d->bytes, d->n, i, &bad);
        /* unexpected end of data; or the first two bytes of a surrogate, whose third the handler may want to see */
        bool cut = i + 2 == d->n && (unsigned char)d->bytes[i] == 0xED && ((unsigned char)d->bytes[i + 1] & 0xE0) == 0xA0;
        if (!d->final && (reason[0] == 'u' || cut)) {
            *consumed = i;
            return true;
        }
        if (!mr_codec_decode_fault(d, i, i + bad, reason, &i))
            return false;
    }
    *consumed = d->n;
    return true;
}

/* UTF-8 behind a byte order mark, if one is there: errors count from behind it. */
static bool decode_signed(MrDecoding *d, size_t *consumed)
{
    size_t mark = d->n >= 3 && !memcmp(d->bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
    d->bytes += mark;
    d->n -= mark;
    if (!decode_utf8(d, consumed))
        return false;
    *consumed += mark;
    return true;
}

/* ASCII (limit 128), Latin-1 (limit 256) and code pages. */
static bool decode_bytes(MrDecoding *d, unsigned limit, const uint16_t *high)
{
    for (size_t i = 0, work = 0; i < d->n;) {
        unsigned char c = (unsigned char)d->bytes[i];
        if (!mr_limits_work(d->t, work))
            return false;
        if (c < 128) {
            size_t from = i;
            for (size_t end = mr_work_piece(i, d->n); i < end && (unsigned char)d->bytes[i] < 128;)
                i++;
            mr_buf_write(&d->out, d->bytes + from, i - from);
            if (i - from == MR_WORK_PIECE && !mr_limits_tick(d->t))
                return false;
        } else if (high ? high[c - 128] : c < limit) {
            mr_buf_put_codepoint(&d->out, high ? high[c - 128] : c);
            i++;
        } else if (!mr_codec_decode_fault(d, i, i + 1, high ? "character maps to <undefined>" : "ordinal not in range(128)", &i)) {
            return false;
        }
    }
    return true;
}

static uint32_t read_unit(const unsigned char *p, unsigned size, bool big)
{
    uint32_t c = 0;
    for (unsigned i = 0; i < size; i++)
        c = c << 8 | p[big ? i : size - 1 - i];
    return c;
}

static bool decode_utf16(MrDecoding *d, size_t i, bool big, size_t *consumed)
{
    for (size_t work = 0; i < d->n;) {
        const unsigned char *p = (const unsigned char *)d->bytes; /* a handler may have changed it */
        if (!mr_limits_work(d->t, work))
            return false;
        size_t left = d->n - i;
        uint32_t c = left >= 2 ? read_unit(p + i, 2, big) : 0, low;
        const char *reason = NULL;
        size_t end = i + 2;
        if (left < 2) {
            reason = "truncated data";
            end = d->n;
        } else if (c >= 0xDC00 && c < 0xE000) {
            reason = "illegal encoding";
        } else if (c >= 0xD800 && c < 0xDC00) {
            if (left < 4) {
                reason = "unexpected end of data";
                end = d->n;
            } else if ((low = read_unit(p + i + 2, 2, big)) - 0xDC00 < 0x400) {
                c = 0x10000 + ((c & 0x3FF) << 10 | (low & 0x3FF));
                end = i + 4;
            } else {
                reason = "illegal UTF-16 surrogate";
            }
        }
        if (!reason) {
            mr_buf_put_codepoint(&d->out, c);
            i = end;
        } else if (!d->final && (left < 2 || reason[0] == 'u')) {
            break;
        } else if (!mr_codec_decode_fault(d, i, end, reason, &i)) {
            return false;
        }
    }
    *consumed = i;
    return true;
}

static bool decode_utf32(MrDecoding *d, size_t i, bool big, size_t *consumed)
{
    for (size_t work = 0; i < d->n;) {
        const unsigned char *p = (const unsigned char *)d->bytes; /* a handler may have changed it */
        if (!mr_limits_work(d->t, work))
            return false;
        size_t left = d->n - i, end = left < 4 ? d->n : i + 4;
        uint32_t c = left < 4 ? 0 : read_unit(p + i, 4, big);
        const char *reason = left < 4 ? "truncated data"
                             : mr_codepoint_is_surrogate(c) ? "code point in surrogate code point range(0xd800, 0xe000)"
                             : c > 0x10FFFF ? "code point not in range(0x110000)" : NULL;
        if (!reason) {
            mr_buf_put_codepoint(&d->out, c);
            i = end;
        } else if (!d->final && left < 4) {
            break;
        } else if (!mr_codec_decode_fault(d, i, end, reason, &i)) {
            return false;
        }
    }
    *consumed = i;
    return true;
}

/* The byte order mark decides; without one it is little-endian. */
static bool decode_marked(MrDecoding *d, unsigned size, size_t *consumed)
{
    const unsigned char *p = (const unsigned char *)d->bytes;
    bool big = false;
    size_t skip = 0;
    if (d->n >= size && read_unit(p, size, false) == 0xFEFF) {
        skip = size;
    } else if (d->n >= size && read_unit(p, size, true) == 0xFEFF) {
        skip = size;
        big = true;
    }
    if (size == 2)
        d->id = big ? MR_CODEC_UTF16_BE : MR_CODEC_UTF16_LE;
    else
        d->id = big ? MR_CODEC_UTF32_BE : MR_CODEC_UTF32_LE;
    d->encoding = mr_codec_name(d->id);
    return size == 2 ? decode_utf16(d, skip, big, consumed) : decode_utf32(d, skip, big, consumed);
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* `digits` hex digits behind \x, \u, \U at *i; *i moves past them. The reason of a fault, "" for an incomplete end of non-final input, or NULL. */
static const char *read_hex(MrDecoding *d, size_t *i, unsigned digits, uint32_t *c)
{
    size_t at = *i;
    *c = 0;
    for (unsigned k = 0; k < digits; k++, at++) {
        int value = at < d->n ? hex_value(d->bytes[at]) : -1;
        if (value < 0) {
            *i = at;
            if (at == d->n && !d->final)
                return "";
            return digits == 2 ? "truncated \\xXX escape" : digits == 4 ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape";
        }
        *c = *c << 4 | (uint32_t)value;
    }
    *i = at;
    return *c <= 0x10FFFF ? NULL : d->id == MR_CODEC_UNICODE_ESCAPE ? "illegal Unicode character" : "\\Uxxxxxxxx out of range";
}

static const char *read_name(MrDecoding *d, size_t *i, uint32_t *c)
{
    const char *p = d->bytes + *i, *end = d->bytes + d->n;
    if (p == end && !d->final)
        return "";
    if (p < end && *p == '{') {
        const char *close = memchr(p, '}', (size_t)(end - p));
        if (!close && !d->final)
            return "";
        if (close && close > p + 1) {
            *i = (size_t)(close + 1 - d->bytes);
            uint32_t found[MR_UNINAME_SEQUENCE_MAX];
            if (mr_uniname_lookup(p + 1, (size_t)(close - p - 1), false, found) == 1) {
                *c = found[0];
                return NULL;
            }
            return "unknown Unicode character name";
        }
        *i = close ? (size_t)(close + 1 - d->bytes) : d->n;
    }
    return "malformed \\N character escape";
}

/* The escape at `at`, or -1, means itself or an octal number above 255: CPython warns of the first one, behind the work. */
static bool warn_of_escape(MrDecoding *d, ptrdiff_t at)
{
    if (at < 0)
        return true;
    const char *p = d->bytes + at;
    if (*p >= '4' && *p <= '7')
        return mr_warn(d->t, MR_EXC_DeprecationWarning, "invalid octal escape sequence '\\%.3s'", p);
    char text[3] = {*p};
    if ((unsigned char)*p >= 128) { /* Latin-1 */
        text[0] = (char)(0xC0 | (unsigned char)*p >> 6);
        text[1] = (char)(0x80 | (*p & 0x3F));
    }
    return mr_warn(d->t, MR_EXC_DeprecationWarning, "invalid escape sequence '\\%s'", text);
}

static bool decode_escapes(MrDecoding *d, bool raw, size_t *consumed)
{
    size_t i = 0, work = 0;
    ptrdiff_t odd = -1; /* the first escape to warn of */
    while (i < d->n) {
        if (!mr_limits_work(d->t, work))
            return false;
        unsigned char b = (unsigned char)d->bytes[i];
        if (b != '\\') {
            mr_buf_put_codepoint(&d->out, b);
            i++;
            continue;
        }
        size_t start = i++;
        const char *reason = NULL;
        uint32_t c = 0;
        bool known = true;
        char kind = i < d->n ? d->bytes[i] : 0;
        if (i == d->n) {
            if (!d->final) {
                *consumed = start;
                return warn_of_escape(d, odd);
            }
            if (!raw)
                reason = "\\ at end of string";
            known = !raw;
        } else if (raw ? kind == 'u' || kind == 'U' : kind == 'x' || kind == 'u' || kind == 'U') {
            i++;
            reason = read_hex(d, &i, kind == 'x' ? 2 : kind == 'u' ? 4 : 8, &c);
        } else if (raw) {
            known = false;
        } else if (kind >= '0' && kind <= '7') {
            for (int k = 0; k < 3 && i < d->n && d->bytes[i] >= '0' && d->bytes[i] <= '7'; k++)
                c = c * 8 + (uint32_t)(d->bytes[i++] - '0');
            if (c > 255 && odd < 0)
                odd = (ptrdiff_t)start + 1;
        } else if (kind == 'N') {
            i++;
            reason = read_name(d, &i, &c);
        } else {
            static const char from[] = "\\'\"bfnrtva", to[] = "\\'\"\b\f\n\r\t\v\a";
            const char *at = strchr(from, kind);
            i++;
            if (kind == '\n')
                continue;
            if (at && kind)
                c = (unsigned char)to[at - from];
            else
                known = false;
        }
        if (reason) {
            if (!*reason) {
                *consumed = start;
                return warn_of_escape(d, odd);
            }
            if (!mr_codec_decode_fault(d, start, i, reason, &i))
                return false;
        } else if (known) {
            mr_buf_put_codepoint(&d->out, c);
        } else {
            if (!raw && odd < 0)
                odd = (ptrdiff_t)start + 1;
            for (i = start + 1, mr_buf_putc(&d->out, '\\'); i < start + 2 && i < d->n; i++)
                mr_buf_put_codepoint(&d->out, (unsigned char)d->bytes[i]);
        }
    }
    *consumed = i;
    return warn_of_escape(d, odd);
}

bool mr_codec_decode_text(MrDecoding *d, size_t *consumed)
{
    switch (d->id) {
    case MR_CODEC_UTF8: return decode_utf8(d, consumed);
    case MR_CODEC_UTF8_SIG: return decode_signed(d, consumed);
    case MR_CODEC_ASCII: return decode_bytes(d, 128, NULL);
    case MR_CODEC_LATIN1: return decode_bytes(d, 256, NULL);
    case MR_CODEC_UTF16: return decode_marked(d, 2, consumed);
    case MR_CODEC_UTF16_LE: return decode_utf16(d, 0, false, consumed);
    case MR_CODEC_UTF16_BE: return decode_utf16(d, 0, true, consumed);
    case MR_CODEC_UTF32: return decode_marked(d, 4, consumed);
    case MR_CODEC_UTF32_LE: return decode_utf32(d, 0, false, consumed);
    case MR_CODEC_UTF32_BE: return decode_utf32(d, 0, true, consumed);
    case MR_CODEC_UNICODE_ESCAPE: return decode_escapes(d, false, consumed);
    case MR_CODEC_RAW_UNICODE_ESCAPE: return decode_escapes(d, true, consumed);
    default: return decode_bytes(d, 256, code_pages[d->id - MR_CODEC_PAGE].high);
    }
}

/* ---- encoding ---- */

static void put_unit(MrBuf *out, uint32_t c, unsigned size, bool big)
{
    for (unsigned i = 0; i < size; i++)
        mr_buf_putc(out, (char)(c >> 8 * (big ? size - 1 - i : i)));
}

static bool put_escape(MrBuf *out, uint32_t c, bool raw)
{
    if (raw ? c < 256 : c >= 32 && c < 127 && c != '\\')
        mr_buf_putc(out, (char)c);
    else if (!raw && (c == '\\' || c == '\n' || c == '\r' || c == '\t'))
        mr_buf_puts(out, c == '\\' ? "\\\\" : c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
    else
        mr_str_put_escape(out, c);
    return true;
}

static int page_byte(const uint16_t *high, uint32_t c)
{
    if (c < 128)
        return (int)c;
    for (int i = 128; i--;) /* of two bytes with one meaning the last counts */
        if (high[i] == c)
            return 128 + i;
    return -1;
}

bool mr_codec_put(MrEncoding *e, uint32_t c)
{
    bool big = false;
    switch (e->id) {
    case MR_CODEC_UTF8: case MR_CODEC_UTF8_SIG:
        if (mr_codepoint_is_surrogate(c))
            return false;
        mr_buf_put_codepoint(&e->out, c);
        return true;
    case MR_CODEC_ASCII: case MR_CODEC_LATIN1:
        if (c >= (e->id == MR_CODEC_ASCII ? 128 : 256))
            return false;
        mr_buf_putc(&e->out, (char)c);
        return true;
    case MR_CODEC_UTF16_BE: big = true; __attribute__((fallthrough));
    case MR_CODEC_UTF16: case MR_CODEC_UTF16_LE:
        if (mr_codepoint_is_surrogate(c))
            return false;
        if (c >= 0x10000) {
            put_unit(&e->out, 0xD7C0 + (c >> 10), 2, big);
            c = 0xDC00 | (c & 0x3FF);
        }
        put_unit(&e->out, c, 2, big);
        return true;
    case MR_CODEC_UTF32_BE: big = true; __attribute__((fallthrough));
    case MR_CODEC_UTF32: case MR_CODEC_UTF32_LE:
        if (mr_codepoint_is_surrogate(c))
            return false;
        put_unit(&e->out, c, 4, big);
        return true;
    case MR_CODEC_UNICODE_ESCAPE: return put_escape(&e->out, c, false);
    case MR_CODEC_RAW_UNICODE_ESCAPE: return put_escape(&e->out, c, true);
    default: {
        int byte = page_byte(code_pages[e->id - MR_CODEC_PAGE].high, c);
        if (byte < 0)
            return false;
        mr_buf_putc(&e->out, (char)byte);
        return true;
    }
    }
}

/* Does the encoding lack c? Used to gather a run of faults. */
static bool is_missing(const MrEncoding *e, uint32_t c)
{
    switch (e->id) {
    case MR_CODEC_UTF8: case MR_CODEC_UTF8_SIG: return mr_codepoint_is_surrogate(c);
    case MR_CODEC_ASCII: return c >= 128;
    case MR_CODEC_LATIN1: return c >= 256;
    default: return e->id >= MR_CODEC_PAGE && page_byte(code_pages[e->id - MR_CODEC_PAGE].high, c) < 0;
    }
}

bool mr_codec_encode_text(MrEncoding *e)
{
    MrStr *s = MR_STR(e->str);
    if (e->id == MR_CODEC_UTF8_SIG)
        mr_buf_puts(&e->out, "\xEF\xBB\xBF");
    else if (e->id == MR_CODEC_UTF16 || e->id == MR_CODEC_UTF32)
        put_unit(&e->out, 0xFEFF, e->id == MR_CODEC_UTF16 ? 2 : 4, false);
    const char *reason = e->id == MR_CODEC_ASCII ? "ordinal not in range(128)" : e->id == MR_CODEC_LATIN1 ? "ordinal not in range(256)"
                         : e->id >= MR_CODEC_PAGE ? "character maps to <undefined>" : "surrogates not allowed";
    const char *p = s->bytes, *end = p + s->nbytes;
    for (size_t i = 0, work = 0; p < end;) {
        if (!mr_limits_work(e->t, work))
            return false;
        if (mr_codec_put(e, mr_utf8_decode_valid(&p))) {
            i++;
            continue;
        }
        size_t stop = i + 1;
        while (p < end) {
            const char *ahead = p;
            if (!is_missing(e, mr_utf8_decode_valid(&ahead)))
                break;
            p = ahead;
            stop++;
        }
        if (!mr_codec_encode_fault(e, i, stop, reason, &i))
            return false;
        if (i != stop)
            p = s->bytes + mr_str_offset(e->t, s, i);
    }
    return true;
}
