def f(x):
    y = x
    1/0
try: f(1)
except Exception as e:
    tb = e.__traceback__
f(2) if 0 else None
print(tb.tb_next.tb_frame.f_locals)
tb.tb_next.tb_frame.clear()
print(tb.tb_next.tb_frame.f_locals)
import traceback
traceback.clear_frames(tb)
