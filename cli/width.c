/* UTF-8, grapheme clusters and widths. The tables are utf8proc's. */
#include "cli/width.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

size_t mr_char_decode(const char *text, size_t n, bool partial, uint32_t *out)
{
    const unsigned char *s = (const unsigned char *)text;
    if (s[0] < 0x80) {
        *out = s[0];
        return 1;
    }
    size_t need = s[0] >= 0xf0 && s[0] < 0xf5 ? 4 : s[0] >= 0xe0 && s[0] < 0xf0 ? 3 : s[0] >= 0xc2 && s[0] < 0xe0 ? 2 : 1;
    *out = 0xfffd;
    if (need == 1)
        return 1;
    uint32_t c = s[0] & (0xff >> (need + 1));
    for (size_t i = 1; i < need; i++) {
        if (i == n)
            return partial ? 0 : 1;
        if ((s[i] & 0xc0) != 0x80)
            return 1;
        c = c << 6 | (s[i] & 0x3f);
    }
    if ((need == 3 && (c < 0x800 || (c >= 0xd800 && c < 0xe000))) || (need == 4 && (c < 0x10000 || c > 0x10ffff)))
        return 1;
    *out = c;
    return need;
}

size_t mr_char_encode(uint32_t c, char *out)
{
    if (c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
        c = 0xfffd;
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)out);
}

size_t mr_grapheme_next(const char *s, size_t n)
{
    if (!n)
        return 0;
    uint32_t before, c;
    utf8proc_int32_t state = 0;
    size_t at = mr_char_decode(s, n, false, &before);
    if (before < 0x20)
        return at;
    while (at < n) {
        size_t used = mr_char_decode(s + at, n - at, false, &c);
        if (c < 0x80 || utf8proc_grapheme_break_stateful((utf8proc_int32_t)before, (utf8proc_int32_t)c, &state))
            break;
        before = c;
        at += used;
    }
    return at;
}

size_t mr_grapheme_back(const char *s, size_t at)
{
    if (at == 0)
        return 0;
    size_t start = at - 1;
    if ((unsigned char)s[start] < 0x80)
        return 1;
    while (start > 0 && (unsigned char)s[start] >= 0x80) /* clusters begin at ASCII or later */
        start--;
    for (;;) {
        size_t n = mr_grapheme_next(s + start, at - start);
        if (start + n >= at)
            return at - start;
        start += n;
    }
}

const char *mr_grapheme_shown(const char *s, size_t n, char buffer[8])
{
    uint32_t c;
    mr_char_decode(s, n, false, &c);
    if (c < 0x20 || c == 0x7f)
        snprintf(buffer, 8, "^%c", (int)(c ^ 0x40));
    else if (c >= 0x80 && c < 0xa0)
        snprintf(buffer, 8, "\\x%02x", (unsigned)c);
    else if (c == 0xfffd && (unsigned char)*s != 0xef)
        return "\xef\xbf\xbd";
    else
        return NULL;
    return buffer;
}

/* The cluster is as wide as its widest part, but two if a variation selector asks for an emoji, or two regional indicators make a flag. */
int mr_grapheme_width(const char *s, size_t n)
{
    char buffer[8];
    uint32_t c;
    int widest = 0;
    if (n == 1 && (unsigned char)*s >= 0x20 && (unsigned char)*s < 0x7f)
        return 1;
    const char *shown = mr_grapheme_shown(s, n, buffer);
    if (shown)
        return shown == buffer ? (int)strlen(buffer) : 1;
    for (size_t at = 0, parts = 0; at < n; parts++) {
        at += mr_char_decode(s + at, n - at, false, &c);
        int w = utf8proc_charwidth((utf8proc_int32_t)c);
        if (parts && (c == 0xfe0f || (c >= 0x1f1e6 && c <= 0x1f1ff)))
            w = 2;
        if (w > widest)
            widest = w;
    }
    return widest;
}

/* The length of an escape sequence at s. */
static size_t escape_length(const char *s, size_t n)
{
    size_t i = 1;
    if (n > 1 && s[1] == '[') {
        for (i = 2; i < n && (unsigned char)s[i] >= 0x20 && (unsigned char)s[i] < 0x40; i++)
            continue;
        return i < n ? i + 1 : n;
    }
    if (n > 1 && s[1] == ']') {
        for (i = 2; i < n && s[i] != 7; i++)
            if (s[i] == 27 && i + 1 < n && s[i + 1] == '\\')
                return i + 2;
        return i < n ? i + 1 : n;
    }
    return n > 1 ? 2 : 1;
}

int mr_text_width(const char *s, size_t n)
{
    int width = 0;
    for (size_t at = 0; at < n;) {
        if (s[at] == 27) {
            at += escape_length(s + at, n - at);
            continue;
        }
        size_t used = mr_grapheme_next(s + at, n - at);
        width += mr_grapheme_width(s + at, used);
        at += used;
    }
    return width;
}
