import pkg_c.attr1 as m
m.one
