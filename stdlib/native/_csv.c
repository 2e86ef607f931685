/* _csv: dialects, their registry, and the module's functions.
 *
 * The registry is a dict at iso->hooks[MR_HOOK_CSV_DIALECTS], which scripts see as _csv._dialects; the limit of a field's size stands beside it.
 * Not here: reading (_csv_reader.c), writing (_csv_writer.c), and what csv.py adds: rows as dicts and the sniffer.
 */
#include "stdlib/native/_csv.h"

#include <limits.h>

#include "vm/attr.h"
#include "vm/signature.h"
#include "vm/types/str.h"

enum { DEFAULT_LIMIT = 128 * 1024 };

/* Parameters of Dialect(); all but the first are options. */
enum { DIALECT, DELIMITER, DOUBLEQUOTE, ESCAPECHAR, LINETERMINATOR, QUOTECHAR, QUOTING, SKIPINITIALSPACE, STRICT, N_PARAMETERS };
static const char *const parameters[N_PARAMETERS] = {"dialect", "delimiter", "doublequote", "escapechar", "lineterminator", "quotechar",
                                                     "quoting", "skipinitialspace", "strict"};

int64_t mr_csv_field_limit(const MrThread *t) { return mr_int_of(t->iso->hooks[MR_HOOK_CSV_LIMIT]); }

/* ---- a dialect's options: MR_UNBOUND is one that nobody gave ---- */

static bool set_char(MrThread *t, const char *name, MrValue v, uint32_t otherwise, bool may_be_none, uint32_t *out)
{
    *out = otherwise;
    if (v == MR_UNBOUND)
        return true;
    *out = MR_CSV_NO_CHAR;
    if (may_be_none && v == MR_NONE)
        return true;
    if (!mr_is_str(v))
        (void)mr_raise(t, MR_EXC_TypeError, "\"%s\" must be string%s, not %s", name, may_be_none ? " or None" : "", mr_type_name(t, v));
    else if (MR_STR(v)->length != 1)
        (void)mr_raise(t, MR_EXC_TypeError, "\"%s\" must be a 1-character string", name);
    else {
        *out = mr_str_at(t, MR_STR(v), 0);
        return true;
    }
    return false;
}

static bool set_flag(MrThread *t, MrValue v, bool otherwise, bool *out)
{
    int truth = v == MR_UNBOUND ? otherwise : mr_truth(t, v);
    *out = truth > 0;
    return truth >= 0;
}

static bool set_quoting(MrThread *t, MrValue v, int *out)
{
    int64_t n = MR_CSV_MINIMAL;
    if (v != MR_UNBOUND) {
        if (!mr_is_int(v) && !mr_is_exact(v, MR_TYPE_int))
            return mr_raise(t, MR_EXC_TypeError, "\"quoting\" must be an integer"), false;
        if (!mr_is_int(v) || (n = mr_int_of(v)) > INT_MAX || n < INT_MIN)
            return mr_raise(t, MR_EXC_OverflowError, "Python int too large to convert to C int"), false;
    }
    *out = (int)n;
    return true;
}

static bool set_terminator(MrThread *t, MrValue v, MrValue *out)
{
    if (v == MR_UNBOUND)
        v = mr_str_c(t, "\r\n");
    else if (v != MR_NONE && !mr_is_str(v))
        v = mr_raise(t, MR_EXC_TypeError, "\"lineterminator\" must be a string");
    *out = v;
    return v != MR_ERROR;
}

static void mark_special(MrCsvDialect *d, uint32_t c, unsigned ends)
{
    if (c < 0x80)
        d->special[c] |= (uint8_t)ends;
    else if (c != MR_CSV_NO_CHAR)
        for (size_t byte = 0xC0; byte < 256; byte++)
            d->special[byte] |= (uint8_t)ends;
}

