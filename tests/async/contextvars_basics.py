# ContextVar, Token and Context outside of any loop.
import contextvars
from contextvars import ContextVar

var = ContextVar('var')
withdef = ContextVar('withdef', default='d')
try:
    var.get()
except LookupError as exc:
    print(type(exc).__name__, exc.args[0] is var)
print(var.get('fallback'), withdef.get(), withdef.get('other'), var.name)
token = var.set(1)
print(token.var is var, token.old_value is contextvars.Token.MISSING)
token2 = var.set(2)
print(token2.old_value, var.get())
var.reset(token2)
print(var.get())
try:
    var.reset(token2)
except RuntimeError as exc:
    print(str(exc).split(' <')[-1] and 'used once')
var.reset(token)
print(var.get('gone'))

context = contextvars.copy_context()


def change():
    var.set('inside')
    return var.get()

print(context.run(change), var.get('unset outside'), context[var], var in context, len(context), list(context) == [var])
print(context.get(withdef), context.get(withdef, 'x'), [v for k, v in context.items()])
try:
    context.run(context.run, print)
except RuntimeError as exc:
    print(str(exc)[:30])
print(contextvars.Context().run(var.get, 'empty'))
