d = {"count": "one"}
d["count"] += 1
