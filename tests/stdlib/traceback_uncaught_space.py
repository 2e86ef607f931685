# An uncaught error: trailing space and a closing parenthesis before the operator.
def f(x):
    y = (x)/0   
    return y


def g():
    return [f(1)]   


g()   
