class O:
    def __str__(self): return "object as code"
raise SystemExit(O())
