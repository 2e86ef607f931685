import pkg_c.attr2
one = 1
