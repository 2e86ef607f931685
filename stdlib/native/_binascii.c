/* _binascii: the fast half of binascii, base64 of regular text. Text with anything that is no letter of the alphabet, white space or padding at the
 * end is given back as None: binascii.py has the rules, and the errors, for that.
 */
#include "vm/types/bytes.h"
#include "vm/vm.h"

enum { SKIP = 64, PAD, BAD };

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static MrValue encode64(MrThread *t, MrValue *a)
{
    const char *data;
    size_t n;
    if (!mr_buffer_of(t, a[0], &data, &n))
        return MR_ERROR;
    bool newline = a[1] == MR_TRUE;
    MrValue made = mr_bytes_new(t, NULL, (n + 2) / 3 * 4 + newline);
    if (made == MR_ERROR)
        return MR_ERROR;
    const unsigned char *p = (const unsigned char *)data;
    char *out = MR_BYTES(made)->bytes;
    for (size_t left = n; left; out += 4) {
        size_t group = left < 3 ? left : 3;
        uint32_t bits = (uint32_t)p[0] << 16 | (group > 1 ? (uint32_t)p[1] << 8 : 0) | (group > 2 ? p[2] : 0u);
        for (size_t i = 0; i < 4; i++)
            out[i] = i <= group ? alphabet[bits >> (18 - 6 * i) & 63] : '=';
        p += group;
        left -= group;
    }
    if (newline)
        *out = '\n';
    return made;
}

static void fill_values(unsigned char values[256])
{
    for (int i = 0; i < 256; i++)
        values[i] = i == '=' ? PAD : i == '\n' || i == '\r' || i == ' ' || i == '\t' ? SKIP : BAD;
    for (int i = 0; i < 64; i++)
        values[(unsigned char)alphabet[i]] = (unsigned char)i;
}

static MrValue decode64(MrThread *t, MrValue *a)
{
    unsigned char values[256];
    const char *data;
    size_t n, letters = 0, pads = 0;
    if (!mr_buffer_of(t, a[0], &data, &n))
        return MR_ERROR;
    fill_values(values);
    for (size_t i = 0; i < n; i++) {
        unsigned char v = values[(unsigned char)data[i]];
        if (v == BAD || (v < SKIP && pads))
            return MR_NONE;
        letters += v < SKIP;
        pads += v == PAD;
    }
    if ((letters + pads) % 4 || pads > 2)
        return MR_NONE;
    MrValue made = mr_bytes_new(t, NULL, letters * 3 / 4);
    if (made == MR_ERROR)
        return MR_ERROR;
    char *out = MR_BYTES(made)->bytes, *end = out + letters * 3 / 4;
    uint32_t bits = 0;
    unsigned count = 0;
    for (size_t i = 0; i < n && out < end; i++) {
        unsigned char v = values[(unsigned char)data[i]];
        if (v >= SKIP)
            continue;
        bits = bits << 6 | v;
        count += 6;
        if (count >= 8) {
            count -= 8;
            *out++ = (char)(bits >> count);
        }
    }
    return made;
}

static const MrMethodDef functions[] = {
    {"encode64(data, newline, /)", encode64, "The bytes in base64.", 0},
    {"decode64(data, /)", decode64, "The bytes that regular base64 tells, None for other text.", 0},
    {0},
};

const MrModuleDef mr_module__binascii = {.name = "_binascii", .functions = functions, .doc = "Base64 of regular text."};
