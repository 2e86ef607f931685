"""Strings: building, splitting, searching, formatting, indexing, case."""
def run(rounds):
    total = 0
    for round in range(rounds):
        parts = []
        for i in range(300):
            parts.append(f"item-{i}:{i * round}")
        text = ",".join(parts)
        fields = text.split(",")
        for field in fields:
            name, _, value = field.partition(":")
            if name.endswith("7") and value.isdigit():
                total += int(value) % 7
        upper = text.upper().replace("ITEM", "x")
        total += upper.count("x") + upper.find("-299") + len(upper)
        for c in text[:500]:
            if c == "-":
                total += 1
        for i in range(0, 500, 3):
            if text[i] == "m":
                total += 2
        total += len("%d/%s" % (round, text[5:15])) + ("item-55" in text)
    return total

print(run(5000))
