/* Units to bytes and back; the format is described in blob.h. Instructions are written raw, positions as differences from the one
 * before. The version is a hash of the opcode table, so a change of the instruction set cannot go unnoticed.
 */
#include "compiler/blob.h"

#include <stdlib.h>
#include <string.h>
#include "base/hash.h"
#include "base/utf8.h"
#include "compiler/verify.h"

enum { MAX_NESTING = 200, HEADER = 16 };
static const char magic[4] = {'M', 'R', 'Y', '1'};

static uint32_t table_version(void) {
    static const char table[] =
#define OP(name, words, a, b, c, flags, text) #name #words #a #b #c #flags
#include "compiler/opcodes.def"
#undef OP
#define INTRINSIC(name, nargs, text) #name #nargs
#include "compiler/intrinsics.def"
#undef INTRINSIC
        ;
    return (uint32_t)mr_hash_quick(table, sizeof table);
}

static void put_number(MrBuf *out, uint64_t value) {
    for (; value >= 0x80; value >>= 7) mr_buf_putc(out, (char)(value | 0x80));
    mr_buf_putc(out, (char)value);
}

static void put_signed(MrBuf *out, int64_t value) { put_number(out, (uint64_t)value << 1 ^ (uint64_t)(value >> 63)); }

static void put_text(MrBuf *out, const MrText *text) {
    put_number(out, text->length);
    mr_buf_write(out, text->bytes, text->length);
}

static void put_unit(MrBuf *out, const MrUnit *unit);

static void put_const(MrBuf *out, const MrConst *k) {
    mr_buf_putc(out, (char)k->kind);
    switch (k->kind) {
    case MR_CONST_INT: put_signed(out, k->i); break;
    case MR_CONST_COMPLEX: mr_buf_write(out, &k->imag, sizeof k->imag); mr_buf_write(out, &k->d, sizeof k->d); break;
    case MR_CONST_FLOAT: mr_buf_write(out, &k->d, sizeof k->d); break;
    case MR_CONST_BIGINT: case MR_CONST_STR: case MR_CONST_BYTES: put_text(out, &k->text); break;
    case MR_CONST_TUPLE: case MR_CONST_FROZENSET:
        put_number(out, k->n);
        for (size_t i = 0; i < k->n; i++) put_const(out, &k->items[i]);
        break;
    case MR_CONST_CODE: put_unit(out, k->code); break;
    default: break;
    }
}

static void put_texts(MrBuf *out, const MrText *texts, uint32_t count) {
    put_number(out, count);
    for (uint32_t i = 0; i < count; i++) put_text(out, &texts[i]);
}

static void put_positions(MrBuf *out, const MrUnit *unit) {
    MrPosition last = {0};
    for (uint32_t i = 0; i < unit->n_code; i++) {
        MrPosition p = unit->positions[i];
        bool same = memcmp(&p, &last, sizeof p) == 0;
        put_number(out, same ? 0 : 1);
        if (same) continue;
        put_signed(out, (int64_t)p.line - last.line);
        put_signed(out, (int64_t)p.end_line - p.line);
        put_signed(out, (int64_t)p.col - last.col);
        put_signed(out, (int64_t)p.end_col - p.col);
        last = p;
    }
}

static void put_unit(MrBuf *out, const MrUnit *u) {
    put_text(out, &u->name);
    put_text(out, &u->qualname);
    put_text(out, &u->filename);
    const uint64_t numbers[] = {u->flags, u->first_line, u->argcount, u->posonly, u->kwonly, u->nregs, (uint64_t)(u->doc + 1), u->n_code};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) put_number(out, numbers[i]);
    mr_buf_write(out, u->code, u->n_code * sizeof *u->code);
    put_positions(out, u);
    put_texts(out, u->names, u->n_names);
    put_texts(out, u->varnames, u->nlocals);
    mr_buf_write(out, u->local_flags, u->nlocals);
    put_texts(out, u->freenames, u->n_free);
    put_number(out, u->n_handlers);
    for (uint32_t i = 0; i < u->n_handlers; i++) {
        put_number(out, u->handlers[i].start);
        put_number(out, u->handlers[i].end);
        put_number(out, u->handlers[i].target);
        put_number(out, u->handlers[i].reg);
    }
    put_number(out, u->n_consts);
    for (uint32_t i = 0; i < u->n_consts; i++) put_const(out, &u->consts[i]);
}

