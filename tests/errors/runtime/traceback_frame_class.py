x = 1
class A:
    y = 2
    try: 1/0
    except Exception as e: print(e.__traceback__.tb_frame.f_locals['y'], e.__traceback__.tb_frame.f_code.co_name)
    1/0
