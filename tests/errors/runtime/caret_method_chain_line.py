text = " a,b ".strip().split(",").lower()
