/* The constants of sys: versions, limits of the number types, flags, names of modules. */
#include <float.h>
#include <unistd.h>

#include "stdlib/native/io.h"
#include "stdlib/native/sys.h"
#include "vm/import.h"
#include "vm/isolate.h"
#include "vm/shape.h"
#include "vm/types/structseq.h"

#define SEQUENCE_WITH(more, id, full_name, rows, text)                                                                                              \
    static const MrStructSeqDef id = {                                                                                                   \
        .type = {.name = full_name, .base = MR_TYPE_tuple, .kind = MR_KIND_TUPLE, .flags = MR_STRUCTSEQ_FLAGS | (more), .methods = mr_structseq_methods, \
                 .getset = rows, .doc = text},                                                                                           \
        .n_visible = sizeof(rows) / sizeof *(rows) - 1,                                                                                  \
    }
#define SEQUENCE(id, full_name, rows, text) SEQUENCE_WITH(0, id, full_name, rows, text)
#define FIELD(i, name) MR_STRUCTSEQ_FIELD(i, name, NULL)

static const MrGetSetDef version_fields[] = {FIELD(0, "major"), FIELD(1, "minor"), FIELD(2, "micro"), FIELD(3, "releaselevel"), FIELD(4, "serial"), {0}};
SEQUENCE_WITH(MR_TYPEDEF_NO_NEW, version_def, "sys.version_info", version_fields, "The version as (major, minor, micro, releaselevel, serial).");

static const MrGetSetDef flags_fields[] = {
    FIELD(0, "debug"), FIELD(1, "inspect"), FIELD(2, "interactive"), FIELD(3, "optimize"), FIELD(4, "dont_write_bytecode"), FIELD(5, "no_user_site"),
    FIELD(6, "no_site"), FIELD(7, "ignore_environment"), FIELD(8, "verbose"), FIELD(9, "bytes_warning"), FIELD(10, "quiet"),
    FIELD(11, "hash_randomization"), FIELD(12, "isolated"), FIELD(13, "dev_mode"), FIELD(14, "utf8_mode"), FIELD(15, "warn_default_encoding"),
    FIELD(16, "safe_path"), FIELD(17, "int_max_str_digits"), {0},
};
SEQUENCE_WITH(MR_TYPEDEF_NO_NEW, flags_def, "sys.flags", flags_fields, "What options and variables of the environment switched on.");

static const MrGetSetDef float_fields[] = {
    FIELD(0, "max"), FIELD(1, "max_exp"), FIELD(2, "max_10_exp"), FIELD(3, "min"), FIELD(4, "min_exp"), FIELD(5, "min_10_exp"), FIELD(6, "dig"),
    FIELD(7, "mant_dig"), FIELD(8, "epsilon"), FIELD(9, "radix"), FIELD(10, "rounds"), {0},
};
SEQUENCE(float_def, "sys.float_info", float_fields, "sys.float_info\n\nThe limits and the precision of the float type.");

static const MrGetSetDef int_fields[] = {
    FIELD(0, "bits_per_digit"), FIELD(1, "sizeof_digit"), FIELD(2, "default_max_str_digits"), FIELD(3, "str_digits_check_threshold"), {0},
};
SEQUENCE(int_def, "sys.int_info", int_fields, "sys.int_info\n\nHow ints are represented, and the default limit of their text.");

static const MrGetSetDef hash_fields[] = {
    FIELD(0, "width"), FIELD(1, "modulus"), FIELD(2, "inf"), FIELD(3, "nan"), FIELD(4, "imag"), FIELD(5, "algorithm"), FIELD(6, "hash_bits"),
    FIELD(7, "seed_bits"), FIELD(8, "cutoff"), {0},
};
SEQUENCE(hash_def, "sys.hash_info", hash_fields, "hash_info\n\nParameters used for hashing numbers.");

static const MrGetSetDef thread_fields[] = {FIELD(0, "name"), FIELD(1, "lock"), FIELD(2, "version"), {0}};
SEQUENCE(thread_def, "sys.thread_info", thread_fields, "sys.thread_info\n\nHow threads are implemented.");

static const MrGetSetDef hooks_fields[] = {FIELD(0, "firstiter"), FIELD(1, "finalizer"), {0}};
SEQUENCE(hooks_def, "asyncgen_hooks", hooks_fields, "The hooks of asynchronous generators.");

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Adds a value that may be MR_ERROR. */
static bool add(MrThread *t, MrModule *m, const char *name, MrValue v) { return v != MR_ERROR && mr_module_add(t, m, name, v); }

/* A struct sequence from values of which any may be MR_ERROR. */
static MrValue sequence(MrThread *t, const MrStructSeqDef *def, const MrValue *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (values[i] == MR_ERROR)
            return MR_ERROR;
    return mr_structseq_new(t, def, values);
}

static MrValue version_info(MrThread *t)
{
    MrValue v[] = {mr_small_int(3), mr_small_int(12), mr_small_int(1), mr_str_c(t, "final"), mr_small_int(0)};
    return sequence(t, &version_def, v, COUNT(v));
}

/* How often the command line had an option that shows here and nowhere else. */
static MrValue given(const MrIsolate *iso, char letter)
{
    int n = 0;
    for (const char *p = iso->letters; *p; p++)
        n += *p == letter;
    return mr_small_int(n);
}

