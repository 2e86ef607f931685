-- Coroutines as generators: pipelines, recursion, values sent in.
local wrap, yield = coroutine.wrap, coroutine.yield
local function count(n) return wrap(function() for i = 0, n - 1 do yield(i) end end) end
local function doubled(source) return wrap(function() for x in source do yield(x * 2) end end) end
local function walk(depth)
  if depth > 0 then
    walk(depth - 1)
    yield(depth)
    walk(depth - 1)
  end
end
local total = 0
for x in doubled(doubled(count(1500000))) do total = total + x end
for x in wrap(function() for x = 0, 1999999 do if x & 1 == 1 then yield(x) end end end) do total = total + x end
for x in wrap(function() walk(17) end) do total = total + x end
local send = wrap(function()
  local sum, n = 0, 0
  while true do
    sum = sum + yield(n == 0 and sum or sum // n)
    n = n + 1
  end
end)
send()
for i = 0, 999999 do total = total + send(i) end
print(total)
