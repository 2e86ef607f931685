/* Look-ups in the Unicode tables. See unicode.h for the contract; normalization is in unicode_normal.c. */
#include "vm/types/unicode.h"

#include <stdlib.h>

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
