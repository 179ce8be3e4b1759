/* A place as a shape on a canvas, for maps with more places than elements are good for. */
(function (dateline) {
  "use strict";

  const Diamond = L.CircleMarker.extend({
    _updatePath() {
      const renderer = this._renderer;
      if (!renderer._drawing || this._empty()) return;
      const { x, y } = this._point;
      const r = this._radius * 1.2;
      renderer._ctx.beginPath();
      for (const [dx, dy] of [[0, -r], [r, 0], [0, r], [-r, 0]]) renderer._ctx.lineTo(x + dx, y + dy);
      renderer._ctx.closePath();
      renderer._fillStroke(renderer._ctx, this);
    },
  });

  dateline.makeDot = function (place, { radius, selected, renderer }) {
    const style = getComputedStyle(document.documentElement);
    const color = (name) => style.getPropertyValue(name).trim();
    const outlined = place.unsure || place.disputed;
    const Shape = place.metonym ? Diamond : L.CircleMarker;
    return new Shape([place.lat, place.lon], {
      renderer,
      pane: "dots",
      radius,
      color: color(outlined || selected ? "--accent" : "--halo"),
      weight: selected ? 4 : outlined ? 1.8 : 1,
      dashArray: place.disputed ? "3 3" : null,
      fillColor: color(place.unsure ? "--land" : "--accent"),
      fillOpacity: place.scale === "city" || place.unsure ? 0.85 : 0.3,
    });
  };
})((window.datelineMap = window.datelineMap || {}));
