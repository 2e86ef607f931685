/* moray.h: code objects: compiled once, run often, kept as bytes.
 *
 * A host's code object is the VM's code with the bytes that it was made from beside it, since loaded code is rewritten as it runs.
 * With a key the bytes end in their HMAC under it. Without one the verifier (compiler/verify.h) sees to it that whatever is
 * accepted keeps memory whole; what it does otherwise is up to whoever made the bytes, as with a script.
 */
#include <string.h>

#include "base/sha256.h"
#include "compiler/blob.h"
#include "compiler/compile.h"
#include "vm/api/api.h"
#include "vm/call.h"
#include "vm/error.h"
#include "vm/function.h"
#include "vm/import.h"

typedef struct HostCode {
    MrObj h;
    MrCode *code;
    MrBytes *bytes;
} HostCode;

static void host_code_trace(MrGc *gc, MrObj *o)
{
    mr_mark_obj(gc, ((HostCode *)o)->code);
    mr_mark_obj(gc, ((HostCode *)o)->bytes);
}

static const MrTypeDef host_code_def = {
    .name = "host_code", .kind = MR_KIND_OTHER, .size = sizeof(HostCode), .flags = MR_TYPEDEF_FINAL | MR_TYPEDEF_NO_NEW, .trace = host_code_trace,
    .doc = "A program or expression that the host has compiled.",
};

void mr_api_set_code_key(MorayVM *vm, const void *key, size_t length)
{
    static const char use[] = "moray code";
    vm->signs_code = key != NULL;
    if (key)
        mr_hmac_sha256(key, length, use, sizeof use - 1, vm->code_key);
}

/* Whether the bytes end in the signature of what stands before it: in a time that does not depend on how much of it is right. */
static bool is_signed(const MorayVM *vm, const uint8_t *bytes, size_t length)
{
    uint8_t right[MR_SHA256_SIZE], differing = 0;
    if (length < sizeof right)
        return false;
    mr_hmac_sha256(vm->code_key, sizeof vm->code_key, bytes, length - sizeof right, right);
    for (size_t i = 0; i < sizeof right; i++)
        differing |= (uint8_t)(right[i] ^ bytes[length - sizeof right + i]);
    return differing == 0;
}

/* Takes the unit. */
static MrValue code_of_unit(MorayVM *vm, MrThread *t, MrUnit *unit)
{
    MrBuf blob = MR_BUF_EMPTY;
    MrType *type = mr_type_from_def(t, &host_code_def);
    HostCode *c = type ? mr_alloc_instance(t, sizeof *c, type) : NULL;
    bool ok = c && (c->code = mr_code_load(t, unit));
    if (ok && !mr_blob_write(unit, &blob))
        ok = mr_raise_no_memory(t) != MR_ERROR;
    if (ok && vm->signs_code) {
        uint8_t signature[MR_SHA256_SIZE];
        mr_hmac_sha256(vm->code_key, sizeof vm->code_key, blob.data, blob.length, signature);
        mr_buf_write(&blob, signature, sizeof signature);
        if (blob.failed)
            ok = mr_raise_no_memory(t) != MR_ERROR;
    }
    MrValue bytes = ok ? mr_bytes_new(t, blob.data, blob.length) : MR_ERROR;
    mr_buf_fini(&blob);
    mr_unit_free(unit);
    if (bytes == MR_ERROR)
        return MR_ERROR;
    c->bytes = MR_BYTES(bytes);
    return mr_val(c);
}

MorayRef moray_compile(MorayVM *vm, const char *text, size_t length, const char *filename, MorayMode mode)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(text && filename, MORAY_NULL);
    MrDiag diag;
    MrSource source;
    mr_diag_init(&diag);
    while (mode == MORAY_EXPRESSION && length && (*text == ' ' || *text == '\t'))
        text++, length--;
    unsigned flags = (t->iso->optimize >= 1 ? MR_COMPILE_OPTIMIZE : 0) | (t->iso->optimize >= 2 ? MR_COMPILE_NO_DOCSTRINGS : 0);
    MrUnit *unit = NULL;
    if (mr_source_init(&source, filename, text, length, MR_SOURCE_STR, &diag))
        unit = mr_compile(&source, mode == MORAY_EXPRESSION ? MR_COMPILE_EVAL : MR_COMPILE_EXEC, flags, &diag);
    MrValue v = unit ? code_of_unit(vm, t, unit) : mr_raise_diag(t, &source, &diag);
    mr_source_fini(&source);
    mr_diag_fini(&diag);
    return mr_api_put(vm, v);
}

/* The host's code object that a reference names. */
static HostCode *get_code(MorayVM *vm, MrThread *t, MorayRef ref)
{
    MrValue v = mr_api_get(vm, ref);
    if (v == MR_ERROR)
        return NULL;
    if (mr_is_kind(v, MR_KIND_OTHER) && mr_typeof(t, v)->def == &host_code_def)
        return (HostCode *)mr_obj_of(v);
    mr_raise(t, MR_EXC_TypeError, "expected code, not %s", v == MR_NONE ? "None" : mr_type_name(t, v));
    return NULL;
}

