/* pwd: the password database. Only what it tells is here; looking up a user by a path's `~name` is posixpath's. */
#include <limits.h>
#include <pwd.h>

#include "vm/types/structseq.h"

static const MrGetSetDef fields[] = {
    MR_STRUCTSEQ_FIELD(0, "pw_name", "name for logging in"), MR_STRUCTSEQ_FIELD(1, "pw_passwd", "a hash or 'x'"), MR_STRUCTSEQ_FIELD(2, "pw_uid",
         "the user's number"),
    MR_STRUCTSEQ_FIELD(3, "pw_gid", "the group's number"), MR_STRUCTSEQ_FIELD(4, "pw_gecos",
         "the user's full name and the like"), MR_STRUCTSEQ_FIELD(5, "pw_dir",
         "folder after logging in"),
    MR_STRUCTSEQ_FIELD(6, "pw_shell", "program started after logging in"), {0}};

static const MrStructSeqDef passwd_def = {
    .type = {.name = "pwd.struct_passwd", .base = MR_TYPE_tuple, .kind = MR_KIND_TUPLE, .flags = MR_STRUCTSEQ_FLAGS, .methods = mr_structseq_methods,
             .getset = fields,
             .doc = "An entry of the user database: (pw_name, pw_passwd, pw_uid, pw_gid, pw_gecos, pw_dir, pw_shell)."},
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
    {"getpwuid(uidobj, /)", pwd_getpwuid, "The entry of the user with this number; raises KeyError if there is none.", 0},
    {"getpwnam(name, /)", pwd_getpwnam, "The entry of the user with this name; raises KeyError if there is none.", 0},
    {"getpwall()", pwd_getpwall, "The entries of all users.", 0},
    {0}};

const MrModuleDef mr_module_pwd = {
    .name = "pwd", .functions = functions, .init = init, .doc = "The system's users."};
