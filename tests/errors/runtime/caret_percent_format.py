print("%d items of %s" % ("three", "x"))
