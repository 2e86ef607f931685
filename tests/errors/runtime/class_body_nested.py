class Outer:
    class Inner:
        z = undefined_name
