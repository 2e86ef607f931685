/* pwd: the password database. Only what it tells is here; looking up a user by a path's `~name` is posixpath's. */
#include <limits.h>
#include <pwd.h>

#include "vm/types/structseq.h"

static const MrGetSetDef fields[] = {
    MR_STRUCTSEQ_FIELD(0, "pw_name", "user name"), MR_STRUCTSEQ_FIELD(1, "pw_passwd", "password"), MR_STRUCTSEQ_FIELD(2, "pw_uid", "user id"),
    MR_STRUCTSEQ_FIELD(3, "pw_gid", "group id"), MR_STRUCTSEQ_FIELD(4, "pw_gecos", "real name"), MR_STRUCTSEQ_FIELD(5, "pw_dir", "home directory"),
    MR_STRUCTSEQ_FIELD(6, "pw_shell", "shell program"), {0}};

static const MrStructSeqDef passwd_def = {
    .type = {.name = "pwd.struct_passwd", .base = MR_TYPE_tuple, .kind = MR_KIND_TUPLE, .flags = MR_STRUCTSEQ_FLAGS, .methods = mr_structseq_methods,
             .getset = fields,
             .doc = "pwd.struct_passwd: Results from getpw*() routines.\n\nThis object may be accessed either as a tuple of\n"
                    "  (pw_name,pw_passwd,pw_uid,pw_gid,pw_gecos,pw_dir,pw_shell)\nor via the object attributes as named in the above tuple."},
    .n_visible = 7,
};

static MrValue text(MrThread *t, const char *s) { return s ? mr_decode(t, s, strlen(s), "utf-8", "surrogateescape") : MR_NONE; }

static MrValue record(MrThread *t, const struct passwd *p)
{
    MrValue v[7] = {text(t, p->pw_name), text(t, p->pw_passwd), mr_int(t, p->pw_uid), mr_int(t, p->pw_gid), text(t, p->pw_gecos), text(t, p->pw_dir),
                    text(t, p->pw_shell)};
    for (int i = 0; i < 7; i++)
        if (v[i] == MR_ERROR)
            return MR_ERROR;
    return mr_structseq_new(t, &passwd_def, v);
}

static MrValue pwd_getpwuid(MrThread *t, MrValue *a)
{
    struct passwd p, *found = NULL;
    char buf[4096];
    int64_t uid = 0;
    if (!mr_is_integer(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "uid should be integer, not %s", mr_type_name(t, a[0]));
    bool fits = mr_to_i64(t, a[0], &uid);
    if (!fits && !mr_clear_if(t, MR_EXC_OverflowError))
        return MR_ERROR;
    if (!fits || uid < -1 || uid > (int64_t)UINT_MAX)
        return mr_raise(t, MR_EXC_KeyError, "getpwuid(): uid not found");
    getpwuid_r((uid_t)uid, &p, buf, sizeof buf, &found);
    return found ? record(t, found) : mr_raise(t, MR_EXC_KeyError, "getpwuid(): uid not found: %lld", (long long)uid);
}

static MrValue pwd_getpwnam(MrThread *t, MrValue *a)
{
    struct passwd p, *found = NULL;
    char buf[4096];
    if (!mr_is_str(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "getpwnam() argument must be str, not %s", mr_type_name(t, a[0]));
    if (strlen(mr_cstr(a[0])) != MR_STR(a[0])->nbytes)
        return mr_raise(t, MR_EXC_ValueError, "embedded null byte");
    getpwnam_r(mr_cstr(a[0]), &p, buf, sizeof buf, &found);
    if (found)
        return record(t, found);
    MrValue shown = mr_repr(t, a[0]);
    return shown == MR_ERROR ? shown : mr_raise(t, MR_EXC_KeyError, "getpwnam(): name not found: %s", mr_cstr(shown));
}

static MrValue pwd_getpwall(MrThread *t, MrValue *a)
{
    MrValue list = mr_list_new(t, 32);
    struct passwd *p;
    (void)a;
    setpwent();
    while (list != MR_ERROR && (p = getpwent()) != NULL) {
        MrValue v = record(t, p);
        if (v == MR_ERROR || !mr_list_append(t, list, v))
            list = MR_ERROR;
    }
    endpwent();
    return list;
}

static bool init(MrThread *t, MrModule *m)
{
    MrType *type = mr_structseq_type_new(t, &passwd_def);
    return type && mr_module_add(t, m, "struct_passwd", mr_val(type));
}

static const MrMethodDef functions[] = {
    {"getpwuid(uidobj, /)", pwd_getpwuid, "Return the password database entry for the given numeric user ID.", 0},
    {"getpwnam(name, /)", pwd_getpwnam, "Return the password database entry for the given user name.", 0},
    {"getpwall()", pwd_getpwall, "Return a list of all available password database entries, in arbitrary order.", 0},
    {0}};

const MrModuleDef mr_module_pwd = {
    .name = "pwd", .functions = functions, .init = init, .doc = "This module provides access to the Unix password database."};
