try:
    pass
except A as b, B:
    pass
