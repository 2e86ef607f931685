# redirect_stdout, suppress, nullcontext, closing.
from functools import *
from contextlib import *
import io

@cache
def g(x):
    return x


b = io.StringIO()
with redirect_stdout(b):
    print('hidden')
print(repr(b.getvalue()))
with suppress(KeyError):
    {}[1]
try:
    with suppress(ValueError):
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
except ExceptionGroup as e:
    print(repr(e))
with nullcontext(7) as x:
    print(x)


class Cl:

    def close(self):
        print('closed')

    async def aclose(self):
        print('aclosed')


with closing(Cl()):
    pass
print(isinstance(Cl(), AbstractContextManager), issubclass(ExitStack, AbstractContextManager))
