if "a" in 5: pass
