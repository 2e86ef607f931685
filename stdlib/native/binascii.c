/* binascii: bytes as text and back (hexadecimal, base64, uuencode, quoted-printable), and the checksums CRC-32 and CRC of the HQX format.
 *
 * Decoders take bytes-like objects or ASCII str, encoders only the former. Text that is being made stands in a MrBuf, or in the bytes that are returned
 * where their size is known. Errors of the text are binascii.Error, a ValueError.
 */
#include <string.h>

#include "stdlib/native/instance.h"
#include "vm/error.h"
#include "vm/types/bigint.h"
#include "vm/types/bytes.h"

#define binascii_raise(t, ...) mr_raise_from(t, "binascii", "Error", __VA_ARGS__)

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

enum { LINE = 76 }; /* letters of a line of quoted-printable text */

/* The bytes of what a decoder was given. */
static bool text_of(MrThread *t, MrValue v, const char **p, size_t *n)
{
    if (mr_is_str(v)) {
        const MrStr *s = MR_STR(v);
        *p = s->bytes;
        *n = s->nbytes;
        return s->nbytes == s->length || mr_raise(t, MR_EXC_ValueError, "string argument should contain only ASCII characters") != MR_ERROR;
    }
    if (mr_buffer_of(t, v, p, n))
        return true;
    if (mr_clear_if(t, MR_EXC_TypeError) || mr_clear_if(t, MR_EXC_BufferError))
        mr_raise(t, MR_EXC_TypeError, "argument should be bytes, buffer or ASCII string, not '%s'", mr_type_name(t, v));
    return false;
}

static int flag(MrThread *t, MrValue v, bool otherwise) { return v == MR_UNBOUND ? otherwise : mr_truth(t, v); }

static MrValue bytes_of_buf(MrThread *t, MrBuf *buf)
{
    MrValue v = buf->failed ? mr_raise_no_memory(t) : mr_bytes_new(t, buf->data ? buf->data : "", buf->length);
    mr_buf_fini(buf);
    return v;
}

static MrValue give_up(MrBuf *buf)
{
    mr_buf_fini(buf);
    return MR_ERROR;
}

/* ---- hexadecimal ---- */

static int digit_of(unsigned char c) { return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1; }

static MrValue b2a_hex(MrThread *t, MrValue *a)
{
    const char *p;
    size_t n;
    if (!mr_buffer_of(t, a[0], &p, &n))
        return MR_ERROR;
    MrValue text = mr_bytes_hex(t, p, n, a[1], a[2]);
    return text == MR_ERROR ? text : mr_bytes_new(t, MR_STR(text)->bytes, MR_STR(text)->nbytes);
}

static MrValue a2b_hex(MrThread *t, MrValue *a)
{
    const char *p;
    size_t n, work = 0;
    if (!text_of(t, a[0], &p, &n))
        return MR_ERROR;
    if (n % 2)
        return binascii_raise(t, "Odd-length string");
    MrValue made = mr_bytes_new(t, NULL, n / 2);
    if (made == MR_ERROR)
        return made;
    char *out = MR_BYTES(made)->bytes;
    for (size_t i = 0; i < n; i += 2) {
        int high = digit_of((unsigned char)p[i]), low = digit_of((unsigned char)p[i + 1]);
        if ((high | low) < 0)
            return binascii_raise(t, "Non-hexadecimal digit found");
        *out++ = (char)(high << 4 | low);
        if (!mr_limits_work(t, work))
            return MR_ERROR;
    }
    return made;
}

/* ---- base64 ---- */

static MrValue b2a_base64(MrThread *t, MrValue *a)
{
    const char *data;
    size_t n, work = 0;
    int newline = flag(t, a[1], true);
    if (newline < 0 || !mr_buffer_of(t, a[0], &data, &n))
        return MR_ERROR;
    MrValue made = mr_bytes_new(t, NULL, (n + 2) / 3 * 4 + (size_t)newline);
    if (made == MR_ERROR)
        return MR_ERROR;
    const unsigned char *p = (const unsigned char *)data;
    char *out = MR_BYTES(made)->bytes;
    size_t left = n;
    for (; left >= 3; left -= 3, p += 3, out += 4) {
        uint32_t bits = (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];
        out[0] = alphabet[bits >> 18];
        out[1] = alphabet[bits >> 12 & 63];
        out[2] = alphabet[bits >> 6 & 63];
        out[3] = alphabet[bits & 63];
        if (!mr_limits_work(t, work))
            return MR_ERROR;
    }
    if (left) {
        uint32_t bits = (uint32_t)p[0] << 16 | (left > 1 ? (uint32_t)p[1] << 8 : 0);
        out[0] = alphabet[bits >> 18];
        out[1] = alphabet[bits >> 12 & 63];
        out[2] = left > 1 ? alphabet[bits >> 6 & 63] : '=';
        out[3] = '=';
        out += 4;
    }
    if (newline)
        *out = '\n';
    return made;
}

