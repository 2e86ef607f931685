-- Arrays: append, index, slice, filter, reversal, sieve.
local function sieve(n)
  local flags = {}
  for i = 0, n do flags[i] = true end
  flags[0], flags[1] = false, false
  for i = 2, math.floor(n ^ 0.5) do
    if flags[i] then for j = i * i, n, i do flags[j] = false end end
  end
  local count = 0
  for i = 0, n do if flags[i] then count = count + 1 end end
  return count
end
local function churn(n)
  local total = 0
  for round = 0, n - 1 do
    local items = {}
    for i = 0, 999 do items[#items + 1] = i * round end
    local squares = {}
    for i = 1, #items do
      local x = items[i]
      if x & 1 == 1 then squares[#squares + 1] = x * x end
    end
    for i = 1, #items // 2 do items[i], items[#items - i + 1] = items[#items - i + 1], items[i] end
    local half = table.move(items, 1, 500, 1, {})
    while #half > 0 do total = total + table.remove(half) end
    total = total + #squares
    for i = 2, #items do items[i] = items[i] + items[i - 1] end
    total = total + items[#items]
  end
  return total
end
print(sieve(3000000) .. " " .. churn(4000))
