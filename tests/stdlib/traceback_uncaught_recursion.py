# An uncaught error below a deep recursion, with a chain and notes.
def down(n):
    if n:
        return down(n - 1)
    return {}['bottom']


try:
    down(20)
except KeyError as e:
    error = RuntimeError('on the way up')
    error.add_note('a note')
    raise error from e
