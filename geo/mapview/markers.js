/* The places: elements that mouse, finger and keyboard reach. Where there are very many, those that stand close
   together are one cluster, and only what is in view or near it has an element. */
(function (dateline) {
  "use strict";

  const MOST_SINGLE = 300; // with more places than that, crowds become clusters
  const SINGLE_FROM_ZOOM = 11; // so close, every place stands for itself again
  const BESIDE_VIEW = 0.3; // of the view's size; how far beyond it elements are kept
  const HIT_PX = window.matchMedia("(pointer: coarse)").matches ? 44 : 24; // smallest target
  const EASE = { city: 1, region: 2, country: 3 };
  dateline.MOST_SINGLE = MOST_SINGLE;
  const { svg, radiusOf, styleOf, symbol, clusterSymbol } = dateline;

  dateline.Markers = L.Class.extend({
    initialize(map, { choose, describe, describeCluster, open, moved }) {
      Object.assign(this, { _map: map, _choose: choose, _open: open, _moved: moved });
      this._tell = (item) => (item.members ? describeCluster(item) : describe(item.place));
      this._items = new Map(); // place id -> {key, place, selected, radius, order, lon, x, y, dx, dy}
      this._shown = new Map(); // key of a place or cluster -> {item, look, marker, button, leader}
      this._tip = L.tooltip({ className: "place-tip", opacity: 1 });
      this._next = null; // id of the place that gets the keyboard's focus when its cluster has opened
      map.on("zoomstart", this._untip, this);
      map.on("zoomend viewreset", this.layOut, this);
      map.on("moveend", this._follow, this);
    },

    places() {
      return [...this._items.values()];
    },

    find(id) {
      return this._items.get(id);
    },

    /* Whether a place stands on the map for itself. */
    stands(id) {
      return this._shown.has(id);
    },

    show(places, selected) {
      this._items = new Map(places.map((place, order) => [place.id, {
        key: place.id,
        place,
        order,
        selected: place.id === selected,
        radius: radiusOf(place),
        ease: EASE[place.scale] || 1,
        dx: 0,
        dy: 0,
      }]));
      this._crowded = places.length > MOST_SINGLE;
      this.layOut();
    },

    layOut() {
      for (const item of this.places()) {
        item.lon = this._nearestLon(item);
        Object.assign(item, this._map.latLngToLayerPoint([item.place.lat, item.lon]));
      }
      const all = this.places();
      const wanted = this._crowded ? this._inView(this._map.getZoom() < SINGLE_FROM_ZOOM ? dateline.cluster(all) : all) : all;
      for (const item of wanted) item.hit = Math.max(HIT_PX / 2, item.radius + 2);
      const keys = new Set(wanted.map((item) => item.key));
      for (const key of this._shown.keys()) if (!keys.has(key)) this._remove(key);
      const bySize = [...wanted].sort((a, b) => b.radius - a.radius); // small ones on top
      bySize.forEach((item, depth) => this._put(item, depth));
      this._keepOrder([...wanted].sort((a, b) => a.order - b.order));
      dateline.spread(wanted);
      for (const { item, button, leader } of this._shown.values()) lead(item, button, leader);
      this._passFocus();
      this._moved(wanted);
    },

    /* After a move: what came into view gets its element, and places follow the reader around the world. */
    _follow() {
      if (this._crowded || this.places().some((item) => item.lon !== this._nearestLon(item))) this.layOut();
    },

    /* The copy of a place that is nearest to the middle of the view. */
    _nearestLon({ place }) {
      return place.lon + 360 * Math.round((this._map.getCenter().lng - place.lon) / 360);
    },

    _inView(items) {
      const corner = this._map.containerPointToLayerPoint([0, 0]);
      const view = L.bounds(corner, corner.add(this._map.getSize()));
      const beside = view.getSize().multiplyBy(BESIDE_VIEW);
      const near = L.bounds(view.min.subtract(beside), view.max.add(beside));
      return items.filter((item) => item.selected || near.contains([item.x, item.y]));
    },

    _remove(key) {
      const shown = this._shown.get(key);
      if (this._tipped === shown) this._untip();
      shown.marker.remove();
      this._shown.delete(key);
    },

    _put(item, depth) {
      const at = item.members ? this._map.layerPointToLatLng([item.x, item.y]) : L.latLng(item.place.lat, item.lon);
      const shown = this._shown.get(item.key) || this._make(item, at);
      shown.item = item;
      if (!shown.marker.getLatLng().equals(at)) shown.marker.setLatLng(at);
      shown.marker.setZIndexOffset(depth * 5000); // outweighs the pixels from top to bottom that Leaflet orders by
      const look = JSON.stringify([item.place, item.radius, item.selected, this._tell(item)]);
      if (shown.look !== look) this._dress(shown, look);
    },

    _make(item, at) {
      const leader = svg("svg", { class: "leader", width: 1, height: 1, "aria-hidden": "true" });
      const button = L.DomUtil.create("div", "place");
      button.tabIndex = 0;
      button.setAttribute("role", "button");
      const html = L.DomUtil.create("div", "place-root");
      html.append(leader, button);
      const icon = L.divIcon({ className: "place-icon", html, iconSize: [0, 0] });
      const marker = L.marker(at, { icon, keyboard: false }).addTo(this._map);
      const shown = { item, marker, button, leader };
      marker.on("click", () => this._press(shown.item));
      this._listen(shown);
      this._shown.set(item.key, shown);
      return shown;
    },

    _press(item) {
      if (!item.members) return this._choose(item.place.id);
      if (document.activeElement === this._shown.get(item.key).button) this._next = item.members[0].key;
      this._open(item, SINGLE_FROM_ZOOM);
    },

    _listen(shown) {
      const { button } = shown;
      button.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this._untip();
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        this._press(shown.item);
      });
      button.addEventListener("focus", () => {
        // Only for the keyboard: under a pressed mouse button the marker would move away, and the click be lost.
        if (button.matches(":focus-visible")) this._map.panInside(shown.marker.getLatLng(), { padding: [40, 40], animate: false });
        this._showTip(shown);
      });
      button.addEventListener("mouseenter", () => this._showTip(shown));
      for (const type of ["blur", "mouseleave"]) button.addEventListener(type, () => this._untip());
    },

    _dress(shown, look) {
      const { item, button } = shown;
      const size = Math.max(HIT_PX, 2 * item.radius + 4);
      shown.look = look;
      button.className = item.members ? "place cluster" : styleOf(item.place, item.selected);
      button.setAttribute("aria-label", this._tell(item).join(", "));
      if (!item.members) button.setAttribute("aria-pressed", String(item.selected));
      Object.assign(button.style, { width: `${size}px`, height: `${size}px`, margin: `${-size / 2}px` });
      button.replaceChildren(
        item.members ? clusterSymbol(item.members.length, item.radius) : symbol(item.place, item.radius, item.selected),
      );
    },

    /* The keyboard follows the document's order, which is the places' own. */
    _keepOrder(items) {
      const pane = this._map.getPane("markerPane");
      const roots = items.map((item) => this._shown.get(item.key).marker.getElement());
      if (roots.some((root, i) => pane.children[i] !== root)) {
        const focused = document.activeElement;
        pane.append(...roots);
        if (focused && focused !== document.activeElement && pane.contains(focused)) focused.focus({ preventScroll: true });
      }
    },

    /* The keyboard goes on where a cluster was opened: at its first place, or at the smaller cluster that holds it. */
    _passFocus() {
      if (this._next === null) return;
      const holds = ({ item }) => item.key === this._next || item.members?.some((member) => member.key === this._next);
      const heir = [...this._shown.values()].find(holds);
      this._next = null;
      if (heir) heir.button.focus({ preventScroll: true });
    },

    _showTip(shown) {
      const { item } = shown;
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
      for (const text of this._tell(item)) {
        const line = L.DomUtil.create("div", "", content);
        line.dir = "auto";
        line.textContent = text;
      }
      this._tipped = shown;
      this._tip.setContent(content).setLatLng(this._map.containerPointToLatLng(point)).addTo(this._map);
    },

    _untip() {
      this._tipped = null;
      this._tip.remove();
    },
  });

  /* Stand the symbol beside its point, and tie it to the point by a line where it stands away from it. */
  function lead(item, button, leader) {
    button.style.transform = `translate(${item.dx}px, ${item.dy}px)`;
    const away = Math.hypot(item.dx, item.dy) > item.radius;
    leader.replaceChildren(...(away ? [svg("line", { x2: item.dx, y2: item.dy }), svg("circle", { r: 2 })] : []));
  }
})((window.datelineMap = window.datelineMap || {}));
