"""Module text.

>>> 1 + 1
2
"""
import doctest


def good(x):
    """
    >>> good(2)
    4
    >>> for i in range(2):
    ...     print(i)
    0
    1
    >>> good('a')  # doctest: +ELLIPSIS
    Traceback (most recent call last):
      ...
    TypeError: can't multiply...
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    b
    >>> [1,   2] # doctest: +NORMALIZE_WHITESPACE
    [1,
     2]
    >>> 1/0 # doctest: +SKIP
    >>> int('x') # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ValueError: other
    """
    return x * x


class K:
    """
    >>> K().m()
    7
    """

    def m(self):
        """
        >>> K().m()
        8
        >>> print('x')
        >>> 5
        """
        return 7


print(doctest.testmod())
print(doctest.testmod(verbose=True, optionflags=doctest.REPORT_NDIFF))
doctest.run_docstring_examples(good, {'good': good})
p = doctest.DocTestParser()
print([(e.source, e.want, e.lineno, e.indent, e.exc_msg) for e in p.get_examples('a\n  >>> 1\n  1\n\n  >>> x = 2\n')])
for bad in ('>>>1', '  >>> 1\n 2', '>>> 1 # doctest: +NOPE'):
    try:
        p.get_examples(bad)
    except ValueError as e:
        print(e)
