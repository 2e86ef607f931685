/* import and from-import. The VM gets the list of names and the level in two neighbouring registers. */
#include "compiler/gen.h"

#include <string.h>

static void import_module(MrFn *fn, MrAst *at, const MrName *name, MrConst fromlist, int64_t level, unsigned dst) {
    unsigned args = mr_temp(fn, 2);
    mr_emit_const(fn, at, args, fromlist);
    mr_emit_const(fn, at, args + 1, (MrConst){.kind = MR_CONST_INT, .i = level});
    mr_emit(fn, at, MR_OP_IMPORT_NAME, 0, dst, mr_name_index(fn, mr_comp_intern_name(fn->c, name)), args);
    fn->temp_top = args;
}

/* import a.b.c as d binds the last module: walk down from the first. */
static void import_as(MrFn *fn, MrAst *s, MrAstalias *alias, unsigned module) {
    const char *at = memchr(alias->name->bytes, '.', alias->name->len), *end = alias->name->bytes + alias->name->len;
    while (at) {
        const char *start = at + 1;
        at = memchr(start, '.', (size_t)(end - start));
        const MrName *part = mr_comp_intern(fn->c, start, (size_t)((at ? at : end) - start));
        mr_emit(fn, s, MR_OP_IMPORT_FROM, 0, module, module, mr_name_index(fn, part));
    }
    mr_gen_store_name(fn, s, alias->asname, module);
}

void mr_gen_import(MrFn *fn, MrAst *s) {
    MrNodeList names = mr_ast_Import(s)->names;
    for (uint32_t i = 0; i < names.count; i++) {
        MrAstalias *alias = mr_ast_alias(names.items[i]);
        unsigned mark = fn->temp_top;
        unsigned module = mr_temp(fn, 1);
        import_module(fn, s, alias->name, (MrConst){.kind = MR_CONST_NONE}, 0, module);
        if (alias->asname) {
            import_as(fn, s, alias, module);
        } else {
            const char *dot = memchr(alias->name->bytes, '.', alias->name->len);
            size_t len = dot ? (size_t)(dot - alias->name->bytes) : alias->name->len;
            mr_gen_store_name(fn, s, mr_comp_intern(fn->c, alias->name->bytes, len), module);
        }
        fn->temp_top = mark;
    }
}

void mr_gen_import_from(MrFn *fn, MrAst *s) {
    MrAstImportFrom *f = mr_ast_ImportFrom(s);
    MrConst fromlist = {.kind = MR_CONST_TUPLE, .n = f->names.count};
    fromlist.items = MR_COMP_NEW_ARRAY(fn->c, MrConst, f->names.count);
    for (uint32_t i = 0; i < f->names.count; i++) {
        const MrName *name = mr_ast_alias(f->names.items[i])->name;
        fromlist.items[i] = (MrConst){.kind = MR_CONST_STR, .text = {(char *)(uintptr_t)name->bytes, name->len}};
    }
    unsigned mark = fn->temp_top;
    unsigned module = mr_temp(fn, 1);
    import_module(fn, s, f->module ? f->module : mr_comp_intern(fn->c, "", 0), fromlist, f->level, module);
    for (uint32_t i = 0; i < f->names.count; i++) {
        MrAstalias *alias = mr_ast_alias(f->names.items[i]);
        if (mr_name_is(alias->name, "*")) {
            mr_emit(fn, s, MR_OP_IMPORT_STAR, 0, module, 0, 0);
            break;
        }
        unsigned value = mr_temp(fn, 1);
        mr_emit(fn, s, MR_OP_IMPORT_FROM, 0, value, module, mr_name_index(fn, mr_comp_intern_name(fn->c, alias->name)));
        mr_gen_store_name(fn, s, alias->asname ? alias->asname : alias->name, value);
        fn->temp_top = value;
    }
    fn->temp_top = mark;
}