static int value_of(unsigned char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a' + 26 : c >= '0' && c <= '9' ? c - '0' + 52 : c == '+' ? 62 : c == '/' ? 63 : -1;
}

static void fill_values(signed char values[256])
{
    for (int c = 0; c < 256; c++)
        values[c] = (signed char)value_of((unsigned char)c);
}

/* Characters that are no letters of the alphabet are passed over, unless the mode is strict. */
static MrValue a2b_base64(MrThread *t, MrValue *a)
{
    const char *text;
    size_t n, work = 0;
    int strict = flag(t, a[1], false);
    if (strict < 0 || !text_of(t, a[0], &text, &n))
        return MR_ERROR;
    if (strict && n && text[0] == '=')
        return binascii_raise(t, "Leading padding not allowed");
    signed char values[256];
    fill_values(values);
    MrValue made = mr_bytes_new(t, NULL, n / 4 * 3 + 3);
    if (made == MR_ERROR)
        return MR_ERROR;
    char *const start = MR_BYTES(made)->bytes, *out = start;
    uint32_t bits = 0;
    unsigned count = 0, pads = 0; /* letters of the group of four, and the padding behind its last letter */
    bool full = false, padded = false;
    for (size_t i = 0; i < n && !full; i++) {
        if (!mr_limits_work(t, work))
            return MR_ERROR;
        if (text[i] == '=') {
            padded = true;
            if (count >= 2 && count + ++pads >= 4) { /* the group is full: what follows is no part of it */
                if (strict && i + 1 < n)
                    return binascii_raise(t, "Excess data after padding");
                full = true;
            }
            continue;
        }
        int v = values[(unsigned char)text[i]];
        if (v < 0) {
            if (strict)
                return binascii_raise(t, "Only base64 data is allowed");
            continue;
        }
        if (strict && padded)
            return binascii_raise(t, "Discontinuous padding not allowed");
        pads = 0;
        bits = bits << 6 | (uint32_t)v;
        if (++count > 1)
            *out++ = (char)(bits >> (8 - 2 * count));
        count %= 4;
    }
    size_t length = (size_t)(out - start);
    if (!full && count == 1)
        return binascii_raise(t, "Invalid base64-encoded string: number of data characters (%zu) cannot be 1 more than a multiple of 4", length / 3 * 4 + 1);
    if (!full && count)
        return binascii_raise(t, "Incorrect padding");
    return mr_bytes_new(t, start, length);
}

/* ---- checksums ---- */

/* The low 32 bits of an int of any size. */
static bool low_bits(MrThread *t, MrValue v, uint32_t *bits)
{
    MrValue i = mr_index(t, v);
    MrIntView view;
    if (i == MR_ERROR)
        return false;
    mr_int_view(i, &view);
    uint32_t low = view.n ? (uint32_t)view.limbs[0] : 0;
    *bits = view.negative ? (uint32_t)-low : low;
    return true;
}

static MrValue crc32(MrThread *t, MrValue *a)
{
    const char *p;
    size_t n, work = 0;
    uint32_t crc = 0, table[256];
    if ((a[1] != MR_UNBOUND && !low_bits(t, a[1], &crc)) || !mr_buffer_of(t, a[0], &p, &n))
        return MR_ERROR;
    for (uint32_t i = 0; i < 256; i++) {
        table[i] = i;
        for (int k = 0; k < 8; k++)
            table[i] = table[i] >> 1 ^ (table[i] & 1 ? 0xEDB88320u : 0);
    }
    crc = ~crc;
    for (size_t i = 0; i < n; i++) {
        crc = table[(crc ^ (unsigned char)p[i]) & 255] ^ crc >> 8;
        if (!mr_limits_work(t, work))
            return MR_ERROR;
    }
    return mr_int(t, (int64_t)(uint32_t)~crc);
}

