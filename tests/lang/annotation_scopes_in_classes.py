class X:
    T = int
    def foo[U: T](self): ...
    type Alias = T
    type Late = Defined
    Defined = str
print('__classdictcell__' in X.__dict__, sorted(k for k in X.__dict__ if k[0]!='_'))
X.T = float
print(X.foo.__type_params__[0].__bound__, X.Alias.__value__, X.Late.__value__)
X.Alias2 = 3
class Y:
    type A = Gone
Y.Gone = bytes
print(Y.A.__value__)

for s in ["class C[T]:\n  T='c'\n  class I[U](f(T for _ in (1,)), g(T)): pass","class C[T]:\n  T='c'\n  class I[U](f([T for _ in (1,)])): pass","class C[T]:\n  def m[U](x: (T for _ in (1,)), y: T): pass","class C[T]:\n  type A = lambda: T","class C[T]:\n  type A[X] = (T for _ in (1,))","class C[T]:\n  type A = [T for _ in (1,)]","class C:\n  def f[T: lambda: 1](self): pass","class C:\n  type A = (x:=1)","class C[T]:\n  def m[U](x: lambda: T): pass","class C:\n  def m[U](x: [T for T in ()]): pass","class C:\n  def m(x: [T for T in ()]): pass","def f():\n  type A = [T for T in ()]","def f[T]():\n  def g[U](x: (T for _ in ())): pass","class C:\n  class D[T: (lambda: 1)]: pass","class C:\n  def f[T](x=[y for y in ()]): pass","class C:\n  class D[T](metaclass=lambda *a: 1): pass", "class C:\n  @(lambda f: f)\n  def g[T](): pass"]:
    try: compile(s,'','exec'); print(repr(s),'ok')
    except SyntaxError as e: print(repr(s), e.msg, e.lineno,e.offset,e.end_lineno,e.end_offset)
