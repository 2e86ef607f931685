-- Planets: floats in tables of tables.
local PI2, DAYS = 39.47841760435743, 365.24
local bodies = {
  {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, PI2},
  {4.84143144246472090, -1.16032004402742839, -0.103622044471123109, 0.00166007664274403694 * DAYS, 0.00769901118419740425 * DAYS, -0.0000690460016972063023 * DAYS, 0.000954791938424326609 * PI2},
  {8.34336671824457987, 4.12479856412430479, -0.403523417114321381, -0.00276742510726411 * DAYS, 0.00499852801234917238 * DAYS, 0.0000230417297573763929 * DAYS, 0.000285885980666130812 * PI2},
  {12.8943695621391310, -15.1111514016986312, -0.223307578892655734, 0.00296460137564761618 * DAYS, 0.00237847173959480950 * DAYS, -0.0000296589568540237556 * DAYS, 0.0000436624404335156298 * PI2},
}
local function advance(bodies, dt, steps)
  local pairs_ = {}
  for i = 1, #bodies do
    for j = i + 1, #bodies do pairs_[#pairs_ + 1] = {bodies[i], bodies[j]} end
  end
  for _ = 1, steps do
    for k = 1, #pairs_ do
      local p = pairs_[k]
      local a, b = p[1], p[2]
      local dx, dy, dz = a[1] - b[1], a[2] - b[2], a[3] - b[3]
      local d2 = dx * dx + dy * dy + dz * dz
      local mag = dt / (d2 * d2 ^ 0.5)
      local ma, mb = a[7] * mag, b[7] * mag
      a[4] = a[4] - dx * mb
      a[5] = a[5] - dy * mb
      a[6] = a[6] - dz * mb
      b[4] = b[4] + dx * ma
      b[5] = b[5] + dy * ma
      b[6] = b[6] + dz * ma
    end
    for i = 1, #bodies do
      local body = bodies[i]
      body[1] = body[1] + dt * body[4]
      body[2] = body[2] + dt * body[5]
      body[3] = body[3] + dt * body[6]
    end
  end
end
local function energy(bodies)
  local e = 0.0
  for i = 1, #bodies do
    local a = bodies[i]
    e = e + 0.5 * a[7] * (a[4] ^ 2 + a[5] ^ 2 + a[6] ^ 2)
    for j = i + 1, #bodies do
      local b = bodies[j]
      e = e - a[7] * b[7] / ((a[1] - b[1]) ^ 2 + (a[2] - b[2]) ^ 2 + (a[3] - b[3]) ^ 2) ^ 0.5
    end
  end
  return e
end
advance(bodies, 0.01, 200000)
print(string.format("%.9f", energy(bodies)))
