def find(): return None
result = find().value.strip()
