def setup():
    import _broken
setup()
