/* Unit tests of moray.h: what scripts are not allowed, the ways around it, and that flags open the ways. */
#include "api.h"

#include "vm/permit.h"
#include "vm/import.h"

static const struct { const char *text, *flag; } denied[] = {
    {"open('/etc/passwd')", "FILES"},
    {"import io; io.open('/etc/passwd')", "FILES"},
    {"import io; io.FileIO('/etc/passwd')", "FILES"},
    {"import io; io.FileIO(0)", "FILES"},
    {"import io; io.open_code('/etc/passwd')", "FILES"},
    {"import _io; _io.FileIO.__init__(_io.FileIO.__new__(_io.FileIO), '/etc/passwd')", "FILES"},
    {"import os; os.open('/etc/passwd', 0)", "FILES"},
    {"import os; os.listdir('/')", "FILES"},
    {"import os; os.scandir('/')", "FILES"},
    {"import os; os.stat('/')", "FILES"},
    {"import os; os.getcwd()", "FILES"},
    {"import os; os.remove('/x')", "FILES"},
    {"import os; os.read(0, 1)", "FILES"},
    {"import os; os.write(1, b'x')", "FILES"},
    {"import os; os.dup(1)", "FILES"},
    {"import os; os.pipe()", "FILES"},
    {"import os; os.system('true')", "PROCESSES"},
    {"import os; os.fork()", "PROCESSES"},
    {"import os; os.kill(1, 0)", "PROCESSES"},
    {"import os; os._exit(0)", "PROCESSES"},
    {"import os; os.abort()", "PROCESSES"},
    {"import os; os.execv('/bin/true', ['true'])", "PROCESSES"},
    {"import os; os.environ['HOME']", "ENVIRONMENT"},
    {"import os; os.getenv('HOME')", "ENVIRONMENT"},
    {"import os; os.putenv('A', 'b')", "ENVIRONMENT"},
    {"import os; os.environ['A'] = 'b'", "ENVIRONMENT"},
    {"import posix; posix.stat('/')", "FILES"},
    {"import sys; sys.modules['posix'].stat('/')", "FILES"},
    {"import socket; socket.socket()", "NETWORK"},
    {"import socket; socket.getaddrinfo('localhost', 80)", "NETWORK"},
    {"import _socket; _socket.socket()", "NETWORK"},
    {"import _socket; _socket.socketpair()", "NETWORK"},
    {"import threading; threading.Thread(target=print).start()", "THREADS"},
    {"import _thread; _thread.start_new_thread(print, ())", "THREADS"},
    {"import signal; signal.signal(signal.SIGTERM, print)", "PROCESSES"},
    {"import signal; signal.alarm(1)", "PROCESSES"},
    {"import sys; sys.stdin.read()", "FILES"},
    {"input()", "FILES"},
    {"import sys; sys.stdin.buffer.raw.read(1)", "FILES"},
    {"import sys; sys.stdout.buffer.raw.truncate(0)", "FILES"},
    {"import sys; sys.stdout.buffer.raw.seek(10)", "FILES"},
    {"import sys; open(sys.stdout.fileno(), 'w')", "FILES"},
    {"import select; select.select([0], [], [], 0)", "FILES"},
    {"import select; select.poll()", "FILES"},
    {"import asyncio; asyncio.run(asyncio.to_thread(print))", "THREADS"},
    {"async def f():\n    asyncio.get_running_loop().add_signal_handler(15, print)\nimport asyncio; asyncio.run(f())", "PROCESSES"},
    {"async def f():\n    asyncio.get_running_loop().add_reader(0, print)\nimport asyncio; asyncio.run(f())", "FILES"},
    {"async def f():\n    await asyncio.get_running_loop().getaddrinfo('localhost', 80)\nimport asyncio; asyncio.run(f())", "THREADS"},
    {"import pwd; pwd.getpwnam('root')", "FILES"},
    {"import grp; grp.getgrall()", "FILES"},
    {"import codecs; codecs.open('/etc/passwd')", "FILES"},
    {"import pathlib; pathlib.Path('/etc/passwd').read_text()", "FILES"},
    {"import pathlib; list(pathlib.Path('/').iterdir())", "FILES"},
    {"import tempfile; tempfile.TemporaryFile()", "FILES"},
    {"import tempfile; tempfile.mkdtemp()", "FILES"},
    {"import tempfile; tempfile.SpooledTemporaryFile(max_size=1).write(b'abc')", "FILES"},
    {"import shutil; shutil.copyfile('/etc/passwd', '/tmp/x')", "FILES"},
    {"import shutil; shutil.disk_usage('/')", "FILES"},
    {"import gzip; gzip.open('/etc/passwd')", "FILES"},
    {"import zipfile; zipfile.ZipFile('/tmp/x.zip')", "FILES"},
    {"import tarfile; tarfile.open('/tmp/x.tar')", "FILES"},
    {"import logging; logging.FileHandler('/tmp/x')", "FILES"},
    {"import logging; logging.basicConfig(filename='/tmp/x')", "FILES"},
    {"import runpy; runpy.run_path('/etc/passwd')", "FILES"},
    {"import importlib.machinery as m; m.SourceFileLoader('x', '/etc/passwd').get_data('/etc/passwd')", "FILES"},
    {"import importlib.machinery as m; m.SourceFileLoader('x', '/etc/passwd').load_module()", "FILES"},
    {"import sys; sys.path.append('/tmp'); import no_such_module", "FILES"},
    {"exec(open('/etc/passwd').read())", "FILES"},
    {"(lambda: 0).__globals__['__builtins__'].open('/etc/passwd')", "FILES"},
    {"import gc, os; [o for o in gc.get_objects() if type(o) is type(len) and o.__name__ == 'listdir'][0]('/etc')", "FILES"},
    {"import types; types.FunctionType(compile(\"open('/etc/passwd')\", '', 'exec'), {})()", "FILES"},
    {"import functools; functools.partial(open, '/etc/passwd')()", "FILES"},
    {"import operator; operator.methodcaller('listdir', '/')(__import__('os'))", "FILES"},
    {"import sys; sys._getframe().f_builtins['open']('/etc/passwd')", "FILES"},
    {"import sys; type(sys.stdout.buffer.raw)('/etc/passwd')", "FILES"},
    {"import sys; sys.stdout.buffer.raw.__init__('/etc/passwd')", "FILES"},
    {"import io\nclass X(io.FileIO): pass\nX('/etc/passwd')", "FILES"},
    {"print('x', file=open('/dev/null', 'w'))", "FILES"},
    {"import pickle; pickle.loads(b'cbuiltins\\nopen\\n(S\"/etc/passwd\"\\ntR.')", "FILES"},
    {"import posix, importlib; importlib.reload(posix).stat('/')", "FILES"},
    {"import posix; type(posix).__init__(posix, 'math'); posix.stat('/')", "FILES"},
    {"import sys, posix; posix.__name__ = 'math'; del sys.modules['posix']; import posix; posix.stat('/')", "FILES"},
    {"import mmap; mmap.mmap(-1, 100)", "FILES"},
    {"import fcntl; fcntl.fcntl(0, 3)", "FILES"},
    {"import termios; termios.tcgetattr(0)", "FILES"},
    {"import select; select.epoll.fromfd(0)", "FILES"},
    {"import faulthandler; faulthandler.dump_traceback(file=5)", "FILES"},
    {"import pickle; pickle.loads(b'cposix\\nsystem\\n(S\"true\"\\ntR.')", "PROCESSES"},
    {"import subprocess; subprocess.run(['true'])", "FILES"}, /* for the pipe to it */
    {"import subprocess; subprocess.Popen('true', shell=True, stdout=-3)", "FILES"},
    {"import _posixsubprocess as p; p.fork_exec([b'x'], [b'/bin/true'], True, (), None, None, -1, -1, -1, -1, -1, -1, -1, -1, False, False, 0, None, None, None, -1, None, False)", "PROCESSES"},
    {"import os; os.popen('true')", "FILES"},
    {"import os; os.spawnv(0, '/bin/true', ['true'])", "PROCESSES"},
    {"import os; os.waitpid(-1, 0)", "PROCESSES"},
    {"import os; os.getuid()", "PROCESSES"},
    {"import os; os.umask(0)", "FILES"},
    {"import _thread; _thread.interrupt_main()", "THREADS"},
    {"import faulthandler; faulthandler.enable()", "PROCESSES"},
    {"import faulthandler; faulthandler.register(10)", "PROCESSES"},
    {"import faulthandler; faulthandler._sigsegv()", "PROCESSES"},
    {"import faulthandler; faulthandler.dump_traceback_later(1)", "PROCESSES"},
    {"import resource; resource.setrlimit(7, (10, 10))", "PROCESSES"},
    {"import signal; signal.raise_signal(15)", "PROCESSES"},
    {"import signal; signal.setitimer(0, 1)", "PROCESSES"},
    {"import signal; signal.set_wakeup_fd(1)", "PROCESSES"},
    {"import time; time.tzset()", "PROCESSES"},
    {"import _multiprocessing; _multiprocessing.SemLock(0, 1, 1, '/x', False)", "PROCESSES"},
    {"async def f(): await asyncio.create_subprocess_exec('true')\nimport asyncio; asyncio.run(f())", "FILES"},
    {"import socket; socket.create_connection(('127.0.0.1', 1))", "NETWORK"},
    {"import socket; socket.gethostname()", "NETWORK"},
    {"import socket; socket.fromfd(0, 2, 1)", "NETWORK"},
    {"import socket; socket.close(1)", "NETWORK"},
    {"import _socket; _socket.socket.__new__(_socket.socket)", "NETWORK"},
    {"import http.client; http.client.HTTPConnection('127.0.0.1', 1).request('GET', '/')", "NETWORK"},
    {"import asyncio\nclass Fake:\n    def __getattr__(self, name): return lambda *a: 1\n    family = type = proto = 1\nasync def f():\n"
     "    from asyncio.selector_events import _SelectorSocketTransport as T\n    T(asyncio.get_running_loop(), Fake(), asyncio.Protocol()).write(b'x')\nasyncio.run(f())", "FILES"},
    {"import threading; threading.Timer(0, print).start()", "THREADS"},
    {"import concurrent.futures as c; c.ThreadPoolExecutor().submit(print)", "THREADS"},
    {"import sqlite3; sqlite3.connect(':memory:')", "FILES"},
    {"import _ssl; _ssl._SSLContext(16)", "NATIVE"},
    {"import ssl; ssl.create_default_context()", "NATIVE"},
    {"import os; os.environ.pop('HOME')", "ENVIRONMENT"},
    {"import os; os.unsetenv('HOME')", "ENVIRONMENT"},
    {"import codecs; codecs.open.__globals__['__builtins__']['open']('/etc/passwd')", "FILES"},
    {"import sys; sys.stdin.buffer.raw.__init__(3)", "FILES"},
    {"import shelve; shelve.open('/tmp/x')", "FILES"},
    {"import readline; readline.read_history_file('/etc/passwd')", "FILES"},
    {"import readline; readline.write_history_file('/tmp/x')", "FILES"},
    {"import tempfile; tempfile.NamedTemporaryFile()", "FILES"},
    {"import json; json.__path__.append('/tmp'); import json.no_such_module", "FILES"},
    {"import types, sys; m = types.ModuleType('pk'); m.__path__ = ['/tmp']; sys.modules['pk'] = m; import pk.mod", "FILES"},
    {"import importlib.util as u; s = u.spec_from_file_location('x', '/etc/passwd.py'); s.loader.exec_module(u.module_from_spec(s))", "FILES"},
    {"import pickle, io\nclass E:\n    def __reduce__(self): return io.FileIO, ('/etc/passwd',)\npickle.loads(pickle.dumps(E()))", "FILES"},
    {"import tracemalloc; tracemalloc.start(); tracemalloc.take_snapshot().dump('/tmp/x')", "FILES"},
    {"import cProfile; cProfile.run('1', '/tmp/x')", "FILES"},
    {"import fileinput; list(fileinput.input('/etc/passwd'))", "FILES"},
    {"import tokenize; tokenize.open('/etc/passwd')", "FILES"},
    {"import py_compile; py_compile.compile('/etc/passwd', doraise=True)", "FILES"},
    {"import netrc; netrc.netrc('/etc/passwd')", "FILES"},
    {"import bz2; bz2.BZ2File('/etc/passwd')", "FILES"},
    {"import lzma; lzma.LZMAFile('/etc/passwd')", "FILES"},
    {"import doctest; doctest.testfile('/etc/passwd', module_relative=False)", "FILES"},
    {"import os; os.closerange(3, 10)", "FILES"},
    {"import os; os.sendfile(1, 3, 0, 10)", "FILES"},
    {"import os; os.memfd_create('x')", "FILES"},
    {"import mmap; mmap.mmap(3, 0, prot=1)", "FILES"},
    {"open('x', opener=lambda *a: 3)", "FILES"},
    {"open('/dev/fd/3')", "FILES"},
    {"open(3)", "FILES"},
    {"import selectors; selectors.DefaultSelector()", "FILES"},
    {"import platform; platform.uname()", "PROCESSES"},
    {"import pty; pty.spawn('/bin/true')", "PROCESSES"},
    {"import os; os.posix_spawn('/bin/true', ['true'], {})", "PROCESSES"},
    {"import multiprocessing; multiprocessing.Process(target=print).start()", "FILES"},
    {"import multiprocessing.shared_memory as s; s.SharedMemory('x', True, 10)", "PROCESSES"},
    {"import multiprocessing; multiprocessing.Queue()", "FILES"},
    {"import resource; resource.getrusage(0)", "PROCESSES"},
    {"import signal; signal.sigwait({2})", "PROCESSES"},
    {"import signal; signal.pthread_kill(1, 0)", "PROCESSES"},
    {"import getpass; getpass.getuser()", "PROCESSES"},
    {"async def f():\n    await asyncio.get_running_loop().subprocess_exec(asyncio.SubprocessProtocol, '/bin/true', stdin=None, stdout=None, stderr=None)\nimport asyncio; asyncio.run(f())", "FILES"},
    {"async def f():\n    await asyncio.get_running_loop().create_datagram_endpoint(asyncio.DatagramProtocol, remote_addr=('127.0.0.1', 9))\nimport asyncio; asyncio.run(f())", "NETWORK"},
    {"import asyncio; asyncio.run(asyncio.open_unix_connection('/tmp/s'))", "NETWORK"},
    {"import asyncio; asyncio.run(asyncio.start_unix_server(print, '/tmp/s'))", "NETWORK"},
    {"import smtplib; smtplib.SMTP('127.0.0.1', 1)", "NETWORK"},
    {"import socketserver; socketserver.TCPServer(('127.0.0.1', 0), None)", "NETWORK"},
    {"async def f():\n    await asyncio.get_running_loop().run_in_executor(None, print)\nimport asyncio; asyncio.run(f())", "THREADS"},
    {"import multiprocessing.dummy as d; d.Process(target=print).start()", "THREADS"},
    {"import threading; threading._start_new_thread(print, ())", "THREADS"},
};