static MrValue crc_hqx(MrThread *t, MrValue *a)
{
    const char *p;
    size_t n, work = 0;
    uint32_t crc;
    if (!low_bits(t, a[1], &crc) || !mr_buffer_of(t, a[0], &p, &n))
        return MR_ERROR;
    crc &= 0xFFFF;
    for (size_t i = 0; i < n; i++) {
        crc ^= (uint32_t)(unsigned char)p[i] << 8;
        for (int k = 0; k < 8; k++)
            crc = (crc << 1 ^ (crc & 0x8000 ? 0x1021u : 0)) & 0xFFFF;
        if (!mr_limits_work(t, work))
            return MR_ERROR;
    }
    return mr_small_int((int64_t)crc);
}

/* ---- uuencode ---- */

static MrValue a2b_uu(MrThread *t, MrValue *a)
{
    const char *text;
    size_t n;
    char out[64];
    if (!text_of(t, a[0], &text, &n))
        return MR_ERROR;
    char head = n ? text[0] : 0; /* CPython reads the NUL behind the text as well: no text tells 32 bytes */
    size_t size = (size_t)(head - 32) & 63, letters = (size * 8 + 5) / 6, made = 0, count = 0;
    uint32_t bits = 0;
    for (size_t i = 1; i <= letters; i++) {
        unsigned char c = i < n ? (unsigned char)text[i] : '\n';
        if (c != '\n' && c != '\r' && (c < ' ' || c > '`'))
            return binascii_raise(t, "Illegal char");
        bits = bits << 6 | (c < ' ' ? 0 : (uint32_t)(c - ' ') & 63);
        count += 6;
        if (count >= 8 && made < size) {
            count -= 8;
            out[made++] = (char)(bits >> count);
        }
    }
    for (size_t i = 1 + letters; i < n; i++)
        if (!text[i] || !strchr(" `\r\n", text[i]))
            return binascii_raise(t, "Trailing garbage");
    return mr_bytes_new(t, out, made);
}

static MrValue b2a_uu(MrThread *t, MrValue *a)
{
    const char *data;
    size_t n, at = 0;
    char out[64];
    int backtick = flag(t, a[1], false);
    if (backtick < 0 || !mr_buffer_of(t, a[0], &data, &n))
        return MR_ERROR;
    if (n > 45)
        return binascii_raise(t, "At most 45 bytes at once");
    char zero = backtick ? '`' : ' ';
    out[at++] = n ? (char)(' ' + n) : zero;
    for (size_t i = 0; i < n; i += 3) {
        uint32_t bits = 0;
        for (size_t k = 0; k < 3; k++)
            bits = bits << 8 | (i + k < n ? (unsigned char)data[i + k] : 0u);
        for (int shift = 18; shift >= 0; shift -= 6)
            out[at++] = bits >> shift & 63 ? (char)(' ' + (bits >> shift & 63)) : zero;
    }
    out[at++] = '\n';
    return mr_bytes_new(t, out, at);
}

/* ---- quoted-printable ---- */

static MrValue a2b_qp(MrThread *t, MrValue *a)
{
    const char *text;
    size_t n, work = 0;
    int header = flag(t, a[1], false);
    MrBuf out = MR_BUF_EMPTY;
    if (header < 0 || !text_of(t, a[0], &text, &n))
        return MR_ERROR;
    for (size_t i = 0; i < n;) {
        char c = text[i++];
        if (!mr_limits_work(t, work))
            return give_up(&out);
        if (c != '=') {
            mr_buf_putc(&out, header && c == '_' ? ' ' : c);
            continue;
        }
        if (i == n)
            break;
        if (text[i] == '\n' || text[i] == '\r') { /* a soft end of the line */
            const char *end = memchr(text + i, '\n', n - i);
            i = end ? (size_t)(end - text) + 1 : n;
        } else if (text[i] == '=') {
            mr_buf_putc(&out, '=');
            i++;
        } else if (i + 1 < n && digit_of((unsigned char)text[i]) >= 0 && digit_of((unsigned char)text[i + 1]) >= 0) {
            mr_buf_putc(&out, (char)(digit_of((unsigned char)text[i]) << 4 | digit_of((unsigned char)text[i + 1])));
            i += 2;
        } else {
            mr_buf_putc(&out, '=');
        }
    }
    return bytes_of_buf(t, &out);
}

