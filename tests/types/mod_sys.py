# sys: the attributes that scripts use.
import sys
print(sys.argv, sys.version_info[:2], sys.version_info >= (3, 12), sys.version_info.major, sys.version_info.releaselevel,
    sys.maxsize == 2 ** 63 - 1, sys.byteorder, sys.platform, type(sys.version).__name__, sys.version[:4], sys.maxunicode,
    sys.getrecursionlimit(), sys.getdefaultencoding(), sys.getfilesystemencoding(), hex(sys.hexversion)[:5], sys.api_version > 0,
    type(sys.executable).__name__)
print(sys.modules["sys"] is sys, "__main__" in sys.modules, "builtins" in sys.modules, sys.modules["__main__"].__name__,
    type(sys.path).__name__, sys.path[0].endswith("types"), type(sys.implementation.name).__name__,
    sys.intern("abc") is sys.intern("a" + "bc"), sys.getrefcount is not None if hasattr(sys, "getrefcount") else True, sys.float_info.dig,
    sys.int_info.default_max_str_digits, sys.hash_info.modulus == 2 ** 61 - 1, sys.hash_info.inf, sys.flags.debug,
    sys.dont_write_bytecode in (True, False), sys.stdin.name, sys.stdout.name, sys.stderr.name, sys.__stdout__ is sys.stdout,
    sys.exc_info(), sys.exception())
for a in ((), (0,), (3,), ("msg",), (None,), (1, 2), ([1],)):
    try: sys.exit(*a)
    except SystemExit as e: print("exit", e.code, e.args)
    except TypeError as e: print(e)
def hook(x): print("displayhook", x)
old = sys.displayhook; sys.displayhook = hook; exec(compile("1 + 1; None", "<d>", "single")); sys.displayhook = old
exec(compile("'shown'; None; [1]", "<d>", "single")); import builtins; print(builtins._); del builtins._
for f in (lambda: sys.intern(5), lambda: sys.setrecursionlimit("a"), lambda: sys.nope, lambda: sys._getframe("a"), lambda: sys.getsizeof(),
        lambda: sys.exc_info(1), lambda: sys.setswitchinterval(-1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
calls = []
def tracer(frame, event, arg): calls.append((event, frame.f_code.co_name)); return tracer
def traced(a): return a + 1
import io
class Tee(io.StringIO):
    def write(self, s): self.n = getattr(self, "n", 0) + 1; return super().write(s)
t = Tee(); sys.stdout, save = t, sys.stdout; print("x", "y"); sys.stdout = save; print(repr(t.getvalue()))
err = io.StringIO(); sys.stderr, save = err, sys.stderr; print("to stderr", file=sys.stderr); sys.stderr = save; print(repr(err.getvalue()))
sys.path.append("/added"); print(sys.path[-1]); sys.path.pop(); sys.custom = 5; print(sys.custom)
print(sys.getsizeof([]) > 0, sys.stdout.isatty(), sys.stdout.writable(), sys.stdout.fileno(), sys.is_finalizing(),
    sys.getswitchinterval() > 0, callable(sys.breakpointhook), callable(sys.excepthook), callable(sys.unraisablehook), "", sys.warnoptions,
    sys.copyright[:5] != "", sys.meta_path is not None, sys.builtin_module_names.__class__.__name__, "sys" in sys.builtin_module_names)
