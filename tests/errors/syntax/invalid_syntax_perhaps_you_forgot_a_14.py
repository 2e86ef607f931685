x = (a
 b)
