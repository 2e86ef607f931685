-- Field reads and writes, with a class field found through the metatable.
local Particle = {kind = 2} Particle.__index = Particle
local function run(n)
  local p = setmetatable({x = 0, y = 0, vx = 1, vy = -1}, Particle)
  local s = {a = 0, b = 1}
  for i = 1, n do
    p.x = p.x + p.vx * p.kind
    p.y = p.y + p.vy
    if p.x > 100 then p.x = 0 end
    s.a = s.a + s.b
    s.b = s.a & 7
  end
  return p.x .. " " .. p.y .. " " .. s.a .. " " .. s.b
end
print(run(4000000))
