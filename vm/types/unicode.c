/* Look-ups in the Unicode tables, and normalization. See unicode.h for the contract.
 *
 * utf8proc rejects surrogates, which a str may hold; normalization therefore feeds it code points one by one, where it has no opinion on them. */
#include "vm/types/unicode.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "base/utf8.h"

typedef struct Decomposition {
    uint32_t code;
    uint16_t offset;
    uint8_t length, tag;
} Decomposition;

#include "vm/types/unicode_data.inc"

const MrUniRecord *mr_uni_record(uint32_t c)
{
    if (c > 0x10FFFF)
        c = 0xFFFF;
    return &records[stage2[((unsigned)stage1[c >> MR_UNI_SHIFT] << MR_UNI_SHIFT) + (c & ((1u << MR_UNI_SHIFT) - 1))]];
}

unsigned mr_uni_map(uint32_t c, MrCaseMap map, uint32_t out[MR_UNI_MAPPING_MAX])
{
    const MrUniRecord *r = mr_uni_record(c);
    if (!(r->flags & MR_UNI_SPECIAL)) {
        out[0] = c + (uint32_t)r->mapping[map];
        return 1;
    }
    const uint32_t *p = special_pool + r->mapping[0];
    for (int skip = map; skip; skip--)
        p += 1 + *p;
    for (uint32_t i = 0; i < *p; i++)
        out[i] = p[1 + i];
    return *p;
}

int mr_uni_decimal(uint32_t c)
{
    if (c < 128)
        return c - '0' < 10 ? (int)(c - '0') : -1;
    const MrUniRecord *r = mr_uni_record(c);
    return r->flags & MR_UNI_DECIMAL ? r->digit : -1;
}

bool mr_uni_is_identifier(const char *text, size_t n)
{
    const char *p = text, *end = text + n;
    if (p == end || !mr_uni_is(mr_utf8_decode_valid(&p), MR_UNI_XID_START))
        return false;
    while (p < end)
        if (!mr_uni_is(mr_utf8_decode_valid(&p), MR_UNI_XID_CONTINUE))
            return false;
    return true;
}

const char *mr_uni_category(uint32_t c) { return category_names[mr_uni_record(c)->category]; }
const char *mr_uni_bidi(uint32_t c) { return bidi_names[mr_uni_record(c)->bidi]; }
const char *mr_uni_width(uint32_t c) { return width_names[mr_uni_record(c)->width]; }
double mr_uni_numeric(uint32_t c) { return numeric_values[mr_uni_record(c)->numeric]; }

static int compare_code(const void *key, const void *row)
{
    uint32_t a = *(const uint32_t *)key, b = ((const Decomposition *)row)->code;
    return a < b ? -1 : a > b;
}

void mr_uni_decomposition(uint32_t c, MrBuf *out)
{
    const Decomposition *d = bsearch(&c, decompositions, sizeof decompositions / sizeof *decompositions, sizeof *decompositions, compare_code);
    if (!d)
        return;
    mr_buf_puts(out, decomposition_tags[d->tag]);
    for (unsigned i = 0; i < d->length; i++)
        mr_buf_printf(out, out->length ? " %04X" : "%04X", decomposition_pool[d->offset + i]);
}

/* Canonical ordering: within a run of combining marks, stable by combining class. */
static void order_marks(int32_t *text, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        int32_t c = text[i];
        unsigned class = mr_uni_record((uint32_t)c)->combining;
        if (!class)
            continue;
        size_t j = i;
        for (; j > 0 && mr_uni_record((uint32_t)text[j - 1])->combining > class; j--)
            text[j] = text[j - 1];
        text[j] = c;
    }
}

enum { DECOMPOSED_MAX = 18 }; /* code points of the longest decomposition: U+FDFA */

void mr_uni_normalize(const char *text, size_t n, MrNormalForm form, MrBuf *out)
{
    if (mr_utf8_is_ascii(text, n)) {
        mr_buf_write(out, text, n);
        return;
    }
    int options = UTF8PROC_STABLE | (form == MR_NFC || form == MR_NFKC ? UTF8PROC_COMPOSE : UTF8PROC_DECOMPOSE);
    int decompose = UTF8PROC_DECOMPOSE | (form == MR_NFKC || form == MR_NFKD ? UTF8PROC_COMPAT : 0);
    size_t length = 0, capacity = n + DECOMPOSED_MAX;
    int32_t *codes = malloc(capacity * sizeof *codes);
    for (const char *p = text, *end = text + n; codes && p < end;) {
        if (capacity - length < DECOMPOSED_MAX) {
            capacity *= 2;
            int32_t *more = realloc(codes, capacity * sizeof *codes);
            if (!more)
                free(codes);
            codes = more;
            if (!codes)
                break;
        }
        int32_t c = (int32_t)mr_utf8_decode_valid(&p);
        utf8proc_ssize_t got = utf8proc_decompose_char(c, codes + length, (utf8proc_ssize_t)(capacity - length), decompose, NULL);
        if (got <= 0) {
            codes[length] = c;
            got = 1;
        }
        length += (size_t)got;
    }
    if (!codes) {
        out->failed = true;
        return;
    }
    order_marks(codes, length);
    if (options & UTF8PROC_COMPOSE)
        length = (size_t)utf8proc_normalize_utf32(codes, (utf8proc_ssize_t)length, options);
    for (size_t i = 0; i < length; i++)
        mr_buf_put_codepoint(out, (uint32_t)codes[i]);
    free(codes);
}
