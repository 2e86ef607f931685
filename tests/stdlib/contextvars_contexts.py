# contextvars: defaults, tokens, contexts that run, copies, mapping, errors.
import contextvars
import re
from contextvars import Context, ContextVar, Token, copy_context


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, re.sub(r' at 0x\w+', '', str(error)))


a, b = ContextVar('a'), ContextVar('b', default=[1])
attempt(a.get)
print(a.get('given'), b.get(), b.get('given'), a.name, b.name, repr(a).split(' at ')[0])
first = a.set(1)
second = a.set(2)
print(first.var is a, first.old_value is Token.MISSING, second.old_value, repr(Token.MISSING), a.get())
a.reset(second)
print(a.get())
attempt(lambda: a.reset(second))
attempt(lambda: b.reset(first))
a.reset(first)
attempt(a.get)
context = copy_context()


def change(value, *, extra=0):
    a.set(value)
    return (a.get() + extra, b.get())


print(context.run(change, 10, extra=5), a.get('outside'), context[a], a in context, b in context, context.get(b), context.get(b, 'none'), len(context), list(context) == [a], list(context.values()), [(v.name, x) for v, x in context.items()], list(context.keys()) == [a])
twin = context.copy()
twin.run(a.set, 11)
print(context[a], twin[a], Context().get(a), len(Context()), context == twin, context == context.copy(), isinstance(context, Context))
attempt(lambda: context[b])
attempt(lambda: context['a'])
attempt(lambda: 'a' in context)
attempt(lambda: context.run())
attempt(lambda: context.run(context.run, print))
attempt(lambda: context.run(lambda: 1 / 0))
attempt(lambda: ContextVar())
attempt(lambda: ContextVar(5))
attempt(lambda: Token())
attempt(lambda: Context(1))
attempt(lambda: a.reset(5))
token = context.run(a.set, 99)
attempt(lambda: a.reset(token))
attempt(lambda: context.__setitem__(a, 1))
attempt(lambda: hash(context))
attempt(lambda: type('S', (ContextVar,), {}))
attempt(lambda: ContextVar[int])
for n in range(50):
    context.run(ContextVar(f'v{n}').set, n)
print(len(context), sorted(context.values(), key=str)[:4])


def gen():
    token = a.set('in generator')
    yield a.get()
    a.reset(token)


g = gen()
print(next(g), a.get('nothing'), list(g), a.get('nothing'))