static void everything_is_denied(void **state)
{
    MorayVM *vm = *state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof denied / sizeof *denied; i++) {
        char flag[80];
        MorayError err;
        snprintf(flag, sizeof flag, "MORAY_ALLOW_%s", denied[i].flag);
        bool went = moray_run(vm, denied[i].text, "denied.py");
        if (!moray_catch(vm, &err) || went || strcmp(err.type, "PermissionError") || !strstr(err.message, flag)) {
            fprintf(stderr, "not denied by %s: %s\n%s", flag, denied[i].text, err.traceback);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

/* ";;" becomes a new line. */
static void unfold(char *line)
{
    char *to = line;
    for (const char *p = line; *p; p++)
        if (p[0] == ';' && p[1] == ';')
            *to++ = '\n', p++;
        else
            *to++ = *p;
    *to = 0;
}

/* The attempts of denied.txt, each in a scope of its own, in an isolate that has seen all of those before. */
static void an_attackers_tour(void **state)
{
    MorayVM *vm = *state;
    FILE *f = fopen("tests/unit/denied.txt", "r");
    char line[2000], flag[80] = "", *end;
    bool wrapped = false;
    int wrong = 0, n = 0;
    if (!f) /* not run from the project's folder */
        skip();
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '#' || !line[0])
            continue;
        if (line[0] == '[' && (end = strchr(line, ']'))) {
            wrapped = !strncmp(line, "[wrapped]", 9);
            snprintf(flag, sizeof flag, "MORAY_ALLOW_%.*s", wrapped ? 0 : (int)(end - line - 1), line + 1);
            continue;
        }
        unfold(line);
        MorayError err;
        MorayLimits limits = {.time_ms = 20000}; /* what is let through may wait for ever */
        MorayScope scope = moray_scope_open(vm);
        moray_set_limits(vm, &limits);
        bool went = moray_run(vm, line, "denied.py");
        if (!moray_catch(vm, &err) || went || (!wrapped && strcmp(err.type, "PermissionError")) || !strstr(err.message, flag)) {
            fprintf(stderr, "not denied by %s: %s\n%s\n", flag, line, went ? "it went through" : err.traceback);
            wrong++;
        }
        moray_scope_close(vm, scope);
        n++;
    }
    fclose(f);
    moray_set_limits(vm, NULL);
    run(vm, "import sys\nsys.path.clear()\nsys.setprofile(None)");
    assert_true(n > 300);
    assert_int_equal(wrong, 0);
}

