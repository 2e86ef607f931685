# Hints filled in, joined and compared.
from typing import *

T = TypeVar('T')
U = TypeVar('U', bound=int)
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')
print(List[T], List[T][int], Dict[T, U][str, int], Callable[P, T], Callable[P, T][[int, str], bool], Callable[[T], U][int, str], Union[T, int][str], Optional[T][int], List[List[T]][int], Annotated[T, 1][int], Concatenate[int, P], Tuple[Unpack[Ts]], Tuple[Unpack[Ts]][int, str])
print(list[T][int], dict[T, U][int, bool], T | int, int | T, T | None, List[int] | None, 'X' | T if 0 else '', Union['X', int], List['X'], ForwardRef('X'))
print(List[int] == List[int], Union[int, str] == Union[str, int], hash(List[int]) == hash(List[int]), Optional[int] == int | None, Literal[1] == Literal[True], Union[int, int], Union[Union[int, str], bool])
