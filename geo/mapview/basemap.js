/* The land under the markers: tiles that the browser draws from one TopoJSON file, so that the world wraps, a theme
   change is a redraw, and nothing but one file is ever fetched. */
(function (dateline) {
  "use strict";

  const TILE_PX = 256;
  const OVERDRAW_PX = 1; // hides the hairlines that fractional zooms leave between tiles
  const MARGIN_PX = 8; // how far beyond a tile lines are followed, for the width of a stroke
  const SHORTEST_PX = 0.8; // nearer points are left out
  const SHORTEST_BORDER_PX = 2; // a border follows rivers more closely than these zooms can show
  const RIVERS_FROM_ZOOM = 4;
  const LAKE_SHORES_FROM_ZOOM = 4;

  /* Positions become web Mercator in 0..1, as [x0, y0, x1, y1, ...], with a bounding box. */
  function readShapes(topology, name) {
    const [kx, ky] = topology.transform.scale;
    const [x0, y0] = topology.transform.translate;
    return topology.objects[name].arcs.flat(2).map((index) => {
      const arc = topology.arcs[index];
      const points = new Float64Array(arc.length * 2);
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      let lon = 0;
      let lat = 0;
      arc.forEach(([dx, dy], i) => {
        lon += dx;
        lat += dy;
        const x = (lon * kx + x0 + 180) / 360;
        const y = mercator(lat * ky + y0);
        points[2 * i] = x;
        points[2 * i + 1] = y;
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      });
      return { points, box };
    });
  }

  function mercator(lat) {
    const angle = (Math.max(-85.06, Math.min(85.06, lat)) * Math.PI) / 180;
    return (1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2;
  }

  /* On which sides of the tile a pixel lies: two points that share a side are joined by a line outside of it. */
  function sidesOf(x, y) {
    const far = TILE_PX + MARGIN_PX;
    return (x < -MARGIN_PX ? 1 : 0) | (x > far ? 2 : 0) | (y < -MARGIN_PX ? 4 : 0) | (y > far ? 8 : 0);
  }

  /* Add a shape to the path. What runs along outside of the tile is cut short, which changes nothing inside of it;
     `whole` keeps every point (dashes are counted from a line's start), `open` leaves out the world's own edge. */
  function trace(context, shape, frame, { whole = false, open = false, shortest = SHORTEST_PX } = {}) {
    const { points } = shape;
    const last = points.length / 2 - 1;
    let kept = null; // the last point drawn: [x, y, on the world's edge]
    let waiting = null; // the last point passed over
    let sides = 0; // shared by all points since `kept`
    const draw = (point) => {
      const alongEdge = open && kept && kept[2] && point[2];
      if (kept === null || alongEdge) context.moveTo(point[0], point[1]);
      else context.lineTo(point[0], point[1]);
      kept = point;
      waiting = null;
      sides = sidesOf(point[0], point[1]);
    };
    for (let i = 0; i <= last; i++) {
      const [worldX, worldY] = [points[2 * i], points[2 * i + 1]];
      const point = [worldX * frame.scale - frame.x, worldY * frame.scale - frame.y, onEdge(worldX) || worldY > 1];
      if (kept === null || whole) {
        draw(point);
        continue;
      }
      const own = sidesOf(point[0], point[1]);
      if ((sides & own) === 0 && waiting !== null) draw(waiting);
      if ((sides & own) !== 0) {
        sides &= own;
        waiting = point;
      } else if (i === last || Math.abs(point[0] - kept[0]) + Math.abs(point[1] - kept[1]) > shortest) {
        draw(point);
      }
    }
    if (waiting !== null) draw(waiting);
  }

  function onEdge(worldX) {
    return worldX < 1e-6 || worldX > 1 - 1e-6;
  }

  function drawTile(context, world, frame, zoom, color) {
    const near = (shape) =>
      shape.box[0] * frame.scale - frame.x < TILE_PX + MARGIN_PX &&
      shape.box[1] * frame.scale - frame.y < TILE_PX + MARGIN_PX &&
      shape.box[2] * frame.scale - frame.x > -MARGIN_PX &&
      shape.box[3] * frame.scale - frame.y > -MARGIN_PX;
    const paint = (name, finish, options) => {
      context.beginPath();
      world[name].filter(near).forEach((shape) => trace(context, shape, frame, options));
      finish();
    };
    const fill = (paint) => () => {
      context.fillStyle = paint;
      context.fill("evenodd");
    };
    const stroke = (paint, width, dash = []) => () => {
      context.strokeStyle = paint;
      context.lineWidth = width;
      context.setLineDash(dash);
      context.stroke();
    };
    context.lineJoin = "round";
    paint("land", fill(color("--land")));
    paint("land", stroke(color("--coast"), 0.8), { open: true });
    if (zoom >= RIVERS_FROM_ZOOM) paint("rivers", stroke(color("--river"), zoom < 6 ? 0.7 : 1.1));
    paint("lakes", fill(color("--water")));
    if (zoom >= LAKE_SHORES_FROM_ZOOM) paint("lakes", stroke(color("--coast"), 0.6));
    paint("borders", stroke(color("--border"), zoom < 4 ? 0.8 : 1.1), { shortest: SHORTEST_BORDER_PX });
    paint("disputed", stroke(color("--border"), zoom < 4 ? 0.9 : 1.2, [4, 3]), { whole: true });
  }

  dateline.Basemap = L.GridLayer.extend({
    options: { pane: "basemap", tileSize: TILE_PX, keepBuffer: 3 },

    initialize(topology, options) {
      L.setOptions(this, options);
      this._world = {};
      for (const name of Object.keys(topology.objects)) this._world[name] = readShapes(topology, name);
    },

    createTile(coords) {
      const ratio = Math.min(3, 1.5 * (window.devicePixelRatio || 1)); // sharp at half zooms too
      const canvas = L.DomUtil.create("canvas", "basemap-tile");
      canvas.width = canvas.height = Math.ceil((TILE_PX + OVERDRAW_PX) * ratio);
      const context = canvas.getContext("2d");
      context.scale(ratio, ratio);
      const style = getComputedStyle(document.documentElement);
      const frame = { scale: TILE_PX * 2 ** coords.z, x: coords.x * TILE_PX, y: coords.y * TILE_PX };
      drawTile(context, this._world, frame, coords.z, (name) => style.getPropertyValue(name));
      return canvas;
    },
  });
})((window.datelineMap = window.datelineMap || {}));
