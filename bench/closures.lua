-- Closures: creation, reads and writes of captured variables, calls through them.
local function counter(step)
  local n = 0
  return function() n = n + step return n end
end
local function compose(f, g) return function(x) return f(g(x)) end end
local function run(n)
  local ticks = {}
  for i = 0, 4 do ticks[i] = counter(i) end
  local f = compose(function(x) return x + 1 end, compose(function(x) return x * 2 end, function(x) return x - 3 end))
  local total = 0
  for i = 0, n - 1 do
    total = total + ticks[i % 5]() + f(i)
    if i % 10 == 0 then total = total + counter(i)() end
  end
  return total
end
print(run(1500000))