static void mark_specials(MrCsvDialect *d)
{
    const char *p = mr_cstr(d->lineterminator), *end = p + MR_STR(d->lineterminator)->nbytes;
    mark_special(d, d->delimiter, MR_CSV_ENDS_BARE | MR_CSV_ENDS_WRITTEN | MR_CSV_NOT_FIRST);
    mark_special(d, d->escapechar, MR_CSV_ENDS_BARE | MR_CSV_ENDS_QUOTED | MR_CSV_ENDS_WRITTEN | MR_CSV_NOT_FIRST);
    mark_special(d, d->quotechar, MR_CSV_ENDS_QUOTED | MR_CSV_ENDS_WRITTEN | MR_CSV_NOT_FIRST);
    mark_special(d, '\n', MR_CSV_ENDS_BARE | MR_CSV_NOT_FIRST);
    mark_special(d, '\r', MR_CSV_ENDS_BARE | MR_CSV_NOT_FIRST);
    if (d->skipinitialspace)
        mark_special(d, ' ', MR_CSV_NOT_FIRST);
    for (; p < end; p++)
        mark_special(d, (unsigned char)*p, MR_CSV_ENDS_WRITTEN);
}

static bool set_options(MrThread *t, MrCsvDialect *d, const MrValue *a)
{
    if (!set_char(t, "delimiter", a[DELIMITER], ',', false, &d->delimiter) || !set_flag(t, a[DOUBLEQUOTE], true, &d->doublequote)
        || !set_char(t, "escapechar", a[ESCAPECHAR], MR_CSV_NO_CHAR, true, &d->escapechar) || !set_terminator(t, a[LINETERMINATOR], &d->lineterminator)
        || !set_char(t, "quotechar", a[QUOTECHAR], '"', true, &d->quotechar) || !set_quoting(t, a[QUOTING], &d->quoting)
        || !set_flag(t, a[SKIPINITIALSPACE], false, &d->skipinitialspace) || !set_flag(t, a[STRICT], false, &d->strict))
        return false;
    if (d->quoting < MR_CSV_MINIMAL || d->quoting > MR_CSV_NOTNULL)
        return mr_raise(t, MR_EXC_TypeError, "bad \"quoting\" value"), false;
    if (a[QUOTECHAR] == MR_NONE && a[QUOTING] == MR_UNBOUND)
        d->quoting = MR_CSV_NONE;
    if (d->quoting != MR_CSV_NONE && d->quotechar == MR_CSV_NO_CHAR)
        return mr_raise(t, MR_EXC_TypeError, "quotechar must be set if quoting enabled"), false;
    if (d->lineterminator == MR_NONE)
        return mr_raise(t, MR_EXC_TypeError, "lineterminator must be set"), false;
    mark_specials(d);
    return true;
}

/* ---- making one ---- */

static MrValue find_registered(MrThread *t, MrValue name)
{
    MrValue found = mr_dict_get(t, MR_DICT(t->iso->hooks[MR_HOOK_CSV_DIALECTS]), name);
    return found == MR_UNBOUND ? mr_csv_raise(t, "unknown dialect") : found;
}

/* The options that were not given, from the attributes of an object; one that it cannot tell is as if it had none. */
static bool take_attributes(MrThread *t, MrValue from, MrValue *a)
{
    for (int i = DELIMITER; i < N_PARAMETERS; i++) {
        if (a[i] != MR_UNBOUND)
            continue;
        MrStr *name = mr_intern(t, parameters[i], strlen(parameters[i]));
        MrValue v = name ? mr_getattr_or(t, from, name) : MR_ERROR;
        if (v == MR_ERROR && !mr_clear_if(t, MR_EXC_Exception))
            return false;
        a[i] = v == MR_ERROR ? MR_UNBOUND : v;
    }
    return true;
}

