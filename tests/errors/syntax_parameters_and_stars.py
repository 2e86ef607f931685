for s in ["def foo(a,/,a1=1,/,b,c): pass","lambda a,/,a1=1,/,b,c: None","def f(/,a,/): pass","def f(/,(a)): pass","def f(a,/,b=1,c,/): pass","def f(a=1,b,/): pass","def f((a),/,b,/):pass","f(*args=[0])","f(a, b, *args=[0])","f(**kwargs={'a': None})","f(a, b, **kw=3)","f(a=1,*b=2)","f(*a+1=2)","f(*(a)=2)", "class A(*a=1): pass", "f(*=1)", "f(**=1)","f(*a, **b=1, c)"]:
    try: compile(s,'','exec')
    except SyntaxError as e: print(s, e.msg, e.lineno,e.offset,e.end_offset)
for s in ["f(a=1,b=2,b=3,a=4,a=5)","f(b=1,a=1,a=2,b=3)","f(**x,a=1,**y,a=2)","f(None=1,a=1,a=2)","class A(a=1,a=2): pass","f(a=1,a=2,__debug__=3)", "f(__debug__=1,a=2,a=3)"]:
    try: compile(s,'','exec')
    except SyntaxError as e: print(s,e.msg,e.offset,e.end_offset)
