/* The places: elements that mouse, finger and keyboard reach; on one canvas where there are very many. */
(function (dateline) {
  "use strict";

  const MOST_ELEMENTS = 300; // more places than that go onto a canvas
  const HIT_PX = window.matchMedia("(pointer: coarse)").matches ? 44 : 24; // smallest target
  const EASE = { city: 1, region: 2, country: 3 };
  const SVG = "http://www.w3.org/2000/svg";

  function svg(name, attributes, children = []) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  /* About as much area as mentions. */
  function radiusOf(place) {
    const radius = Math.min(18, 4 + 2.4 * Math.sqrt(Math.max(0, place.mentions)));
    return place.scale === "country" ? radius + 4 : radius;
  }

  /* The outline of a place around 0, 0. */
  function outline(place, radius, kind) {
    if (place.metonym) {
      const r = radius * 1.2;
      return svg("path", { class: kind, d: `M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z` });
    }
    if (place.scale === "region") {
      const half = radius * 0.9;
      return svg("rect", { class: kind, x: -half, y: -half, width: 2 * half, height: 2 * half, rx: half * 0.35 });
    }
    return svg("circle", { class: kind, r: radius });
  }

  function styleOf(place, selected) {
    const names = ["place", place.scale];
    for (const trait of ["metonym", "unsure", "disputed"]) if (place[trait]) names.push(trait);
    if (selected) names.push("selected");
    return names.join(" ");
  }

  function symbol(place, radius, selected) {
    const parts = [outline(place, radius, "shape")];
    if (selected) parts.unshift(outline(place, radius + 4.5, "ring"));
    return svg("svg", { width: 1, height: 1, "aria-hidden": "true" }, parts);
  }

  dateline.symbol = symbol;
  dateline.styleOf = styleOf;

  dateline.Markers = L.Class.extend({
    initialize(map, { choose, describe, moved }) {
      Object.assign(this, { _map: map, _choose: choose, _describe: describe, _moved: moved });
      this._drawn = new Map(); // place id -> {place, radius, marker, button, leader, dx, dy}
      this._tip = L.tooltip({ className: "place-tip", opacity: 1 });
      this._canvas = null;
      map.on("zoomstart", this._untip, this);
      map.on("zoomend viewreset", this.layOut, this);
    },

    places() {
      return [...this._drawn.values()];
    },

    find(id) {
      return this._drawn.get(id);
    },

    show(places, selected) {
      const onCanvas = places.length > MOST_ELEMENTS;
      if (onCanvas !== (this._canvas !== null)) this._clear(onCanvas);
      this._shrink = Math.max(0.35, Math.min(0.7, Math.sqrt(MOST_ELEMENTS / places.length)));
      const wanted = new Set(places.map((place) => place.id));
      for (const [id, item] of this._drawn) if (!wanted.has(id)) this._remove(id, item);
      const bySize = [...places].sort((a, b) => radiusOf(b) - radiusOf(a)); // small ones on top
      bySize.forEach((place, depth) => this._put(place, place.id === selected, depth));
      if (!onCanvas) this._keepOrder(places);
      this.layOut();
    },

    _clear(onCanvas) {
      for (const [id, item] of this._drawn) this._remove(id, item);
      if (this._canvas) this._canvas.remove();
      this._canvas = onCanvas ? L.canvas({ pane: "dots", padding: 0.5, tolerance: 4 }) : null;
    },

    _remove(id, item) {
      if (this._tipped === item) this._untip();
      item.marker.remove();
      this._drawn.delete(id);
    },

    _put(place, selected, depth) {
      const theme = document.documentElement.dataset.theme;
      const look = JSON.stringify([place, selected, theme, this._canvas ? this._shrink : this._describe(place)]);
      const known = this._drawn.get(place.id);
      if (this._canvas) {
        if (known && known.look === look) known.marker.bringToFront();
        else this._putDot(place, selected, look);
        return;
      }
      const item = known || this._makeElement(place);
      item.marker.setZIndexOffset(depth * 5000); // outweighs the pixels from top to bottom that Leaflet orders by
      if (item.look === look) return;
      Object.assign(item, { place, look, selected, radius: radiusOf(place) });
      this._dress(item);
      this._drawn.set(place.id, item);
    },

    /* A dot that changed is drawn anew: it may need another shape. */
    _putDot(place, selected, look) {
      if (this._drawn.has(place.id)) this._remove(place.id, this._drawn.get(place.id));
      const radius = radiusOf(place) * this._shrink + (selected ? 3 : 0);
      const marker = dateline.makeDot(place, { radius, selected, renderer: this._canvas }).addTo(this._map);
      const item = { marker, place, look, selected, radius, dx: 0, dy: 0 };
      marker.on("click", () => this._choose(place.id));
      marker.on("mouseover", () => this._showTip(item));
      marker.on("mouseout", () => this._untip());
      this._drawn.set(place.id, item);
    },

    _makeElement(place) {
      const leader = svg("svg", { class: "leader", width: 1, height: 1, "aria-hidden": "true" });
      const button = L.DomUtil.create("div", "place");
      button.tabIndex = 0;
      button.setAttribute("role", "button");
      const html = L.DomUtil.create("div", "place-root");
      html.append(leader, button);
      const icon = L.divIcon({ className: "place-icon", html, iconSize: [0, 0] });
      const marker = L.marker([place.lat, place.lon], { icon, keyboard: false }).addTo(this._map);
      const item = { marker, button, leader, dx: 0, dy: 0 };
      marker.on("click", () => this._choose(item.place.id));
      this._listen(button, item);
      return item;
    },

    _listen(button, item) {
      button.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this._untip();
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        this._choose(item.place.id);
      });
      button.addEventListener("focus", () => {
        this._map.panInside(item.marker.getLatLng(), { padding: [40, 40], animate: false });
        this._showTip(item);
      });
      button.addEventListener("mouseenter", () => this._showTip(item));
      for (const type of ["blur", "mouseleave"]) button.addEventListener(type, () => this._untip());
    },

    _dress(item) {
      const { place, radius, selected, button } = item;
      const size = Math.max(HIT_PX, 2 * radius + 4);
      item.marker.setLatLng([place.lat, place.lon]);
      button.className = styleOf(place, selected);
      button.setAttribute("aria-label", this._describe(place).join(", "));
      button.setAttribute("aria-pressed", String(selected));
      Object.assign(button.style, { width: `${size}px`, height: `${size}px`, margin: `${-size / 2}px` });
      button.replaceChildren(symbol(place, radius, selected));
    },

    /* The keyboard follows the document's order, which is the places' own. */
    _keepOrder(places) {
      const pane = this._map.getPane("markerPane");
      const roots = places.map((place) => this._drawn.get(place.id).marker.getElement());
      if (roots.some((root, i) => pane.children[i] !== root)) {
        const focused = document.activeElement;
        pane.append(...roots);
        if (focused && focused !== document.activeElement) focused.focus({ preventScroll: true });
      }
    },

    layOut() {
      const items = this.places();
      for (const item of items) {
        const point = this._map.latLngToLayerPoint(item.marker.getLatLng());
        const hit = Math.max(HIT_PX / 2, item.radius + 2);
        Object.assign(item, { x: point.x, y: point.y, hit, ease: EASE[item.place.scale] || 1 });
      }
      if (!this._canvas) {
        dateline.spread(items);
        items.forEach(lead);
      }
      this._moved(items);
    },

    _showTip(item) {
      const box = this._map.getSize();
      const point = this._map.layerPointToContainerPoint([item.x + item.dx, item.y + item.dy]);
      const reach = item.radius + 6;
      const [direction, offset] =
        point.x < 90 ? ["right", [reach, 0]]
        : point.x > box.x - 90 ? ["left", [-reach, 0]]
        : point.y < 80 ? ["bottom", [0, reach]]
        : ["top", [0, -reach]];
      Object.assign(this._tip.options, { direction, offset: L.point(offset) });
      const content = L.DomUtil.create("div");
      for (const text of this._describe(item.place)) {
        const line = L.DomUtil.create("div", "", content);
        line.dir = "auto";
        line.textContent = text;
      }
      this._tipped = item;
      this._tip.setContent(content).setLatLng(this._map.containerPointToLatLng(point)).addTo(this._map);
    },

    _untip() {
      this._tipped = null;
      this._tip.remove();
    },
  });

  /* Stand the symbol beside its point, and tie it to the point by a line where it stands away from it. */
  function lead(item) {
    item.button.style.transform = `translate(${item.dx}px, ${item.dy}px)`;
    const away = Math.hypot(item.dx, item.dy) > item.radius;
    item.leader.replaceChildren(
      ...(away ? [svg("line", { x2: item.dx, y2: item.dy }), svg("circle", { r: 2 })] : []),
    );
  }
})((window.datelineMap = window.datelineMap || {}));
