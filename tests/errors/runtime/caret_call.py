def g(): raise TypeError("in g")
result = print("a", g(), "b")
