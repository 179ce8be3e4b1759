/* The outline of the selected place: under names and markers, and nothing that could be clicked. */
(function (dateline) {
  "use strict";

  const STEPS = 100; // a degree
  const MERCATOR_END = 85.06;

  /* A ring comes as its first point and the steps from each point to the next, longitude first. */
  function readRing(steps) {
    const points = [];
    let lon = 0;
    let lat = 0;
    for (let i = 0; i < steps.length; i += 2) {
      lon += steps[i];
      lat += steps[i + 1];
      points.push([Math.max(-MERCATOR_END, Math.min(MERCATOR_END, lat / STEPS)), lon / STEPS]);
    }
    return points;
  }

  /* The lines of a ring without those that only run along the world's edge, as Antarctica's do. */
  function linesOf(ring) {
    const onEdge = ([lat, lon]) => Math.abs(lat) === MERCATOR_END || Math.abs(lon) === 180;
    const lines = [[]];
    ring.forEach((point, i) => {
      const alongEdge = i && onEdge(point) && onEdge(ring[i - 1]);
      if (alongEdge) lines.push([]);
      lines[lines.length - 1].push(point);
    });
    return lines.filter((line) => line.length > 1);
  }

  dateline.Area = L.Class.extend({
    initialize(map) {
      this._map = map;
      this._layer = null;
      this._drawn = "";
      this._renderer = L.svg({ pane: "area", padding: 1 });
    },

    /* Draw `area`, [polygons, frame], in the copy of the world in which its place stands; [] draws nothing. */
    show(area, place, lon) {
      const drawn = area.length && place ? JSON.stringify([area, place.disputed, Math.round((lon - place.lon) / 360)]) : "";
      if (drawn === this._drawn) return;
      this._drawn = drawn;
      if (this._layer) this._layer.remove();
      this._layer = drawn ? this._make(area, place, lon).addTo(this._map) : null;
    },

    _make([polygons], place, lon) {
      const rings = polygons.map((polygon) => polygon.map(readRing));
      const shift = 360 * Math.round((lon - middleOf(rings)) / 360);
      const move = ([lat, at]) => [lat, at + shift];
      const looks = (part) => ({
        renderer: this._renderer,
        interactive: false,
        className: `area ${part}${place.disputed ? " disputed" : ""}`,
      });
      const lines = rings.flat().flatMap(linesOf).map((line) => line.map(move));
      return L.featureGroup([
        L.polygon(rings.map((polygon) => polygon.map((ring) => ring.map(move))), { ...looks("land"), stroke: false }),
        L.polyline(lines, looks("outline")),
      ]);
    },
  });

  function middleOf(rings) {
    const bounds = L.latLngBounds(rings.flatMap(([outer]) => outer));
    return (bounds.getWest() + bounds.getEast()) / 2;
  }
})((window.datelineMap = window.datelineMap || {}));
