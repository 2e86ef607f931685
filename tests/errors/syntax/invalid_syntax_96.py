"abc" def
