-- Method calls, inherited methods, polymorphic call sites.
local Shape = {} Shape.__index = Shape
function Shape.scaled(self, k) return self:area() * k end
function Shape.area(self) return 0 end
local Square = setmetatable({}, Shape) Square.__index = Square
function Square.area(self) return self.size * self.size end
local Strip = setmetatable({}, Shape) Strip.__index = Strip
function Strip.area(self) return self.size * 2 end
local Counter = {} Counter.__index = Counter
function Counter.add(self, k) self.n = self.n + k return self end
local function new(class, fields) return setmetatable(fields, class) end
local function run(n)
  local shapes = {new(Square, {size = 3}), new(Strip, {size = 4}), new(Square, {size = 5}), new(Strip, {size = 6})}
  local counter, total = new(Counter, {n = 0}), 0
  for i = 0, n - 1 do
    counter:add(1):add(2)
    for s = 1, #shapes do total = total + shapes[s]:scaled(i & 3) end
  end
  return total, counter.n
end
local total, n = run(900000)
print(total .. " " .. n)