bool mr_blob_write(const MrUnit *unit, MrBuf *out) {
    MrBuf body = MR_BUF_EMPTY;
    put_unit(&body, unit);
    uint32_t version = table_version();
    uint64_t checksum = body.failed ? 0 : mr_hash_quick(body.data, body.length);
    mr_buf_write(out, magic, sizeof magic);
    mr_buf_write(out, &version, sizeof version);
    mr_buf_write(out, &checksum, sizeof checksum);
    if (body.failed) out->failed = true;
    else mr_buf_write(out, body.data, body.length);
    mr_buf_fini(&body);
    return !out->failed;
}

typedef struct Reader {
    const uint8_t *at, *end;
    const char *error; /* the first thing that went wrong */
    int depth;
} Reader;

static bool bad(Reader *r, const char *error) {
    if (!r->error) r->error = error;
    r->at = r->end;
    return false;
}

static uint64_t get_number(Reader *r) {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (r->at == r->end) break;
        uint8_t byte = *r->at++;
        value |= (uint64_t)(byte & 0x7F) << shift;
        if (byte < 0x80) return value;
    }
    bad(r, "number cut short");
    return 0;
}

static int64_t get_signed(Reader *r) {
    uint64_t value = get_number(r);
    return (int64_t)(value >> 1) ^ -(int64_t)(value & 1);
}

/* A count of things that take at least `size` bytes each, so that nothing larger than the input is ever allocated. */
static uint32_t get_count(Reader *r, size_t size) {
    uint64_t count = get_number(r);
    if (count > (uint64_t)(r->end - r->at) / size || count > INT32_MAX) return bad(r, "count beyond the end"), 0;
    return (uint32_t)count;
}

static void get_bytes(Reader *r, void *to, size_t size) {
    if ((size_t)(r->end - r->at) < size) {
        memset(to, 0, size);
        bad(r, "bytes cut short");
        return;
    }
    if (size) memcpy(to, r->at, size);
    r->at += size;
}

static void *get_memory(Reader *r, size_t count, size_t size) {
    void *memory = calloc(count ? count : 1, size);
    if (!memory) bad(r, "out of memory");
    return memory;
}

static MrText get_text(Reader *r) {
    uint32_t length = get_count(r, 1);
    MrText text = {malloc((size_t)length + 1), length};
    if (!text.bytes) {
        bad(r, "out of memory");
        return (MrText){NULL, 0};
    }
    get_bytes(r, text.bytes, length);
    text.bytes[length] = 0;
    return text;
}

/* One that becomes a str: in UTF-8. */
static MrText get_str(Reader *r) {
    MrText text = get_text(r);
    if (text.bytes && mr_utf8_validate(text.bytes, text.length, true) != text.length) bad(r, "malformed text");
    return text;
}

static MrText *get_texts(Reader *r, uint32_t *count) {
    uint32_t n = get_count(r, 1);
    MrText *texts = get_memory(r, n, sizeof *texts);
    if (!texts) return NULL;
    *count = n;
    for (uint32_t i = 0; i < n; i++) texts[i] = get_str(r);
    return texts;
}

static MrUnit *get_unit(Reader *r);

static void get_const(Reader *r, MrConst *k) {
    uint8_t kind = 0;
    get_bytes(r, &kind, 1);
    if (kind > MR_CONST_CODE || ++r->depth > MAX_NESTING) {
        bad(r, "unknown constant");
        return;
    }
    switch ((MrConstKind)kind) {
    case MR_CONST_INT: k->i = get_signed(r); break;
    case MR_CONST_COMPLEX: get_bytes(r, &k->imag, sizeof k->imag); get_bytes(r, &k->d, sizeof k->d); break;
    case MR_CONST_FLOAT: get_bytes(r, &k->d, sizeof k->d); break;
    case MR_CONST_STR: k->text = get_str(r); break;
    case MR_CONST_BIGINT: case MR_CONST_BYTES: k->text = get_text(r); break;
    case MR_CONST_TUPLE: case MR_CONST_FROZENSET: {
        uint32_t n = get_count(r, 1);
        k->items = get_memory(r, n, sizeof *k->items);
        k->n = k->items ? n : 0;
        for (uint32_t i = 0; i < k->n; i++) get_const(r, &k->items[i]);
        break;
    }
    case MR_CONST_CODE: k->code = get_unit(r); break;
    default: break;
    }
    k->kind = (MrConstKind)kind;
    r->depth--;
}

static void get_positions(Reader *r, MrUnit *u) {
    MrPosition last = {0};
    for (uint32_t i = 0; i < u->n_code; i++) {
        if (get_number(r)) {
            last.line = (uint32_t)(last.line + get_signed(r));
            last.end_line = (uint32_t)(last.line + get_signed(r));
            last.col = (uint32_t)(last.col + get_signed(r));
            last.end_col = (uint32_t)(last.col + get_signed(r));
        }
        u->positions[i] = last;
    }
}

