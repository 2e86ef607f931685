with (x as y, z as w)
    pass
