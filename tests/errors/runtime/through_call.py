class Handler:
    def __call__(self, event): return self.handlers[event]()
    handlers = {"ok": lambda: 1}
handler = Handler()
handler("ok")
handler("other")