/* a: as parameters. [script] */
static MrValue make_dialect(MrThread *t, MrValue cls, MrValue *a)
{
    MrValue from = a[DIALECT];
    if (from != MR_UNBOUND) {
        if (mr_is_str(from) && (from = find_registered(t, from)) == MR_ERROR)
            return MR_ERROR;
        bool changes = false;
        for (int i = DELIMITER; i < N_PARAMETERS; i++)
            changes |= a[i] != MR_UNBOUND;
        if (!changes && mr_def_is(t, &mr_csv_dialect_def, from))
            return from;
        if (!take_attributes(t, from, a))
            return MR_ERROR;
    }
    MrCsvDialect *d = cls == MR_UNBOUND ? mr_def_alloc(t, &mr_csv_dialect_def) : mr_def_new(t, &mr_csv_dialect_def, cls);
    return d && set_options(t, d, a) ? mr_val(d) : MR_ERROR;
}

static bool take_keywords(MrThread *t, MrValue kwargs, size_t n_positional, MrValue *a)
{
    MrValue key, value;
    for (size_t at = 0; kwargs != MR_UNBOUND && mr_dict_next(MR_DICT(kwargs), &at, &key, &value);) {
        size_t i = 0;
        while (i < N_PARAMETERS && !mr_str_equal_c(key, parameters[i]))
            i++;
        if (i == N_PARAMETERS)
            return mr_raise(t, MR_EXC_TypeError, "'%s' is an invalid keyword argument for this function", mr_cstr(key)), false;
        if (i < n_positional)
            return mr_raise(t, MR_EXC_TypeError, "argument for function given by name ('%s') and position (%zu)", parameters[i], i + 1), false;
        a[i] = value;
    }
    return true;
}

MrValue mr_csv_dialect_of(MrThread *t, MrValue dialect, MrValue kwargs)
{
    MrValue a[N_PARAMETERS] = {dialect};
    return take_keywords(t, kwargs, dialect != MR_UNBOUND, a) ? make_dialect(t, MR_UNBOUND, a) : MR_ERROR;
}

static MrValue dialect_new(MrThread *t, MrValue *args)
{
    const MrTuple *given = MR_TUPLE(args[1]);
    MrValue a[N_PARAMETERS] = {MR_UNBOUND};
    size_t n_keywords = args[2] == MR_UNBOUND ? 0 : MR_DICT(args[2])->length;
    if (given->length + n_keywords > N_PARAMETERS)
        return mr_raise(t, MR_EXC_TypeError, "function takes at most %d arguments (%zu given)", N_PARAMETERS, given->length + n_keywords);
    for (size_t i = 0; i < given->length; i++)
        a[i] = given->items[i];
    return take_keywords(t, args[2], given->length, a) ? make_dialect(t, args[0], a) : MR_ERROR;
}

static MrValue dialect_init(MrThread *t, MrValue *a)
{
    (void)t, (void)a;
    return MR_NONE;
}

static MrValue dialect_reduce(MrThread *t, MrValue *a)
{
    return mr_raise(t, MR_EXC_TypeError, "cannot pickle '%s' instances", mr_typeof(t, a[0])->name->bytes);
}

static MrValue char_value(MrThread *t, uint32_t c) { return c == MR_CSV_NO_CHAR ? MR_NONE : mr_str_char(t, c); }
static MrValue get_delimiter(MrThread *t, MrValue self) { return char_value(t, MR_CSV_DIALECT(self)->delimiter); }
static MrValue get_escapechar(MrThread *t, MrValue self) { return char_value(t, MR_CSV_DIALECT(self)->escapechar); }
static MrValue get_quotechar(MrThread *t, MrValue self) { return char_value(t, MR_CSV_DIALECT(self)->quotechar); }
static MrValue get_lineterminator(MrThread *t, MrValue self) { return (void)t, MR_CSV_DIALECT(self)->lineterminator; }
static MrValue get_quoting(MrThread *t, MrValue self) { return (void)t, mr_small_int(MR_CSV_DIALECT(self)->quoting); }
static MrValue get_doublequote(MrThread *t, MrValue self) { return (void)t, mr_bool(MR_CSV_DIALECT(self)->doublequote); }
static MrValue get_skipinitialspace(MrThread *t, MrValue self) { return (void)t, mr_bool(MR_CSV_DIALECT(self)->skipinitialspace); }
static MrValue get_strict(MrThread *t, MrValue self) { return (void)t, mr_bool(MR_CSV_DIALECT(self)->strict); }

