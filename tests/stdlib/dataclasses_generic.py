# Metadata, generics, unhashable objects, __init_subclass__.
from dataclasses import *

def t(src):
    try:
        exec(src, globals())
    except BaseException as e:
        print(type(e).__name__, e)


@dataclass
class M:
    a: int = field(default=1, metadata={'k': 1}, hash=True)


print(fields(M)[0].metadata['k'])


@dataclass
class G[T]:
    a: T


print(G(1), G[int], G[int](4))


@dataclass(eq=True, frozen=False)
class H:
    a: int


t('hash(H(1))')


class Base:

    def __init_subclass__(cls, **k):
        print('sub', cls.__name__)


@dataclass
class DD(Base):
    a: int = 1
