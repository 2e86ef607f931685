/* grp: the group database. */
#include <grp.h>
#include <limits.h>

#include "vm/types/structseq.h"

static const MrGetSetDef fields[] = {MR_STRUCTSEQ_FIELD(0, "gr_name", "group name"), MR_STRUCTSEQ_FIELD(1, "gr_passwd", "a hash or 'x'"),
                                     MR_STRUCTSEQ_FIELD(2, "gr_gid", "the group's number"), MR_STRUCTSEQ_FIELD(3, "gr_mem",
                                          "names of the users in the group"), {0}};

static const MrStructSeqDef group_def = {
    .type = {.name = "grp.struct_group", .base = MR_TYPE_tuple, .kind = MR_KIND_TUPLE, .flags = MR_STRUCTSEQ_FLAGS, .methods = mr_structseq_methods,
             .getset = fields,
             .doc = "An entry of the group database: (gr_name, gr_passwd, gr_gid, gr_mem)."},
    .n_visible = 4,
};

static MrValue text(MrThread *t, const char *s) { return s ? mr_decode(t, s, strlen(s), "utf-8", "surrogateescape") : MR_NONE; }

static MrValue record(MrThread *t, const struct group *g)
{
    MrValue members = mr_list_new(t, 4);
    for (char **m = g->gr_mem; members != MR_ERROR && m && *m; m++) {
        MrValue name = text(t, *m);
        if (name == MR_ERROR || !mr_list_append(t, members, name))
            return MR_ERROR;
    }
    MrValue v[4] = {text(t, g->gr_name), text(t, g->gr_passwd), mr_int(t, g->gr_gid), members};
    for (int i = 0; i < 4; i++)
        if (v[i] == MR_ERROR)
            return MR_ERROR;
    return mr_structseq_new(t, &group_def, v);
}

static MrValue grp_getgrgid(MrThread *t, MrValue *a)
{
    struct group g, *found = NULL;
    char buf[16384];
    int64_t gid = 0;
    if (!mr_is_integer(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "gid should be integer, not %s", mr_type_name(t, a[0]));
    if (!mr_to_i64(t, a[0], &gid)) {
        if (!mr_clear_if(t, MR_EXC_OverflowError))
            return MR_ERROR;
        gid = mr_is_kind(a[0], MR_KIND_INT) && MR_INT(a[0])->size < 0 ? INT64_MIN : INT64_MAX;
    }
    if (gid < -1 || gid > (int64_t)UINT_MAX)
        return mr_raise(t, MR_EXC_OverflowError, gid < 0 ? "gid is less than minimum" : "gid is greater than maximum");
    getgrgid_r((gid_t)gid, &g, buf, sizeof buf, &found);
    return found ? record(t, found) : mr_raise(t, MR_EXC_KeyError, "getgrgid(): gid not found: %lld", (long long)gid);
}

static MrValue grp_getgrnam(MrThread *t, MrValue *a)
{
    struct group g, *found = NULL;
    char buf[16384];
    if (!mr_is_str(a[0]))
        return mr_raise(t, MR_EXC_TypeError, "getgrnam() argument must be str, not %s", mr_type_name(t, a[0]));
    if (strlen(mr_cstr(a[0])) != MR_STR(a[0])->nbytes)
        return mr_raise(t, MR_EXC_ValueError, "embedded null byte");
    getgrnam_r(mr_cstr(a[0]), &g, buf, sizeof buf, &found);
    if (found)
        return record(t, found);
    MrValue shown = mr_repr(t, a[0]);
    return shown == MR_ERROR ? shown : mr_raise(t, MR_EXC_KeyError, "getgrnam(): name not found: %s", mr_cstr(shown));
}

static MrValue grp_getgrall(MrThread *t, MrValue *a)
{
    MrValue list = mr_list_new(t, 64);
    struct group *g;
    (void)a;
    setgrent();
    while (list != MR_ERROR && (g = getgrent()) != NULL) {
        MrValue v = record(t, g);
        if (v == MR_ERROR || !mr_list_append(t, list, v))
            list = MR_ERROR;
    }
    endgrent();
    return list;
}

static bool init(MrThread *t, MrModule *m)
{
    MrType *type = mr_structseq_type_new(t, &group_def);
    return type && mr_module_add(t, m, "struct_group", mr_val(type));
}

static const MrMethodDef functions[] = {
    {"getgrgid(id)", grp_getgrgid, "The entry of the group with this number; raises KeyError if there is none.", 0},
    {"getgrnam(name)", grp_getgrnam, "The entry of the group with this name; raises KeyError if there is none.", 0},
    {"getgrall()", grp_getgrall, "The entries of all groups.", 0},
    {0}};

const MrModuleDef mr_module_grp = {
    .name = "grp", .functions = functions, .init = init, .doc = "The system's user groups."};