MorayRef moray_run_code(MorayVM *vm, MorayRef code, MorayRef globals)
{
    MR_API_ENTER(vm, MORAY_NULL);
    HostCode *c = get_code(vm, t, code);
    if (!c)
        return MORAY_NULL;
    MrDict *ns = NULL;
    if (moray_is_null(globals)) {
        MrModule *m = mr_main_module(t);
        ns = m ? m->dict : NULL;
    } else {
        MrValue g = mr_api_get(vm, globals);
        if (g != MR_ERROR && !mr_is_dict(g))
            g = mr_raise(t, MR_EXC_TypeError, "expected dict, not %s", g == MR_NONE ? "None" : mr_type_name(t, g));
        ns = g == MR_ERROR ? NULL : MR_DICT(g);
        if (ns && mr_dict_get_str(t, ns, mr_n(t, __builtins__)) == MR_UNBOUND &&
            !mr_dict_set_str(t, ns, mr_n(t, __builtins__), mr_dict_get_str(t, t->iso->modules, mr_n(t, builtins))))
            return MORAY_NULL;
    }
    MrFunction *f = ns ? mr_function_new(t, c->code, ns) : NULL;
    return f ? mr_api_put(vm, mr_run_code(t, f, mr_val(ns))) : MORAY_NULL;
}

bool moray_save_code(MorayVM *vm, MorayRef code, const char **bytes, size_t *length)
{
    MR_API_ENTER(vm, false);
    MR_API_NEEDS(bytes && length, false);
    HostCode *c = get_code(vm, t, code);
    if (!c)
        return false;
    *bytes = c->bytes->bytes;
    *length = c->bytes->length;
    return true;
}

MorayRef moray_load_code(MorayVM *vm, const void *bytes, size_t length)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(bytes || !length, MORAY_NULL);
    MrBuf why = MR_BUF_EMPTY;
    if (vm->signs_code && !is_signed(vm, bytes, length))
        return mr_raise(t, MR_EXC_ValueError, "this is no code: it is not signed with the VM's key"), MORAY_NULL;
    MrUnit *unit = mr_blob_read(bytes, length - (vm->signs_code ? MR_SHA256_SIZE : 0), false, &why);
    if (!unit)
        mr_raise(t, MR_EXC_ValueError, "this is no code: %s", why.failed ? "out of memory" : why.data);
    mr_buf_fini(&why);
    return unit ? mr_api_put(vm, code_of_unit(vm, t, unit)) : MORAY_NULL;
}

/* Puts back what sys.modules had under a name whose module has failed; the exception stays. */
static void take_back(MrThread *t, MrStr *name, MrValue before)
{
    MrValue exception = mr_take_pending(t);
    bool done = before == MR_UNBOUND ? mr_dict_del(t, t->iso->modules, mr_val(name)) >= 0 : mr_dict_set_str(t, t->iso->modules, name, before);
    if (!done)
        mr_take_pending(t);
    t->pending = exception;
}

/* The module, empty but for its names; not in sys.modules yet. */
static MrModule *module_for_source(MrThread *t, MrStr *key, const char *name)
{
    const char *dot = strrchr(name, '.');
    MrStr *package = mr_intern(t, name, dot ? (size_t)(dot - name) : 0);
    MrModule *m = package ? mr_module_new(t, mr_val(key)) : NULL;
    return m && mr_dict_set_str(t, m->dict, mr_n(t, __package__), mr_val(package)) ? m : NULL;
}

MorayRef moray_add_source(MorayVM *vm, const char *name, const char *text, size_t length, const char *filename)
{
    MR_API_ENTER(vm, MORAY_NULL);
    MR_API_NEEDS(name && text && filename, MORAY_NULL);
    MorayScope scope = moray_scope_open(vm);
    MorayRef code = moray_compile(vm, text, length, filename, MORAY_PROGRAM), module = MORAY_NULL;
    MrStr *key = moray_is_null(code) ? NULL : mr_api_name(t, name);
    MrModule *m = key ? module_for_source(t, key, name) : NULL;
    MrValue before = m ? mr_dict_get_str(t, t->iso->modules, key) : MR_UNBOUND;
    MorayRef globals = m ? mr_api_put(vm, mr_val(m->dict)) : MORAY_NULL;
    if (!moray_is_null(globals) && mr_dict_set_str(t, t->iso->modules, key, mr_val(m))) {
        if (!moray_is_null(moray_run_code(vm, code, globals)) && mr_api_put_into_package(t, name, mr_val(m)))
            module = mr_api_put(vm, mr_val(m));
        if (moray_is_null(module))
            take_back(t, key, before);
    }
    return moray_scope_return(vm, scope, module);
}
