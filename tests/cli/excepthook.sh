# sys.excepthook replaced, failing, missing, leaving.
run -c 'import sys
def hook(*a): print("hook", a[:2])
sys.excepthook = hook
1/0'
run -c 'import sys
sys.excepthook = lambda *a: 1/0
[][1]'
run -c 'import sys
del sys.excepthook
[][1]'
run -c 'import sys
def hook(*a): sys.exit(9)
sys.excepthook = hook
[][1]'
run -c 'import sys, atexit
atexit.register(lambda: print(repr(sys.last_value), sys.last_exc is sys.last_value, sys.last_type, sys.last_traceback.tb_lineno))
[][1]'
