/* Compiles Python files with Moray's own front end into one C file of verified bytecode: the frozen standard library.
 *
 *   freeze OUT.c FILE.py...
 *
 * A module's name is its path behind stdlib/py/ or, for the asyncio package, behind stdlib/. Blobs are byte arrays, and the table is sorted by
 * name so that the importer can search it.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/source.h"
#include "compiler/blob.h"
#include "compiler/compile.h"
#include "compiler/verify.h"

typedef struct Module { char name[200]; char label[256]; bool package; MrBuf blob; } Module;

static char *read_file(const char *path, size_t *n)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return NULL;
    MrBuf b;
    mr_buf_init(&b);
    char chunk[65536];
    size_t got;
    while ((got = fread(chunk, 1, sizeof chunk, f)) > 0)
        mr_buf_write(&b, chunk, got);
    fclose(f);
    return mr_buf_steal(&b, n);
}

/* stdlib/py/collections/abc.py -> collections.abc */
static void module_name(const char *path, Module *m)
{
    const char *p = strstr(path, "stdlib/py/");
    p = p ? p + strlen("stdlib/py/") : strstr(path, "stdlib/") ? strstr(path, "stdlib/") + strlen("stdlib/") : path;
    snprintf(m->name, sizeof m->name, "%s", p);
    m->name[strlen(m->name) - 3] = 0;
    size_t n = strlen(m->name);
    m->package = n >= 9 && !strcmp(m->name + n - 9, "/__init__");
    if (m->package)
        m->name[n - 9] = 0;
    for (char *c = m->name; *c; c++)
        if (*c == '/')
            *c = '.';
    snprintf(m->label, sizeof m->label, "<frozen %s>", m->name);
}

static bool compile_module(const char *path, Module *m)
{
    size_t n;
    char *text = read_file(path, &n);
    if (!text) {
        fprintf(stderr, "freeze: %s: %s\n", path, strerror(errno));
        return false;
    }
    module_name(path, m);
    mr_buf_init(&m->blob);
    MrDiag diag;
    MrSource source;
    mr_diag_init(&diag);
    MrUnit *unit = NULL;
    if (mr_source_init(&source, m->label, text, n, MR_SOURCE_PROGRAM, &diag))
        unit = mr_compile(&source, MR_COMPILE_EXEC, strstr(text, "\n# like native code\n") ? MR_COMPILE_LIKE_NATIVE : 0, &diag);
    if (!unit) {
        MrBuf out;
        mr_buf_init(&out);
        mr_diag_print(&out, &source, &diag);
        fprintf(stderr, "freeze: %s:\n%s\n", path, out.data ? out.data : "");
        mr_buf_fini(&out);
    }
    MrBuf why = MR_BUF_EMPTY;
    bool ok = unit && mr_verify_program(unit, &why) && mr_blob_write(unit, &m->blob); /* the VM does not verify it again */
    if (unit && !ok)
        fprintf(stderr, "freeze: %s: %s\n", path, why.data ? why.data : "out of memory");
    mr_buf_fini(&why);
    mr_unit_free(unit);
    mr_source_fini(&source);
    mr_diag_fini(&diag);
    free(text);
    return ok;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const Module *)a)->name, ((const Module *)b)->name);
}

static void write_blob(FILE *out, const Module *m, int i)
{
    fprintf(out, "static const unsigned char blob_%d[] = {", i);
    for (size_t k = 0; k < m->blob.length; k++)
        fprintf(out, "%s%u,", k % 32 ? "" : "\n", (unsigned char)m->blob.data[k]);
    fprintf(out, "\n};\n");
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: freeze OUT.c FILE.py...\n");
        return 2;
    }
    int n = argc - 2;
    Module *modules = calloc((size_t)n + 1, sizeof *modules);
    if (!modules)
        return 1;
    for (int i = 0; i < n; i++)
        if (!compile_module(argv[i + 2], &modules[i]))
            return 1;
    qsort(modules, (size_t)n, sizeof *modules, by_name);
    FILE *out = fopen(argv[1], "w");
    if (!out) {
        fprintf(stderr, "freeze: %s: %s\n", argv[1], strerror(errno));
        return 1;
    }
    fprintf(out, "/* Made by tools/freeze.c. */\n#include \"vm/import.h\"\n");
    for (int i = 0; i < n; i++)
        write_blob(out, &modules[i], i);
    fprintf(out, "const MrFrozen mr_frozen[] = {\n");
    for (int i = 0; i < n; i++)
        fprintf(out, "    {\"%s\", blob_%d, sizeof blob_%d, %s},\n", modules[i].name, i, i, modules[i].package ? "true" : "false");
    fprintf(out, "    {0, 0, 0, 0}};\nconst uint32_t mr_n_frozen = %d;\n", n);
    bool ok = !ferror(out);
    ok &= fclose(out) == 0;
    for (int i = 0; i < n; i++)
        mr_buf_fini(&modules[i].blob);
    free(modules);
    return ok ? 0 : 1;
}
