class K(KeyboardInterrupt): pass
raise K("y")
