-- Tables as dicts: int and string keys, counting, grouping, deletion, iteration.
local function run(rounds)
  local total, words = 0, {}
  for i = 0, 4999 do words[#words + 1] = "word" .. (i * 7919 % 1000) end
  for round = 1, rounds do
    local counts, size = {}, 0
    for i = 1, #words do
      local w = words[i]
      if not counts[w] then size = size + 1 end
      counts[w] = (counts[w] or 0) + 1
    end
    local squares = {}
    for i = 0, 4999 do squares[i * 31 & 0xffff] = i end
    for key = 0, 4999, 3 do
      if squares[key] then squares[key] = nil end
    end
    for key, value in pairs(squares) do total = total + (key ~ value) end
    local groups, kinds = {}, 0
    for w, n in pairs(counts) do
      if not groups[n] then groups[n] = {} kinds = kinds + 1 end
      groups[n][#groups[n] + 1] = w
    end
    total = total + kinds + size
  end
  return total
end
print(run(400))
