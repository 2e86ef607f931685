größe = "日本語"; x = größe + 5 + größe.find("x")
