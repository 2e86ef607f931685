def explode(what): return {}[what]