/* What only looks, and gets nothing to see. */
static const char *const blind[] = {
    "import linecache\nassert linecache.getlines('/etc/passwd') == []",
    "import traceback\ntry: exec(compile('\\n1/0', '/etc/passwd', 'exec'))\nexcept Exception: assert 'bin' not in traceback.format_exc()",
    "import os\nassert not os.path.exists('/') and os.environ.get('PATH') is None and dict(os.environ) == {}",
    "import os\ntry: os.environ['PATH']\nexcept KeyError: pass",
    "import glob\nassert glob.glob('/*') == []",
    "try: import ctypes\nexcept ModuleNotFoundError: pass",
    "import importlib.machinery as m\nassert m.PathFinder.find_spec('a', ['/tmp/x/y']) is None and m.FileFinder('/tmp', (m.SourceFileLoader, ['.txt'])).find_spec('a') is None",
    "import linecache\nassert linecache.updatecache('/etc/passwd') == []",
    "import warnings, contextlib, io\nwith contextlib.redirect_stderr(io.StringIO()) as e: warnings.showwarning('w', UserWarning, '/etc/passwd', 1)\nassert 'root' not in e.getvalue()",
    "import xml.dom.minidom as m\nassert 'root' not in m.parseString('<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>').toxml()",
    "import zoneinfo\nfor key in '../../../etc/passwd', '/etc/passwd', 'Europe/Berlin':\n    try: zoneinfo.ZoneInfo(key)\n    except (ValueError, KeyError): continue\n    raise SystemError('a way around')",
    "import glob, configparser, mimetypes\nassert configparser.ConfigParser().read('/etc/passwd') == [] and glob.glob('/etc/*') == []",
    "import signal\nassert signal.SIGTERM == 15 and signal.Signals(2).name == 'SIGINT'",
    "import sys\nassert sys.path == sys.argv == [] and sys.executable == ''",
    "for name in 'ctypes', '_ctypes', 'cffi', '_testcapi', '_imp.create_dynamic':\n    try: __import__(name)\n    except ImportError: continue\n    raise SystemError(name)",
    "import gc\nfor o in gc.get_objects():\n    if getattr(o, '__name__', '') == 'stat' and type(o).__name__.startswith('builtin'):\n        try: o('/')\n"
    "        except PermissionError: pass\n        else: raise SystemError('a way around')",
    "import sys\ndel sys.modules['posix']\nimport posix\ntry: posix.stat('/')\nexcept PermissionError: pass\nelse: raise SystemError('a way around')",
    "import sys\nassert sys.path == []\ntry: import nothing_of_that_name\nexcept ModuleNotFoundError: pass",
    "import sys\nsys.path.append('/tmp')\ntry: import nothing_of_that_name\nexcept PermissionError as e: assert 'MORAY_ALLOW_FILES' in str(e)",
    "import asyncio\nclass Fake:\n    def fileno(self): return 0\nasync def f():\n    loop = asyncio.get_running_loop()\n"
    "    try: await loop.connect_read_pipe(asyncio.Protocol, Fake())\n    except PermissionError: return\n    raise SystemError('a way around')\nasyncio.run(f())",
    "import asyncio\ntry: asyncio.run(asyncio.start_server(print, '127.0.0.1', 0))\nexcept PermissionError: pass\nelse: raise SystemError('a way around')",
    "print('to stdout')\nimport sys\nsys.stderr.write('')\nimport time, os, random, tempfile, subprocess, threading, socket, logging, shutil\ntime.sleep(0)\nos.urandom(4)",
};

