/* Gather places that stand close together on the screen, where there are more than a reader could tell apart. */
(function (dateline) {
  "use strict";

  const REACH_PX = 64; // from a cluster's first place to its other ones
  const FEWEST = 3; // two places are moved apart instead
  const MOST_NAMES = 4; // in a cluster's tooltip

  /* Return groups of the items {x, y}; the earlier an item, the sooner others gather around it. */
  function gather(items) {
    const cells = new Map();
    const groups = [];
    const cellOf = (at) => Math.floor(at / REACH_PX);
    for (const item of items) {
      const [column, row] = [cellOf(item.x), cellOf(item.y)];
      let best = null;
      let least = REACH_PX;
      for (let i = column - 1; i <= column + 1; i++) {
        for (let j = row - 1; j <= row + 1; j++) {
          for (const group of cells.get(`${i} ${j}`) || []) {
            const distance = Math.hypot(group[0].x - item.x, group[0].y - item.y);
            if (distance < least) [best, least] = [group, distance];
          }
        }
      }
      if (best) {
        best.push(item);
        continue;
      }
      const group = [item];
      const key = `${column} ${row}`;
      if (cells.has(key)) cells.get(key).push(group);
      else cells.set(key, [group]);
      groups.push(group);
    }
    return groups;
  }

  /* Return the items with each crowd replaced by one cluster; a selected place always stands for itself. */
  dateline.cluster = function (items) {
    const single = items.filter((item) => item.selected);
    const clusters = [];
    for (const group of gather(items.filter((item) => !item.selected))) {
      if (group.length < FEWEST) single.push(...group);
      else clusters.push(makeCluster(group));
    }
    return [...single, ...clusters];
  };

  function makeCluster(members) {
    const bounds = L.latLngBounds(members.map((item) => [item.place.lat, item.lon]));
    const mean = (name) => members.reduce((sum, item) => sum + item[name], 0) / members.length;
    return {
      key: `cluster ${members[0].key} ${members.length}`,
      members,
      bounds,
      selected: false,
      order: members[0].order,
      x: mean("x"),
      y: mean("y"),
      radius: Math.min(26, 11 + 1.6 * Math.log2(members.length)),
      ease: 3,
    };
  }

  dateline.namesOf = (cluster) => {
    const names = cluster.members.slice(0, MOST_NAMES).map((item) => item.place.name);
    return names.join(" · ") + (cluster.members.length > MOST_NAMES ? " …" : "");
  };
})((window.datelineMap = window.datelineMap || {}));
