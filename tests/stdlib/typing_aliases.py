# The text of hints.
from typing import *

T = TypeVar('T')
print(List[int], Dict[str, int], Optional[int], Union[int, str], Union[int, None], Union[int, str, None], Tuple[int, ...], Tuple[()], Callable[[int], str], Callable[..., int], Literal['a', 1, True], Annotated[int, 'x'], ClassVar[int], Final[int], Type[int], Any, NoReturn, List, Dict, Callable, Tuple, Union, Optional, Literal)
print(Sequence[int], Iterable[T][str], Mapping[str, T], Awaitable[int], Coroutine[int, None, T], AsyncIterator[int], Deque[int]([1]), DefaultDict[str, int](int), Counter[str]('aa'), OrderedDict[str, int](), AbstractSet, Type[Any], Generator[int, None, str], IO[str], TextIO, BinaryIO)
print(repr(Union[int, list[str]]), repr(Callable[[Callable[[int], str]], None]), Tuple[int, Tuple[str, ...]], Dict[str, List[Optional[int]]], Literal[None], Literal[b'x'], Optional[Literal[1]])
