foo(a, , b)
