import traceback, sys
def f(): return {}["gone"]
try: f()
except KeyError: traceback.print_exc()
traceback.print_exc()
try: raise ValueError("direct")
except ValueError as e: traceback.print_exception(e)
print("done")
sys.exit(2)
