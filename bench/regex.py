"""re: searching, finditer, sub with a template and with a function, splitting."""
import re

line = "2024-02-29 12:30:15,123 [worker-7] INFO  request id=abc123 path=/users/42/items status=200 time=15ms user=jane@example.com\n"
text = line * 3000
stamp = re.compile(r"(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d),(\d+)")
print(len(stamp.findall(text)))
print(sum(int(m["status"]) for m in re.finditer(r"status=(?P<status>\d+)", text)))
print(len(re.sub(r"(\w+)@(\w+)\.com", r"<\2:\1>", text)))
print(len(re.sub(r"\d+", lambda m: str(int(m[0]) + 1), text[:200000])))
print(len(re.split(r"[\s,=]+", text)))
print(sum(1 for part in text.split("\n") if re.match(r"^\d+-\d+-\d+ .*INFO", part)))
