def f():
    @  x.y()
