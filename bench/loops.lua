-- Nested loops, integer arithmetic, branches.
local function run(n)
  local total = 0
  for i = 0, n - 1 do
    for j = 0, 99 do
      if (i ~ j) & 1 == 1 then total = total + i * j else total = total - j end
    end
  end
  local i = 0
  while i < n * 40 do
    i = i + 3
    total = total ~ i
  end
  return total
end
print(run(100000))
