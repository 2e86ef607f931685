# Exceptions: args, str, repr, attributes of every special class.
for e in (Exception(), Exception("m"), Exception(1, "b"), ValueError(None), KeyError("k"), KeyError(1, 2), KeyError(), IndexError("i"),
        StopIteration(5), StopIteration(), StopAsyncIteration(1), SystemExit(3), SystemExit(), SystemExit(1, 2), OSError(2, "No such file"),
        OSError(2, "msg", "file.txt"), OSError("one"), OSError(2, "m", "a", None, "b"), OSError(), AssertionError("a"),
        NameError("n", name="nm"), AttributeError("a", name="x", obj=5), ImportError("i", name="n", path="p"), SyntaxError("s"),
        SyntaxError("s", ("f.py", 3, 5, "text")), UnicodeError("u"), Exception("é\n'q'"), Exception(("t",)), Exception([1]),
        GeneratorExit("g"), KeyboardInterrupt(), MemoryError(), RecursionError("r"), NotImplementedError("ni"), ZeroDivisionError("z"),
        Warning("w"), ExceptionGroup("eg", [ValueError(1)])):
    print(repr(e), "|", str(e), "|", e.args)
s = StopIteration(1, 2); print(s.value, SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code, StopIteration().value)
o = OSError(2, "m", "f")
print(o.errno, o.strerror, o.filename, o.filename2, type(o).__name__, type(OSError(13, "p")).__name__, type(OSError(17, "")).__name__,
    type(OSError(999, "")).__name__, OSError is IOError is EnvironmentError, OSError("x").errno)
n = NameError("m", name="nm"); a = AttributeError("m", name="q", obj=[1])
print(n.name, a.name, a.obj, AttributeError("z").name, NameError().name)
x = SyntaxError("msg", ("file", 3, 5, "src", 3, 9))
print(x.msg, x.filename, x.lineno, x.offset, x.text, x.end_lineno, x.end_offset, x.print_file_and_line, str(x))
for f in (lambda: ValueError(x=1), lambda: KeyError(a=1), lambda: Exception().nope, lambda: BaseException.__new__(int),
        lambda: OSError(1, 2, 3, 4, 5, 6), lambda: NameError(bad=1), lambda: SyntaxError("m", 5), lambda: SyntaxError("m", (1, 2))):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
e = ValueError("a"); e.args = (1, 2); print(e, repr(e)); e.args = "xy"; print(e.args, e); e.extra = 5
print(e.__dict__, e.extra, e.__traceback__, e.__cause__, e.__context__, e.__suppress_context__)
class My(Exception): pass
class Init(Exception):
    def __init__(self, code, msg): self.code, self.msg = code, msg
class Sup(Exception):
    def __init__(self, code): super().__init__(f"code {code}"); self.code = code
class Str(Exception):
    def __str__(self): return "custom str"
class Rep(Exception):
    def __repr__(self): return "custom repr"
for e in (My("a"), My(), Init(1, "m"), Sup(5), Str(1), Rep("x")): print(repr(e), str(e), e.args)
for c in (BaseException, Exception, ArithmeticError, BufferError, LookupError, AssertionError, AttributeError, EOFError, FloatingPointError,
        GeneratorExit, ImportError, ModuleNotFoundError, IndexError, KeyError, KeyboardInterrupt, MemoryError, NameError,
        NotImplementedError, OSError, OverflowError, RecursionError, ReferenceError, RuntimeError, StopIteration, StopAsyncIteration,
        SyntaxError, IndentationError, TabError, SystemError, SystemExit, TypeError, UnboundLocalError, UnicodeError, UnicodeEncodeError,
        UnicodeDecodeError, UnicodeTranslateError, ValueError, ZeroDivisionError, BlockingIOError, ChildProcessError, ConnectionError,
        BrokenPipeError, ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError, FileExistsError, FileNotFoundError,
        InterruptedError, IsADirectoryError, NotADirectoryError, PermissionError, ProcessLookupError, TimeoutError, Warning, BytesWarning,
        DeprecationWarning, EncodingWarning, FutureWarning, ImportWarning, PendingDeprecationWarning, ResourceWarning, RuntimeWarning,
        SyntaxWarning, UnicodeWarning, UserWarning, BaseExceptionGroup, ExceptionGroup): print(c.__name__,
        [b.__name__ for b in c.__mro__[1:-1]], end=" ")
print()