static void put_escape(MrBuf *out, unsigned char c)
{
    static const char digits[] = "0123456789ABCDEF";
    char text[3] = {'=', digits[c >> 4], digits[c & 15]};
    mr_buf_write(out, text, 3);
}

static MrValue b2a_qp(MrThread *t, MrValue *a)
{
    const char *text;
    size_t n, work = 0, length = 0;
    int quote_tabs = flag(t, a[1], false), is_text = quote_tabs < 0 ? -1 : flag(t, a[2], true), header = is_text < 0 ? -1 : flag(t, a[3], false);
    MrBuf out = MR_BUF_EMPTY;
    if (header < 0 || !mr_buffer_of(t, a[0], &text, &n))
        return MR_ERROR;
    const char *first = memchr(text, '\n', n), *newline = first && first > text && first[-1] == '\r' ? "\r\n" : "\n";
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        bool last = i + 1 == n;
        unsigned char next = last ? 0 : (unsigned char)text[i + 1];
        if (!mr_limits_work(t, work))
            return give_up(&out);
        if (c > 126 || c == '=' || (header && c == '_') || (c == '.' && !length && (last || next == '\n' || next == '\r' || !next)) ||
            (!is_text && (c == '\n' || c == '\r')) || ((c == '\t' || c == ' ') && last) ||
            (c < 33 && c != '\n' && c != '\r' && (quote_tabs || (c != '\t' && c != ' ')))) {
            if (length + 3 >= LINE) {
                mr_buf_putc(&out, '=');
                mr_buf_puts(&out, newline);
                length = 0;
            }
            put_escape(&out, c);
            length += 3;
        } else if (is_text && (c == '\n' || (c == '\r' && !last && next == '\n'))) {
            length = 0;
            if (out.length && !out.failed && (out.data[out.length - 1] == ' ' || out.data[out.length - 1] == '\t'))
                put_escape(&out, (unsigned char)out.data[--out.length]);
            mr_buf_puts(&out, newline);
            i += c == '\r';
        } else {
            if (!last && next != '\n' && length + 1 >= LINE) {
                mr_buf_putc(&out, '=');
                mr_buf_puts(&out, newline);
                length = 0;
            }
            length++;
            mr_buf_putc(&out, header && c == ' ' ? '_' : (char)c);
        }
    }
    return bytes_of_buf(t, &out);
}

static const MrMethodDef functions[] = {
    {"a2b_base64(data, /, *, strict_mode=False)", a2b_base64, "The bytes that base64 tells; other characters are left out unless the mode is strict.", 0},
    {"a2b_hex(hexstr, /)", a2b_hex, "The bytes that hexadecimal digits tell.", 0},
    {"a2b_qp(data, header=False)", a2b_qp, "The bytes that quoted-printable text stands for; in a header an underscore is a space.", 0},
    {"a2b_uu(data, /)", a2b_uu, "The bytes of a uuencoded line.", 0},
    {"b2a_base64(data, /, *, newline=True)", b2a_base64, "The bytes in base64.", 0},
    {"b2a_hex(data, sep=<unrepresentable>, bytes_per_sep=1)", b2a_hex, "The bytes in hexadecimal.", 0},
    {"b2a_qp(data, quotetabs=False, istext=True, header=False)", b2a_qp, "The bytes as quoted-printable text, in lines of at most 76 letters.", 0},
    {"b2a_uu(data, /, *, backtick=False)", b2a_uu, "A uuencoded line of at most 45 bytes.", 0},
    {"crc32(data, crc=0, /)", crc32, "The CRC-32 of the bytes, begun with another's.", 0},
    {"crc_hqx(data, crc, /)", crc_hqx, "The CRC of polynomial 0x1021.", 0},
    {"hexlify(data, sep=<unrepresentable>, bytes_per_sep=1)", b2a_hex, "The bytes in hexadecimal.", 0},
    {"unhexlify(hexstr, /)", a2b_hex, "The bytes that hexadecimal digits tell.", 0},
    {0},
};

static bool init(MrThread *t, MrModule *m)
{
    return mr_module_add_exception(t, m, "binascii", "Error", MR_EXC_ValueError) && mr_module_add_exception(t, m, "binascii", "Incomplete", MR_EXC_Exception);
}

const MrModuleDef mr_module_binascii = {
    .name = "binascii", .functions = functions, .init = init,
    .doc = "Bytes as text and back: hexadecimal, base64, uuencode, quoted-printable; the checksums CRC-32 and CRC of the HQX format."};
