exec("x = = 5")
