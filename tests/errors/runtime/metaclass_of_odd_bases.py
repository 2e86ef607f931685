# Bases that are no classes: the metaclass is looked for among their types first.
def attempt(text):
    try:
        exec(text)
    except TypeError as error:
        print(text, '|', error)


attempt("type('A', (5,), {})")
attempt('class A(5, object): pass')
attempt('class A(object, 5): pass')
attempt('class A("x"): pass')
attempt('class A([1], dict): pass')
attempt('class A(len): pass')
attempt('class A(None): pass')
attempt('class A(print, int): pass')
attempt('class A(1.5): pass')
attempt('class A(lambda: 1): pass')
attempt('class A(Exception("x")): pass')
