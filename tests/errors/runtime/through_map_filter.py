def parse(item): return int(item)
total = sum(map(parse, filter(None, ["1", "", "2", "x3"])))
