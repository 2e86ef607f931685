d = {}
d["it's a \"key\"\n"]
