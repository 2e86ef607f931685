def f(data):
    return {k: v["x"] for k, v in data.items()}
f({"a": {"x": 1}, "b": {}})
