-- Strings: building, splitting, searching, formatting, indexing, case.
local function run(rounds)
  local total = 0
  for round = 0, rounds - 1 do
    local parts = {}
    for i = 0, 299 do parts[#parts + 1] = "item-" .. i .. ":" .. i * round end
    local text = table.concat(parts, ",")
    for field in text:gmatch("[^,]+") do
      local name, value = field:match("^(.-):(.*)$")
      if name:sub(-1) == "7" and value:find("^%d+$") then total = total + math.tointeger(value) % 7 end
    end
    local upper, n = text:upper():gsub("ITEM", "x")
    total = total + n + upper:find("-299", 1, true) - 1 + #upper
    for i = 1, 500 do if text:sub(i, i) == "-" then total = total + 1 end end
    for i = 1, 500, 3 do if text:sub(i, i) == "m" then total = total + 2 end end
    total = total + #string.format("%d/%s", round, text:sub(6, 15)) + (text:find("item-55", 1, true) and 1 or 0)
  end
  return total
end
print(run(5000))