static void get_code(Reader *r, MrUnit *u) {
    uint32_t n = get_count(r, sizeof *u->code);
    u->code = get_memory(r, n, sizeof *u->code);
    u->positions = get_memory(r, n, sizeof *u->positions);
    if (!u->code || !u->positions) return;
    u->n_code = n;
    get_bytes(r, u->code, n * sizeof *u->code);
    get_positions(r, u);
}

static uint64_t get_limited(Reader *r, uint64_t limit) {
    uint64_t value = get_number(r);
    if (value > limit) bad(r, "number too large");
    return value;
}

static void get_tables(Reader *r, MrUnit *u) {
    u->names = get_texts(r, &u->n_names);
    u->varnames = get_texts(r, &u->nlocals);
    u->local_flags = get_memory(r, u->nlocals, 1);
    if (u->local_flags) get_bytes(r, u->local_flags, u->nlocals);
    u->freenames = get_texts(r, &u->n_free);
    uint32_t n = get_count(r, 4);
    u->handlers = get_memory(r, n, sizeof *u->handlers);
    for (uint32_t i = 0; u->handlers && i < n; i++) {
        MrHandler *h = &u->handlers[u->n_handlers++];
        h->start = (uint32_t)get_limited(r, UINT32_MAX);
        h->end = (uint32_t)get_limited(r, UINT32_MAX);
        h->target = (uint32_t)get_limited(r, UINT32_MAX);
        h->reg = (uint16_t)get_limited(r, UINT16_MAX);
    }
    n = get_count(r, 1);
    u->consts = get_memory(r, n, sizeof *u->consts);
    for (uint32_t i = 0; u->consts && i < n; i++) {
        u->n_consts++;
        get_const(r, &u->consts[i]);
    }
}

static MrUnit *get_unit(Reader *r) {
    MrUnit *u = get_memory(r, 1, sizeof *u);
    if (!u) return NULL;
    u->name = get_str(r);
    u->qualname = get_str(r);
    u->filename = get_str(r);
    u->flags = (uint32_t)get_limited(r, UINT32_MAX);
    u->first_line = (uint32_t)get_limited(r, UINT32_MAX);
    u->argcount = (uint16_t)get_limited(r, UINT16_MAX);
    u->posonly = (uint16_t)get_limited(r, UINT16_MAX);
    u->kwonly = (uint16_t)get_limited(r, UINT16_MAX);
    u->nregs = (uint32_t)get_limited(r, UINT16_MAX);
    u->doc = (int32_t)get_limited(r, INT32_MAX) - 1;
    get_code(r, u);
    get_tables(r, u);
    return u;
}

/* Inline caches are the VM's to write. */
static void clear_caches(MrUnit *unit) {
    for (uint32_t i = 0; i < unit->n_code; i += 1u + mr_op_info[unit->code[i].op].words)
        if (mr_op_info[unit->code[i].op].words > 1) memset(&unit->code[i + 1], 0, mr_op_info[unit->code[i].op].words * sizeof *unit->code);
}

static void clear_caches_of(MrConst *consts, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (consts[i].kind == MR_CONST_TUPLE || consts[i].kind == MR_CONST_FROZENSET) clear_caches_of(consts[i].items, consts[i].n);
        if (consts[i].kind != MR_CONST_CODE) continue;
        clear_caches(consts[i].code);
        clear_caches_of(consts[i].code->consts, consts[i].code->n_consts);
    }
}

static const char *find_fault(const uint8_t *start, size_t length) {
    uint32_t version;
    uint64_t checksum;
    if (length < HEADER || memcmp(start, magic, sizeof magic) != 0) return "not a code blob";
    memcpy(&version, start + 4, sizeof version);
    memcpy(&checksum, start + 8, sizeof checksum);
    if (version != table_version()) return "code blob of another version";
    return checksum == mr_hash_quick(start + HEADER, length - HEADER) ? NULL : "code blob with a wrong checksum";
}

MrUnit *mr_blob_read(const void *bytes, size_t length, bool trusted, MrBuf *why) {
    const uint8_t *start = bytes;
    const char *fault = find_fault(start, length);
    if (fault) {
        mr_buf_puts(why, fault);
        return NULL;
    }
    Reader r = {start + HEADER, start + length, NULL, 0};
    MrUnit *unit = get_unit(&r);
    if (!r.error && r.at != r.end) bad(&r, "bytes left over");
    if (r.error) {
        mr_buf_puts(why, r.error);
    } else if (trusted) {
        return unit;
    } else if (mr_verify_program(unit, why)) {
        clear_caches(unit);
        clear_caches_of(unit->consts, unit->n_consts);
        return unit;
    }
    mr_unit_free(unit);
    return NULL;
}