static MrValue flags(MrThread *t)
{
    const MrIsolate *iso = t->iso;
    const MrValue zero = mr_small_int(0), one = mr_small_int(1);
    MrValue v[] = {
        given(iso, 'd'), iso->inspect ? one : zero, iso->inspect ? one : zero, mr_small_int(iso->optimize), given(iso, 'B'),
        iso->isolated ? one : given(iso, 's'), given(iso, 'S'), iso->isolated ? one : given(iso, 'E'), iso->verbose ? one : zero, given(iso, 'b'),
        iso->quiet ? one : zero, given(iso, 'h') == one ? zero : one, iso->isolated ? one : zero, mr_bool(iso->dev_mode), given(iso, '8'), given(iso, 'w'),
        mr_bool(iso->isolated || given(iso, 'P') != zero), mr_small_int(iso->int_max_str_digits),
    };
    return sequence(t, &flags_def, v, COUNT(v));
}

static MrValue float_info(MrThread *t)
{
    MrValue v[] = {
        mr_float(DBL_MAX), mr_small_int(DBL_MAX_EXP), mr_small_int(DBL_MAX_10_EXP), mr_float(DBL_MIN), mr_small_int(DBL_MIN_EXP),
        mr_small_int(DBL_MIN_10_EXP), mr_small_int(DBL_DIG), mr_small_int(DBL_MANT_DIG), mr_float(DBL_EPSILON), mr_small_int(FLT_RADIX), mr_small_int(1),
    };
    return sequence(t, &float_def, v, COUNT(v));
}

static MrValue int_info(MrThread *t)
{
    MrValue v[] = {mr_small_int(30), mr_small_int(4), mr_small_int(4300), mr_small_int(640)};
    return sequence(t, &int_def, v, COUNT(v));
}

static MrValue hash_info(MrThread *t)
{
    MrValue v[] = {
        mr_small_int(64), mr_int(t, ((int64_t)1 << 61) - 1), mr_small_int(314159), mr_small_int(0), mr_small_int(1000003), mr_str_c(t, "siphash13"),
        mr_small_int(64), mr_small_int(128), mr_small_int(0),
    };
    return sequence(t, &hash_def, v, COUNT(v));
}

static MrValue thread_info(MrThread *t)
{
    char version[64];
    size_t n = confstr(_CS_GNU_LIBPTHREAD_VERSION, version, sizeof version);
    MrValue v[] = {mr_str_c(t, "pthread"), mr_str_c(t, "semaphore"), n && n <= sizeof version ? mr_str_c(t, version) : MR_NONE};
    return sequence(t, &thread_def, v, COUNT(v));
}

MrValue mr_sys_asyncgen_hooks(MrThread *t, MrValue *a)
{
    MrValue v[2] = {t->asyncgen_hooks[0], t->asyncgen_hooks[1]};
    (void)a;
    for (int i = 0; i < 2; i++)
        if (v[i] == MR_UNBOUND)
            v[i] = MR_NONE;
    return mr_structseq_new(t, &hooks_def, v);
}

static bool add_implementation(MrThread *t, MrModule *m, MrValue version)
{
    MrObj *o = mr_alloc_plain(t, sizeof(MrInstance), mr_builtin_type(t, MR_TYPE_SimpleNamespace));
    const struct { const char *name; MrValue value; } rows[] = {
        {"name", mr_str_c(t, "moray")}, {"cache_tag", mr_str_c(t, MR_CACHE_TAG)}, {"version", version}, {"hexversion", mr_small_int(MR_PY_HEXVERSION)}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        MrStr *name = mr_intern(t, rows[i].name, strlen(rows[i].name));
        if (!o || !name || rows[i].value == MR_ERROR || !mr_tail_set(t, o, name, rows[i].value))
            return false;
    }
    return mr_module_add(t, m, "implementation", mr_val(o));
}

bool mr_sys_add_info(MrThread *t, MrModule *m)
{
    static const struct { const char *name, *text; } texts[] = {
        {"version", MR_PY_VERSION " (Moray)"}, {"platform", "linux"}, {"byteorder", "little"}, {"prefix", "/usr/local"}, {"base_prefix", "/usr/local"},
        {"exec_prefix", "/usr/local"}, {"base_exec_prefix", "/usr/local"}, {"platlibdir", "lib"}, {"abiflags", ""}, {"float_repr_style", "short"},
        {"copyright", "Moray is free software under the MIT licence."},
    };
    MrValue version = version_info(t);
    if (!add(t, m, "version_info", version) || !add_implementation(t, m, version) || !add(t, m, "float_info", float_info(t)) ||
        !add(t, m, "int_info", int_info(t)) || !add(t, m, "hash_info", hash_info(t)) || !add(t, m, "thread_info", thread_info(t)))
        return false;
    for (size_t i = 0; i < COUNT(texts); i++)
        if (!add(t, m, texts[i].name, mr_str_c(t, texts[i].text)))
            return false;
    return add(t, m, "flags", flags(t)) && add(t, m, "hexversion", mr_small_int(MR_PY_HEXVERSION)) && add(t, m, "api_version", mr_small_int(1013)) &&
           add(t, m, "maxsize", mr_int(t, INT64_MAX)) && add(t, m, "maxunicode", mr_small_int(0x10FFFF));
}

MrValue mr_sys_arguments(MrThread *t)
{
    MrValue list = mr_list_new(t, (size_t)t->iso->argc);
    for (int i = 0; list != MR_ERROR && i < t->iso->argc; i++) {
        MrValue s = mr_decode(t, t->iso->argv[i], strlen(t->iso->argv[i]), "utf-8", "surrogateescape");
        if (s == MR_ERROR || !mr_list_append(t, list, s))
            return MR_ERROR;
    }
    return list;
}
