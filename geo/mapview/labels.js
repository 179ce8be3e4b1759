/* Names on the map: those of the places first, then of countries and seas where room is left. */
(function (dateline) {
  "use strict";

  const MOST = 120; // names at once
  const WIDEST_PX = 150;
  const LINE_PX = 15;
  const GAP_PX = 3;

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
      const taken = this._places.map((place) => boxAround(place.x, place.y, place.radius * 2, place.radius * 2));
      const shown = [...this._placeNames(taken), ...this._worldNames(taken)];
      this._pane.replaceChildren(...shown.map(asElement));
      this._pane.classList.remove("hidden");
    },

    _placeNames(taken) {
      const shown = [];
      for (const place of this._places) {
        const size = sizeOf(place.name, "place");
        const reach = place.radius + GAP_PX;
        const spots = [
          [place.x + reach + size.x / 2, place.y],
          [place.x - reach - size.x / 2, place.y],
          [place.x, place.y + reach + size.y / 2],
          [place.x, place.y - reach - size.y / 2],
        ];
        if (place.soft) spots.unshift(...spots.splice(2, 2));
        const spot = spots.find(([x, y]) => claim(taken, boxAround(x, y, size.x, size.y)));
        if (spot) shown.push({ text: place.name, kind: "place", x: spot[0], y: spot[1], width: size.x });
        if (shown.length >= MOST) break;
      }
      return shown;
    },

    _worldNames(taken) {
      const map = this._map;
      const view = L.bounds(map.containerPointToLayerPoint([0, 0]), map.containerPointToLayerPoint(map.getSize()));
      const zoom = map.getZoom();
      const middle = map.getCenter().lng;
      const marked = new Set(this._places.map((place) => place.id));
      const shown = [];
      for (const label of this._world) {
        if (label.zoom > zoom || shown.length >= MOST) break; // they are sorted by zoom
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

  function sizeOf(text, kind) {
    const weight = kind === "place" ? "600 13px" : kind === "country" ? "500 12px" : "italic 12px";
    measure.font = `${weight} system-ui, "Segoe UI", Roboto, "Noto Sans Arabic", "Noto Naskh Arabic", sans-serif`;
    return L.point(Math.min(WIDEST_PX, Math.ceil(measure.measureText(text).width) + 4), LINE_PX);
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
