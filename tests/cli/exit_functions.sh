# atexit, and what fails in it.
run -c 'import atexit
atexit.register(print, "first", end="!\n")
@atexit.register
def second(): print("second")
print("body")'
run -c 'import atexit
def f(): 1/0
atexit.register(f)
atexit.register(print, "still")' 
run -c 'import atexit, sys
@atexit.register
def f(): sys.exit(3)'
run -c 'import atexit
atexit.register(print, "at the end")
1/0'