static void trace_dialect(MrGc *gc, MrObj *o) { mr_mark(gc, ((MrCsvDialect *)o)->lineterminator); }

static const MrMethodDef dialect_methods[] = {
    {"__new__(cls, /, *args, **kwargs)", dialect_new, "Make a new object; the class says which arguments it takes.", MR_METHOD_STATIC},
    {"__init__(self, /, *args, **kwargs)", dialect_init, "Set up the object; the class says which arguments it takes.", 0},
    {"__reduce__(self, /)", dialect_reduce, "Raises TypeError: what is tied to a file or an iterator cannot be pickled.", 0},
    {"__reduce_ex__(self, protocol=0, /)", dialect_reduce, "Raises TypeError: what is tied to a file or an iterator cannot be pickled.", 0},
    {0},
};
static const MrGetSetDef dialect_getset[] = {
    {"delimiter", get_delimiter, NULL, "what separates fields"},
    {"doublequote", get_doublequote, mr_set_readonly, "whether a quote inside a field is doubled"},
    {"escapechar", get_escapechar, NULL, "what takes the meaning from the next character, or None"},
    {"lineterminator", get_lineterminator, NULL, "what the writer puts at the end of a row"},
    {"quotechar", get_quotechar, NULL, "what encloses fields, or None"},
    {"quoting", get_quoting, NULL, "one of the QUOTE_ constants"},
    {"skipinitialspace", get_skipinitialspace, mr_set_readonly, "whether spaces after a delimiter are dropped"},
    {"strict", get_strict, mr_set_readonly, "whether bad input is an error"},
    {0}};

const MrTypeDef mr_csv_dialect_def = {
    .name = "_csv.Dialect",
    .kind = MR_KIND_OTHER,
    .size = sizeof(MrCsvDialect),
    .methods = dialect_methods,
    .getset = dialect_getset,
    .trace = trace_dialect,
    .doc = "How fields are separated, quoted and escaped; an immutable set of options.",
};

/* ---- functions ---- */

/* One or two positional arguments. */
static bool take_arguments(MrThread *t, MrValue args, MrValue *first, MrValue *second)
{
    size_t n = MR_TUPLE(args)->length;
    if (n < 1 || n > 2)
        return mr_raise(t, MR_EXC_TypeError, " expected at %s %d argument%s, got %zu", n ? "most" : "least", n ? 2 : 1, n ? "s" : "", n), false;
    *first = MR_TUPLE(args)->items[0];
    *second = n == 2 ? MR_TUPLE(args)->items[1] : MR_UNBOUND;
    return true;
}

static MrValue module_reader(MrThread *t, MrValue *a)
{
    MrValue lines, dialect;
    return take_arguments(t, a[0], &lines, &dialect) ? mr_csv_reader_new(t, lines, dialect, a[1]) : MR_ERROR;
}

static MrValue module_writer(MrThread *t, MrValue *a)
{
    MrValue file, dialect;
    return take_arguments(t, a[0], &file, &dialect) ? mr_csv_writer_new(t, file, dialect, a[1]) : MR_ERROR;
}

static MrValue module_register(MrThread *t, MrValue *a)
{
    MrValue name, dialect;
    if (!take_arguments(t, a[0], &name, &dialect))
        return MR_ERROR;
    if (!mr_is_str(name))
        return mr_raise(t, MR_EXC_TypeError, "dialect name must be a string");
    MrValue made = mr_csv_dialect_of(t, dialect, a[1]);
    return made != MR_ERROR && mr_dict_set(t, MR_DICT(t->iso->hooks[MR_HOOK_CSV_DIALECTS]), name, made) ? MR_NONE : MR_ERROR;
}

