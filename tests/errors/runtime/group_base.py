raise BaseExceptionGroup("base", [KeyboardInterrupt("ki"), ValueError("v")])
