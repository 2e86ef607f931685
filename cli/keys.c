/* Decoding of keys. Sequences that nobody knows are swallowed whole, so that none of their letters lands in the text. */
#define _GNU_SOURCE
#include "cli/keys.h"

#include <stdlib.h>
#include <string.h>

#include "cli/width.h"

#define PASTE_END "\033[201~"
#define LONGEST 64 /* a sequence that goes on beyond is rubbish */

void mr_keys_fini(MrKeys *k)
{
    free(k->bytes);
    free(k->paste);
    *k = (MrKeys){0};
}

bool mr_keys_feed(MrKeys *k, const char *bytes, size_t n)
{
    if (k->start) {
        memmove(k->bytes, k->bytes + k->start, k->end - k->start);
        k->end -= k->start;
        k->start = 0;
    }
    if (k->end + n > k->capacity) {
        size_t capacity = (k->end + n) * 2;
        unsigned char *more = realloc(k->bytes, capacity);
        if (!more)
            return false;
        k->bytes = more;
        k->capacity = capacity;
    }
    memcpy(k->bytes + k->end, bytes, n);
    k->end += n;
    return true;
}

/* ---- pasted text ---- */

static void add_paste(MrKeys *k, const unsigned char *from, size_t n)
{
    if (k->n_paste + n + 1 > k->cap_paste) {
        size_t capacity = (k->n_paste + n + 1) * 2;
        char *more = realloc(k->paste, capacity);
        if (!more)
            return; /* the paste is cut short */
        k->paste = more;
        k->cap_paste = capacity;
    }
    memcpy(k->paste + k->n_paste, from, n);
    k->n_paste += n;
    k->paste[k->n_paste] = 0;
}

static uint32_t collect_paste(MrKeys *k)
{
    const unsigned char *p = k->bytes + k->start;
    size_t n = k->end - k->start, mark = sizeof PASTE_END - 1;
    unsigned char *end = n ? memmem(p, n, PASTE_END, mark) : NULL;
    if (end) {
        add_paste(k, p, (size_t)(end - p));
        k->start += (size_t)(end - p) + mark;
        k->pasting = false;
        return MR_KEY_PASTE;
    }
    size_t keep = n < mark - 1 ? n : mark - 1; /* the mark may come in two pieces */
    add_paste(k, p, n - keep);
    k->start += n - keep;
    return 0;
}

/* ---- sequences ---- */

static uint32_t modifiers(int n)
{
    n = n > 1 ? n - 1 : 0;
    return (n & 1 ? MR_KEY_SHIFT : 0) | (n & 10 ? MR_KEY_ALT : 0) | (n & 4 ? MR_KEY_CTRL : 0);
}

static uint32_t by_letter(unsigned char c)
{
    switch (c) {
    case 'A': return MR_KEY_UP;
    case 'B': return MR_KEY_DOWN;
    case 'C': return MR_KEY_RIGHT;
    case 'D': return MR_KEY_LEFT;
    case 'F': return MR_KEY_END;
    case 'H': return MR_KEY_HOME;
    case 'M': return MR_KEY_ENTER;
    case 'Z': return MR_KEY_TAB | MR_KEY_SHIFT;
    default: return MR_KEY_NONE;
    }
}

static uint32_t by_number(int n)
{
    switch (n) {
    case 1: case 7: return MR_KEY_HOME;
    case 2: return MR_KEY_INSERT;
    case 3: return MR_KEY_DELETE;
    case 4: case 8: return MR_KEY_END;
    case 5: return MR_KEY_PAGE_UP;
    case 6: return MR_KEY_PAGE_DOWN;
    default: return MR_KEY_NONE;
    }
}

/* A key told by its code point: the "CSI u" and "modifyOtherKeys" forms. */
static uint32_t by_code(int code, int mods)
{
    uint32_t m = modifiers(mods);
    switch (code) {
    case 9: return MR_KEY_TAB | m;
    case 13: return MR_KEY_ENTER | m;
    case 27: return MR_KEY_ESCAPE | m;
    case 8: case 127: return MR_KEY_BACKSPACE | m;
    default: break;
    }
    if (code < 32 || code > 0x10ffff)
        return MR_KEY_NONE;
    if (m & MR_KEY_CTRL && code >= 'A' && code <= 'Z')
        code += 32;
    return (uint32_t)code | (m & ~(uint32_t)MR_KEY_SHIFT);
}

