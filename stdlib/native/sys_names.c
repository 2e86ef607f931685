/* sys.builtin_module_names and sys.stdlib_module_names.
 *
 * The second is, by its definition, the same for every build and platform: a name in it says that the standard library of the language
 * has such a module, not that it can be imported here. Suggestions ("Did you forget to import") and tools that sort imports rely on that.
 * The top-level modules of this binary, which have some of their own, are in it too.
 */
#include <string.h>

#include "stdlib/native/sys.h"
#include "vm/import.h"
#include "vm/isolate.h"

static const char language[] =
    "__future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bz2 _codecs _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw "
    "_collections _collections_abc _compat_pickle _compression _contextvars _crypt _csv _ctypes _curses _curses_panel _datetime _dbm _decimal _elementtree "
    "_frozen_importlib _frozen_importlib_external _functools _gdbm _hashlib _heapq _imp _io _json _locale _lsprof _lzma _markupbase _md5 _msi "
    "_multibytecodec _multiprocessing _opcode _operator _osx_support _overlapped _pickle _posixshmem _posixsubprocess _py_abc _pydatetime _pydecimal _pyio "
    "_pylong _queue _random _scproxy _sha1 _sha2 _sha3 _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics _string _strptime _struct "
    "_symtable _thread _threading_local _tkinter _tokenize _tracemalloc _typing _uuid _warnings _weakref _weakrefset _winapi _zoneinfo abc aifc antigravity "
    "argparse array ast asyncio atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop "
    "collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal "
    "difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt "
    "getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr importlib inspect io ipaddress itertools json keyword "
    "lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt "
    "ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix "
    "posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy "
    "sched secrets select selectors shelve shlex shutil signal site smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl "
    "stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this "
    "threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu "
    "uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo ";

static bool add_name(MrThread *t, MrValue names, const char *name, size_t length)
{
    MrValue s = mr_str_new(t, name, length);
    return s != MR_ERROR && mr_set_add(t, names, s);
}

static bool add_module_names(MrThread *t, MrModule *m)
{
    MrValue native = mr_list_new(t, 64), all = mr_set_new(t, true);
    if (native == MR_ERROR || all == MR_ERROR)
        return false;
    for (const char *name = language, *end; (end = strchr(name, ' ')); name = end + 1)
        if (!add_name(t, all, name, (size_t)(end - name)))
            return false;
    for (const MrModuleDef *const *def = mr_native_modules; *def; def++) {
        MrValue name = mr_str_c(t, (*def)->name);
        if (name == MR_ERROR || !mr_list_append(t, native, name) || !mr_set_add(t, all, name))
            return false;
    }
    for (uint32_t i = 0; i < mr_n_frozen; i++)
        if (!strchr(mr_frozen[i].name, '.') && !add_name(t, all, mr_frozen[i].name, strlen(mr_frozen[i].name)))
            return false;
    MrValue builtin = mr_list_sort(t, native, MR_NONE, false) ? mr_tuple_of(t, native) : MR_ERROR;
    return builtin != MR_ERROR && mr_dict_set_c(t, m->dict, "builtin_module_names", builtin) && mr_dict_set_c(t, m->dict, "stdlib_module_names", all);
}

MrValue mr_sys_missing(MrThread *t, MrModule *m, MrStr *name)
{
    bool stdlib = !name || !strcmp(name->bytes, "stdlib_module_names"), builtin = !name || !strcmp(name->bytes, "builtin_module_names");
    MrStr *last = mr_intern(t, "stdlib_module_names", 19);
    if (!last)
        return MR_ERROR;
    if ((!stdlib && !builtin) || mr_dict_get_str(t, m->dict, last) != MR_UNBOUND) /* deleted ones do not come back */
        return MR_UNBOUND;
    if (!add_module_names(t, m))
        return MR_ERROR;
    return name ? mr_dict_get_str(t, m->dict, name) : MR_NONE;
}
