-- Floating point in a tight loop.
local function mandelbrot(size, limit)
  local inside = 0
  for row = 0, size - 1 do
    local ci = 2.0 * row / size - 1.0
    for column = 0, size - 1 do
      local cr = 2.0 * column / size - 1.5
      local zr, zi, out = 0.0, 0.0, false
      for _ = 1, limit do
        local zr2, zi2 = zr * zr, zi * zi
        if zr2 + zi2 > 4.0 then out = true break end
        zi = 2.0 * zr * zi + ci
        zr = zr2 - zi2 + cr
      end
      if not out then inside = inside + 1 end
    end
  end
  return inside
end
print(mandelbrot(440, 100))
