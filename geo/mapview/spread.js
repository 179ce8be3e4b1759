/* Move markers apart on the screen until each has pixels of its own. */
(function (dateline) {
  "use strict";

  const MOST_STEPS = 2e6; // pairs looked at; a crowd of 20 has settled long before, one of 300 nearly
  const MOST_ROUNDS = 500;
  const GAP_PX = 4; // of a marker's middle that stays free beside the one on top of it
  const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5)); // points in one spot leave it in evenly spread directions

  function distanceBetween(a, b) {
    return Math.max(Math.min(a.hit, b.hit) + GAP_PX, 0.9 * (a.radius + b.radius));
  }

  /* Give each item {x, y, radius, hit, ease} its place on the screen as dx, dy. `hit` is the radius that can be clicked,
     `ease` how readily it makes way: a country's point may stand anywhere in it, a city's should stay. */
  dateline.spread = function (items) {
    const spots = items.map((item, i) => ({
      x: item.x + 0.01 * Math.cos(i * GOLDEN_ANGLE),
      y: item.y + 0.01 * Math.sin(i * GOLDEN_ANGLE),
    }));
    const rounds = Math.min(MOST_ROUNDS, MOST_STEPS / (items.length * items.length));
    for (let round = 0, moved = true; round < rounds && moved; round++) {
      moved = false;
      for (let i = 0; i < items.length; i++) {
        for (let j = i + 1; j < items.length; j++) {
          moved = part(items[i], spots[i], items[j], spots[j]) || moved;
        }
      }
    }
    items.forEach((item, i) => {
      item.dx = Math.round(spots[i].x - item.x);
      item.dy = Math.round(spots[i].y - item.y);
    });
  };

  function part(a, spotA, b, spotB) {
    const needed = distanceBetween(a, b);
    const x = spotB.x - spotA.x;
    const y = spotB.y - spotA.y;
    if (Math.abs(x) >= needed || Math.abs(y) >= needed) return false;
    const distance = Math.hypot(x, y);
    if (distance >= needed - 0.5) return false;
    const push = (needed - distance) / (distance || 1);
    const share = a.ease / (a.ease + b.ease);
    spotA.x -= x * push * share;
    spotA.y -= y * push * share;
    spotB.x += x * push * (1 - share);
    spotB.y += y * push * (1 - share);
    return true;
  }
})((window.datelineMap = window.datelineMap || {}));