/* ESC [ parameters letter, from p (behind the bracket) on. Returns the bytes used, 0 if it is not whole. */
static size_t control_sequence(MrKeys *k, const unsigned char *p, size_t n, uint32_t *key)
{
    int params[4] = {0}, count = 0;
    size_t i = 0;
    *key = MR_KEY_NONE;
    if (n && *p == '[') /* the Linux console's function keys: ESC [ [ A */
        return n > 1 ? 2 : 0;
    for (; i < n && p[i] >= 0x20 && p[i] < 0x40; i++) {
        if (i >= LONGEST)
            return i;
        if (p[i] >= '0' && p[i] <= '9') {
            if (count < 4 && params[count] < 100000000)
                params[count] = params[count] * 10 + (p[i] - '0');
        } else {
            count++;
        }
    }
    if (i == n)
        return 0;
    unsigned char last = p[i];
    if (last == '~' && params[0] == 200) {
        k->pasting = true;
        k->n_paste = 0;
        add_paste(k, p, 0);
    } else if (last == '~' && params[0] == 27) {
        *key = by_code(params[2], params[1]);
    } else if (last == '~' || last == '^' || last == '$' || last == '@') { /* the latter three are rxvt's for Ctrl, Shift, both */
        *key = by_number(params[0]) | modifiers(params[1]) | (last == '^' || last == '@' ? MR_KEY_CTRL : 0) | (last == '$' || last == '@' ? MR_KEY_SHIFT : 0);
    } else if (last == 'R' && count == 1) { /* Shift-F3 in the first row looks the same and does nothing here */
        *key = MR_KEY_REPORT;
        k->column = params[1];
    } else if (last == 'u') {
        *key = by_code(params[0], params[1]);
    } else {
        *key = by_letter(last) | (last == 'Z' ? 0 : modifiers(params[1]));
        if (last >= 'a' && last <= 'd')
            *key = by_letter((unsigned char)(last - 32)) | MR_KEY_SHIFT;
    }
    if ((*key & 0xffffff) == MR_KEY_NONE)
        *key = MR_KEY_NONE;
    return i + 1;
}

/* ESC O letter, perhaps with a modifier's digit. */
static size_t keypad(const unsigned char *p, size_t n, uint32_t *key)
{
    size_t i = 0;
    int mods = 0;
    for (; i < n && p[i] >= '0' && p[i] <= '9' && i < 4; i++)
        mods = mods * 10 + (p[i] - '0');
    if (i == n)
        return 0;
    *key = p[i] >= 'a' && p[i] <= 'd' ? by_letter((unsigned char)(p[i] - 32)) | MR_KEY_CTRL : by_letter(p[i]) | modifiers(mods);
    if ((*key & 0xffffff) == MR_KEY_NONE)
        *key = MR_KEY_NONE;
    return i + 1;
}

/* One key without a leading escape. Bytes used, 0 if it is not whole. */
static size_t plain(const unsigned char *p, size_t n, bool quiet, uint32_t *key)
{
    unsigned char c = *p;
    if (c == '\r' || c == '\n')
        *key = MR_KEY_ENTER;
    else if (c == '\t')
        *key = MR_KEY_TAB;
    else if (c == 127 || c == 8)
        *key = MR_KEY_BACKSPACE;
    else if (c == 0)
        *key = ' ' | MR_KEY_CTRL;
    else if (c < 27)
        *key = (uint32_t)(c + 96) | MR_KEY_CTRL;
    else if (c < 32)
        *key = (uint32_t)(c + 64) | MR_KEY_CTRL;
    else
        return mr_char_decode((const char *)p, n, !quiet, key);
    return 1;
}

static size_t decode(MrKeys *k, const unsigned char *p, size_t n, bool quiet, uint32_t *key)
{
    if (*p != 27)
        return plain(p, n, quiet, key);
    if (n == 1) {
        *key = MR_KEY_ESCAPE;
        return quiet;
    }
    size_t used;
    if (p[1] == '[')
        used = control_sequence(k, p + 2, n - 2, key);
    else if (p[1] == 'O')
        used = keypad(p + 2, n - 2, key);
    else if (p[1] == 27) { /* Alt and a key that sends a sequence; or two Escapes */
        if (n == 2 && !quiet)
            return 0;
        used = n > 2 && (p[2] == '[' || p[2] == 'O') ? decode(k, p + 1, n - 1, quiet, key) : 0;
        *key = used ? *key | MR_KEY_ALT : MR_KEY_ESCAPE;
        return used ? used + 1 : n == 2 || (p[2] != '[' && p[2] != 'O') ? 1 : 0;
    } else {
        used = plain(p + 1, n - 1, quiet, key);
        *key |= MR_KEY_ALT;
        return used ? used + 1 : 0;
    }
    if (used)
        return used + 2;
    if (!quiet)
        return 0;
    *key = n == 2 ? (uint32_t)p[1] | MR_KEY_ALT : MR_KEY_NONE; /* cut off: Alt-[ and Alt-O, or rubbish */
    return n;
}

uint32_t mr_keys_next(MrKeys *k, bool quiet)
{
    while (k->start < k->end) {
        if (k->pasting)
            return collect_paste(k);
        uint32_t key = MR_KEY_NONE;
        size_t used = decode(k, k->bytes + k->start, k->end - k->start, quiet, &key);
        if (!used)
            return 0;
        k->start += used;
        if (key != MR_KEY_NONE)
            return key;
    }
    return 0;
}

bool mr_keys_take_report(MrKeys *k, int *column)
{
    for (size_t at = k->start; at + 2 < k->end; at++) {
        size_t i = at + 2;
        if (k->bytes[at] != 27 || k->bytes[at + 1] != '[')
            continue;
        int second = 0, count = 0;
        for (; i < k->end && ((k->bytes[i] >= '0' && k->bytes[i] <= '9') || k->bytes[i] == ';'); i++) {
            count += k->bytes[i] == ';';
            second = k->bytes[i] == ';' ? 0 : second < 100000 ? second * 10 + (k->bytes[i] - '0') : second;
        }
        if (i == k->end || k->bytes[i] != 'R' || count != 1)
            continue;
        *column = second;
        memmove(k->bytes + at, k->bytes + i + 1, k->end - i - 1);
        k->end -= i + 1 - at;
        return true;
    }
    return false;
}
