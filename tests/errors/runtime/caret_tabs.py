def f():
	if True:
		return	1 / 0	+ 2
f()
