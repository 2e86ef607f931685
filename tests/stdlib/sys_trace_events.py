"""What sys.settrace and sys.setprofile report."""
import sys, threading


def add(x):
    y = x + 1
    for i in range(2):
        y += i
    return y


def numbers(n):
    for i in range(n):
        yield i


def fail():
    raise ValueError("x")


def outer():
    if add(1):
        z = [i * 2 for i in numbers(2)]
    while z:
        z.pop()
    return len(z)


def recovers():
    try: fail()
    except ValueError as error: return str(error)


log = []


def tracer(frame, event, arg):
    log.append((frame.f_code.co_name, frame.f_lineno, event, arg if event != 'exception' else arg[0].__name__))
    return tracer


def show():
    for entry in log:
        print(*entry)
    log.clear()


sys.settrace(tracer)
add(1)
outer()
recovers()
sys.settrace(None)
show()
print(sys.gettrace(), sys.getprofile())


def calls_only(frame, event, arg):
    log.append((frame.f_code.co_name, event))


sys.settrace(calls_only)
print(sys.gettrace() is calls_only)
outer()
sys.settrace(None)
show()


def profiler(frame, event, arg):
    log.append((frame.f_code.co_name, event, arg if event in ('return', 'call') else arg.__name__))


sys.setprofile(profiler)
add(1)
len([])
[].append(1)
try: int('x')
except ValueError: x = 1
try: [].pop()
except IndexError: x = 2
sys.setprofile(None)
show()


# assignments through f_locals of the traced frame reach it
def set_local(frame, event, arg):
    if event == 'line' and frame.f_code.co_name == 'target' and frame.f_locals.get('a') == 1:
        frame.f_locals['a'] = 100
    return set_local


def target():
    a = 1
    b = 2
    return a + b


sys.settrace(set_local)
result = target()
sys.settrace(None)
print(result)


# an exception of the hook takes it away and reaches the traced code
def bad(frame, event, arg):
    raise RuntimeError('hook')


sys.settrace(bad)
try:
    add(1)
except RuntimeError as error:
    print(error, sys.gettrace())


# tracing begins in a frame that runs already, when it gets f_trace
def begins():
    sys._getframe().f_trace = tracer
    sys.settrace(tracer)
    a = 1
    b = a + 1
    sys.settrace(None)
    c = 3


begins()
show()

# frames can do without line events
def quiet(frame, event, arg):
    frame.f_trace_lines = False
    log.append((event, frame.f_trace_lines, frame.f_trace is None))
    return quiet


sys.settrace(quiet)
add(1)
sys.settrace(None)
show()


# each thread has its own; threading hands one to those that are started
def work():
    return add(2)


seen = []
threading.settrace(lambda frame, event, arg: seen.append(frame.f_code.co_name))
t = threading.Thread(target=work)
t.start()
t.join()
threading.settrace(None)
print(sys.gettrace(), 'work' in seen, 'add' in seen)
