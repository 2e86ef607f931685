from _t import t
def g(): yield next(me)
me = g(); t("next", lambda: next(me)); t("after", lambda: next(me))
def s(): yield me.send(None)
me = s(); t("send", lambda: next(me))
def th(): yield me.throw(ValueError("x"))
me = th(); t("throw", lambda: next(me))
def cl(): yield me.close()
me = cl(); t("close", lambda: next(me))
def it(): yield from me
me = it(); t("yield from self", lambda: next(me))
def lst(): yield list(me)
me = lst(); t("list", lambda: next(me))
class I:
    def __iter__(self): return self
    def __next__(self): return next(outer)
def o(): yield from I()
outer = o(); t("through iterator", lambda: next(outer))
async def co(): me.send(None)
me = co(); t("coroutine", lambda: me.send(None)); t("coroutine again", lambda: me.send(None))
async def aw(): await me
me = aw(); t("await self", lambda: me.send(None))
async def ag(): yield await me.__anext__()
me = ag(); t("async gen", lambda: me.__anext__().send(None))
def shared(): yield 1; yield 2
x = shared(); z = zip(x, x); print(list(z)); t("exhausted", lambda: next(x)); t("sum of self", lambda: sum(x), True)
def deep(n): return deep(n - 1) if n else next(me)
def d(): yield deep(50)
me = d(); t("deep", lambda: next(me))
def gen_exc():
    try: yield 1
    finally: next(me)
me = gen_exc(); next(me); t("close reenters", lambda: me.close())
def sortkey(): yield sorted([3, 1], key=lambda v: next(me))
me = sortkey(); t("sort key", lambda: next(me))