static MrValue module_unregister(MrThread *t, MrValue *a)
{
    int removed = mr_dict_del(t, MR_DICT(t->iso->hooks[MR_HOOK_CSV_DIALECTS]), a[0]);
    return removed > 0 ? MR_NONE : removed ? MR_ERROR : mr_csv_raise(t, "unknown dialect");
}

static MrValue module_get(MrThread *t, MrValue *a) { return find_registered(t, a[0]); }

static MrValue module_list(MrThread *t, MrValue *a)
{
    (void)a;
    return mr_list_of(t, t->iso->hooks[MR_HOOK_CSV_DIALECTS]);
}

static MrValue module_limit(MrThread *t, MrValue *a)
{
    MrValue former = t->iso->hooks[MR_HOOK_CSV_LIMIT];
    if (a[0] == MR_UNBOUND)
        return former;
    if (!mr_is_int(a[0]) && !mr_is_exact(a[0], MR_TYPE_int))
        return mr_raise(t, MR_EXC_TypeError, "limit must be an integer");
    int64_t limit;
    if (!mr_to_i64(t, a[0], &limit))
        return MR_ERROR;
    t->iso->hooks[MR_HOOK_CSV_LIMIT] = mr_small_int(limit > MR_INT_MAX ? MR_INT_MAX : limit < MR_INT_MIN ? MR_INT_MIN : limit);
    return former;
}

static const MrMethodDef functions[] = {
    {"field_size_limit(new_limit=<unrepresentable>)", module_limit,
     "How many characters a field may have, 131072 at first. An argument is the new limit; the one before is returned.", MR_METHOD_PARSED},
    {"get_dialect(name)", module_get, "The dialect registered under name; raises csv.Error if there is none.", MR_METHOD_PARSED},
    {"list_dialects()", module_list, "The names under which dialects are registered.", 0},
    {"reader(*args, **kwargs)", module_reader,
     "An iterator over the rows of an iterable of lines, as lists of str. Options of the dialect can be given one by one.", 0},
    {"register_dialect(*args, **kwargs)", module_register,
     "Register a dialect under a name: a class or instance, options given one by one, or both.", 0},
    {"unregister_dialect(name)", module_unregister, "Forget the dialect registered under name; raises csv.Error if there is none.", MR_METHOD_PARSED},
    {"writer(*args, **kwargs)", module_writer,
     "An object with writerow(row) and writerows(rows) for a file with a write method. Options of the dialect can be given one by one.", 0},
    {0},
};

static const MrTypeDef *const types[] = {&mr_csv_dialect_def, NULL};

static bool init(MrThread *t, MrModule *m)
{
    static const char *const quotings[] = {"QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL"};
    MrType *reader = mr_type_from_def(t, &mr_csv_reader_def), *writer = mr_type_from_def(t, &mr_csv_writer_def);
    MrDict *dialects = mr_dict_new(t);
    MrValue version = mr_str_c(t, "1.0");
    if (!reader || !writer || !dialects || version == MR_ERROR)
        return false;
    t->iso->hooks[MR_HOOK_CSV_DIALECTS] = mr_val(dialects);
    t->iso->hooks[MR_HOOK_CSV_LIMIT] = mr_small_int(DEFAULT_LIMIT);
    for (int i = MR_CSV_MINIMAL; i <= MR_CSV_NOTNULL; i++)
        if (!mr_module_add(t, m, quotings[i], mr_small_int(i)))
            return false;
    return mr_module_add(t, m, "_dialects", mr_val(dialects)) && mr_module_add(t, m, "__version__", version) && mr_module_add(t, m, "Reader", mr_val(reader))
           && mr_module_add(t, m, "Writer", mr_val(writer)) && mr_module_add_exception(t, m, "_csv", "Error", MR_EXC_Exception);
}

const MrModuleDef mr_module__csv = {.name = "_csv", .functions = functions, .init = init, .types = types,
                                    .doc = "CSV parsing and writing: readers and writers of tables as text, and the dialects that they follow."};
