/* Names on the map: those of the places first, then of countries and seas where room is left. */
(function (dateline) {
  "use strict";

  const MOST_PLACES = 250; // with names, or kept free of names
  const MOST_OTHERS = 80;
  const WIDEST_PX = 160;
  const LINE_PX = 18;
  const HALO_PX = 4; // on either side of a name
  const GAP_PX = 1;
  const FONTS = { place: "600 13px", country: "500 12px", contested: "italic 12px", water: "italic 12px" };

  const measure = document.createElement("canvas").getContext("2d");

  dateline.Labels = L.Layer.extend({
    initialize() {
      this._world = []; // {id, kind, zoom, at: [lon, lat], names}
      this._places = []; // {id, name, x, y, radius} in layer pixels
      this._language = "en";
    },

    onAdd(map) {
      this._pane = map.getPane("labels");
      map.on("zoomstart", this._hide, this);
      map.on("zoomend moveend resize", this.refresh, this);
    },

    setWorld(labels) {
      this._world = labels;
      this.refresh();
    },

    /* Show these places' names and keep every other name off them. */
    setPlaces(places, language) {
      this._places = places;
      this._language = language;
      this.refresh();
    },

    _hide() {
      this._pane.classList.add("hidden");
    },

    refresh() {
      if (!this._map || !this._pane) return;
      const corner = this._map.containerPointToLayerPoint([0, 0]);
      const view = L.bounds(corner, corner.add(this._map.getSize()));
      const places = this._places.filter((place) => view.contains([place.x, place.y])).slice(0, MOST_PLACES);
      const symbols = places.map((place) => boxAround(place.x, place.y, place.radius * 2, place.radius * 2));
      const taken = [...symbols, ...this._controls(corner)];
      const shown = [...placeNames(places, view, taken), ...this._worldNames(view, taken)];
      this._pane.replaceChildren(...shown.map(asElement));
      this._pane.classList.remove("hidden");
    },

    /* What the map's controls cover, in layer pixels. */
    _controls(corner) {
      const container = this._map.getContainer();
      const frame = container.getBoundingClientRect();
      return [...container.querySelectorAll(".leaflet-control")].map((control) => {
        const box = control.getBoundingClientRect();
        const start = corner.add([box.left - frame.left, box.top - frame.top]);
        return L.bounds(start, start.add([box.width, box.height]));
      });
    },

    _worldNames(view, taken) {
      const map = this._map;
      const zoom = map.getZoom();
      const middle = map.getCenter().lng;
      const marked = new Set(this._places.map((place) => place.id));
      const shown = [];
      for (const label of this._world) {
        if (label.zoom > zoom || shown.length >= MOST_OTHERS) break; // they are sorted by zoom
        if (marked.has(label.id)) continue;
        const lon = label.at[0] + 360 * Math.round((middle - label.at[0]) / 360);
        const point = map.latLngToLayerPoint([label.at[1], lon]);
        const text = label.names[this._language] || label.names.en;
        const size = sizeOf(text, label.kind);
        const box = boxAround(point.x, point.y, size.x, size.y);
        if (!view.contains(box) || !claim(taken, box)) continue;
        shown.push({ text, kind: label.kind, x: point.x, y: point.y, width: size.x });
      }
      return shown;
    },
  });

  function placeNames(places, view, taken) {
    const shown = [];
    for (const place of places) {
      if (!place.name) continue;
      const size = sizeOf(place.name, "place");
      const free = (box) => view.contains(box) && claim(taken, box);
      const spot = spotsAround(place, size).find(([x, y]) => free(boxAround(x, y, size.x, size.y)));
      if (spot) shown.push({ text: place.name, kind: "place", x: spot[0], y: spot[1], width: size.x });
    }
    return shown;
  }

  /* Where a name may stand, best first: beside a city, under or over an area, else aslant. */
  function spotsAround(place, size) {
    const reach = place.radius + GAP_PX;
    const [dx, dy] = [reach + size.x / 2, reach + size.y / 2];
    const beside = [[dx, 0], [-dx, 0]];
    const stacked = [[0, dy], [0, -dy]];
    const corners = [[dx, dy], [dx, -dy], [-dx, dy], [-dx, -dy]];
    const aslant = [0.8, 1].flatMap((far) => corners.map(([x, y]) => [x * far, y * 0.8]));
    const ways = place.soft ? [...stacked, ...beside, ...aslant] : [...beside, ...stacked, ...aslant];
    return ways.map(([x, y]) => [place.x + x, place.y + y]);
  }

  function sizeOf(text, kind) {
    measure.font = `${FONTS[kind]} ${getComputedStyle(document.documentElement).getPropertyValue("--letters")}`;
    return L.point(Math.min(WIDEST_PX, Math.ceil(measure.measureText(text).width) + 2 * HALO_PX), LINE_PX);
  }

  function boxAround(x, y, width, height) {
    return L.bounds([x - width / 2, y - height / 2], [x + width / 2, y + height / 2]);
  }

  function claim(taken, box) {
    if (taken.some((other) => other.overlaps(box))) return false;
    taken.push(box);
    return true;
  }

  function asElement(label) {
    const element = L.DomUtil.create("span", `map-label ${label.kind}`);
    element.textContent = label.text;
    element.dir = "auto";
    element.style.width = `${label.width}px`;
    L.DomUtil.setPosition(element, L.point(label.x - label.width / 2, label.y - LINE_PX / 2).round());
    return element;
  }
})((window.datelineMap = window.datelineMap || {}));
