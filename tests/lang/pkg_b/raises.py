raise ValueError("raised while importing")
