def f(x): return x["日本"]["é"]
f({"日本": {}})
