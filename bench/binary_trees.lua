-- Allocation and collection of many small objects.
local function make(depth)
  if depth == 0 then return {} end
  return {make(depth - 1), make(depth - 1)}
end
local function check(node)
  if not node[1] then return 1 end
  return 1 + check(node[1]) + check(node[2])
end
local function run(limit)
  local keep = make(limit)
  local total = check(make(limit + 1))
  for depth = 4, limit, 4 do
    for _ = 1, 1 << (limit - depth + 2) do total = total + check(make(depth)) end
  end
  return total + check(keep)
end
print(run(15))
