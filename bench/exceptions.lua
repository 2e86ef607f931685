-- Errors: pcall that does not fail, error and catch near and far.
local function deep(n, limit)
  if n == limit then error({n = n}) end
  return deep(n + 1, limit) + 0
end
local function run(n)
  local total = 0
  for i = 0, n - 1 do
    pcall(function() total = total + i end)
    local ok, e = pcall(function() if i % 3 == 0 then error({i}) end end)
    if not ok then total = total + (e[1] & 1) end
    total = total + 1
    if i % 10 == 0 then
      local _, stop = pcall(deep, 0, 10)
      total = total + stop.n
      pcall(function() return nil + i end)
      total = total + 2
    end
  end
  return total
end
print(run(800000))
