def send(*args, **kw): return args[0].nope
send(1,
     2, key=[
         3])
