if (a b): pass
