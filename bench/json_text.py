"""json: dumps and loads of nested records, with and without indentation."""
import json

records = [{"id": i, "name": f"name {i}", "score": i / 7, "tags": ["a", "b", str(i)], "active": i % 2 == 0, "none": None, "text": "caf\xe9 \"quoted\"\n"}
           for i in range(4000)]
size = 0
for _ in range(8):
    text = json.dumps(records)
    size += len(text)
    assert json.loads(text) == records
size += len(json.dumps(records, indent=2, sort_keys=True))
print(size)
