/* What the files of the module posix share: path arguments, errors that name files, the tables that posix.c puts together.
 *
 * posix.c has the tables and constants, posix_files.c what takes paths, posix_scandir.c the iterator over a folder, posix_fd.c what takes
 * descriptors, posix_process.c processes, users and the machine, posix_spawn.c programs, posix_system.c what is rarely asked of the system,
 * posix_config.c its configuration by name. */
#ifndef MR_STDLIB_NATIVE_POSIX_H
#define MR_STDLIB_NATIVE_POSIX_H

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "vm/types/structseq.h"

struct iovec;
struct sched_param;

/* A path argument as the system takes it. `name` lives as long as the struct on the C stack does. */
typedef struct MrPath {
    const char *name; /* NULL: a descriptor was given */
    MrValue given;    /* for messages: str, bytes or int; MR_UNBOUND: none */
    MrValue raw;      /* the bytes object that `name` points into */
    bool bytes;       /* results are to be bytes */
    int fd;           /* valid when name is NULL */
} MrPath;

enum { MR_PATH_FD = 1, MR_PATH_NONE = 2 /* None or missing: "." */ };

/* Reads str, bytes, os.PathLike and what `allowed` says. function and argument are for the TypeError. false: error pending. [script] */
bool mr_path_read(MrThread *t, MrValue v, const char *function, const char *argument, unsigned allowed, MrPath *p) MR_MUST_CHECK;

/* os.fspath(v): a str or bytes. [script] */
MrValue mr_path_fspath(MrThread *t, MrValue v) MR_MUST_CHECK;

/* A name that the system gave, as bytes or as str with what is not UTF-8 as lone surrogates. */
MrValue mr_path_name(MrThread *t, const char *s, size_t n, bool bytes) MR_MUST_CHECK;

/* The OSError of errno that names the path; p may be NULL. Returns MR_ERROR; a pending error stays. */
MrValue mr_path_error(MrThread *t, const MrPath *p);

/* None, or the error of a system call that answered -1. */
MrValue mr_posix_done(MrThread *t, int r, const MrPath *p);

/* An int argument that fits a C int. [script] */
bool mr_posix_int(MrThread *t, MrValue v, int *out) MR_MUST_CHECK;

/* A user or group, called `what` in messages: -1 leaves it. [script] */
bool mr_posix_id(MrThread *t, MrValue v, const char *what, unsigned *id) MR_MUST_CHECK;

/* A sequence of at most IOV_MAX buffers, writable ones or any. [script] */
bool mr_posix_vector(MrThread *t, MrValue buffers, const char *function, bool writable, struct iovec *v, int *count) MR_MUST_CHECK;

/* A posix.sched_param. */
bool mr_posix_sched_parameters(MrThread *t, MrValue v, struct sched_param *p) MR_MUST_CHECK;

/* What these files add to the module beside their functions. */
bool mr_posix_add_config(MrThread *t, MrModule *m) MR_MUST_CHECK;
bool mr_posix_add_spawn(MrThread *t, MrModule *m) MR_MUST_CHECK;
bool mr_posix_add_system(MrThread *t, MrModule *m) MR_MUST_CHECK;

/* A descriptor: an int, or what a method fileno() returns. -1: error. [script] */
int mr_fileno_of(MrThread *t, MrValue v) MR_MUST_CHECK;

/* The keyword dir_fd: MR_UNBOUND or None is AT_FDCWD. `p`, if any, must not be a descriptor then. [script] */
bool mr_posix_dir_fd(MrThread *t, MrValue v, const char *function, const MrPath *p, int *out) MR_MUST_CHECK;

/* Repeat a call that a signal broke off? Runs the signal's handler; false with or without an error pending. [script] */
bool mr_posix_again(MrThread *t);

/* There are no more descriptors (errno): has a collection, which closes those of dead files and pipes, given some back? Once for each *tried. [script] */
bool mr_posix_reclaim(MrThread *t, bool *tried);

/* A struct sequence of values of which one may be MR_ERROR. */
MrValue mr_posix_sequence(MrThread *t, const MrStructSeqDef *def, const MrValue *v, size_t n) MR_MUST_CHECK;

/* os.stat_result */
MrValue mr_posix_stat_value(MrThread *t, const struct stat *s) MR_MUST_CHECK;

/* scandir(path) */
MrValue mr_posix_scandir(MrThread *t, MrValue *a);

#define MR_POSIX_SEQUENCE(id, full_name, rows, visible, unnamed, text)                                                               \
    const MrStructSeqDef id = {.type = {.name = full_name, .base = MR_TYPE_tuple, .kind = MR_KIND_TUPLE, .flags = MR_STRUCTSEQ_FLAGS,\
                                        .methods = mr_structseq_methods, .getset = rows, .doc = text},                               \
                               .n_visible = visible, .n_unnamed = unnamed}

extern const MrMethodDef mr_posix_file_functions[], mr_posix_fd_functions[], mr_posix_process_functions[], mr_posix_spawn_functions[],
    mr_posix_system_functions[], mr_posix_config_functions[];
extern const MrStructSeqDef mr_posix_stat_def, mr_posix_statvfs_def, mr_posix_terminal_def, mr_posix_uname_def, mr_posix_times_def, mr_posix_waitid_def;
extern const MrTypeDef mr_posix_direntry_def;

#endif