static void the_ways_around(void **state)
{
    MorayVM *vm = *state;
    for (size_t i = 0; i < sizeof blind / sizeof *blind; i++)
        run(vm, blind[i]);
}

static void flags_open_the_ways(void **state)
{
    (void)state;
    static const struct { unsigned allow; const char *text; } rows[] = {
        {MORAY_ALLOW_FILES, "open('/dev/null').close()\nimport os\nos.stat('/')\nos.close(os.dup(0))\nos.umask(os.umask(0o77))"},
        {MORAY_ALLOW_NETWORK, "import socket\nsocket.socket().close()"},
        {MORAY_ALLOW_PROCESSES, "import os\nos.kill(os.getpid(), 0)\nassert os.getuid() >= 0\nos.umask(os.umask(0o77))"},
        {MORAY_ALLOW_ENVIRONMENT, "import os\nassert os.environ['PATH'] == os.getenv('PATH')"},
        {MORAY_ALLOW_THREADS, "import threading\nx = []\nt = threading.Thread(target=x.append, args=(1,))\nt.start()\nt.join()\nassert x == [1]"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        MorayConfig c;
        moray_config_init(&c);
        c.allow = rows[i].allow;
        MorayVM *vm = moray_new(&c);
        run(vm, rows[i].text);
        for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
            if (k != i) {
                assert_false(moray_run(vm, rows[k].text, "other.py"));
                expect_error(vm, "PermissionError", NULL);
            }
        moray_finish(vm);
        moray_free(vm);
    }
}

static void import_paths_of_the_host(void **state)
{
    (void)state;
    char folder[] = "/tmp/moray-allow-XXXXXX", path[80];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/from_host.py", folder);
    FILE *f = fopen(path, "w");
    fputs("x = 5", f);
    fclose(f);
    const char *paths[] = {folder};
    MorayConfig c;
    moray_config_init(&c);
    c.paths = paths;
    c.n_paths = 1;
    MorayVM *vm = moray_new(&c);
    run(vm, "import from_host, sys\nassert from_host.x == 5\ndel sys.modules['from_host']\nsys.path[0] += '/../' + sys.path[0].split('/')[-1]\n"
            "try: import from_host\nexcept PermissionError: pass\nelse: raise SystemError('a way around')");
    moray_free(vm);
    unlink(path);
    rmdir(folder);
}

static void every_module_is_classified(void **state)
{
    (void)state;
    for (const MrModuleDef *const *d = mr_native_modules; *d; d++)
        if (!mr_permit_knows((*d)->name))
            fail_msg("vm/permit.c says nothing about the module %s", (*d)->name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(f) cmocka_unit_test_setup_teardown(f, vm_open, vm_close)
        TEST(everything_is_denied), TEST(an_attackers_tour), TEST(the_ways_around), TEST(flags_open_the_ways), TEST(import_paths_of_the_host), TEST(every_module_is_classified),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
