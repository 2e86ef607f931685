"abc".replace("a", 5).upper()
