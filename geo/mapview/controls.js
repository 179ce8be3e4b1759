/* What stands on the map's edges: zoom, "Fit all", scale, legend. */
(function (dateline) {
  "use strict";

  /* Legend entries: the word's key, a sample place, whether the data hold such a place. */
  const ENTRIES = [
    ["city", { scale: "city" }, (place) => place.scale === "city" && !place.metonym],
    ["country", { scale: "country" }, (place) => place.scale === "country" && !place.metonym],
    ["region", { scale: "region" }, (place) => place.scale === "region" && !place.metonym],
    ["metonym", { scale: "city", metonym: true }, (place) => place.metonym],
    ["unsure", { scale: "city", unsure: true }, (place) => place.unsure],
    ["disputed", { scale: "region", disputed: true }, (place) => place.disputed],
  ];

  dateline.Controls = L.Class.extend({
    initialize(map, fitAll, narrowPx) {
      this._map = map;
      this._zoom = L.control.zoom({ position: "topleft" }).addTo(map);
      this._fit = this._addButton(fitAll);
      this._legend = this._addLegend(map.getSize().x >= narrowPx);
      L.control.scale({ position: "bottomleft", imperial: false }).addTo(map);
    },

    _addButton(press) {
      const bar = L.DomUtil.create("div", "leaflet-bar fit-all");
      const button = L.DomUtil.create("button", "", bar);
      button.type = "button";
      button.addEventListener("click", press);
      this._place("topleft", bar);
      return button;
    },

    _addLegend(open) {
      const box = L.DomUtil.create("details", "legend");
      box.open = open;
      this._title = L.DomUtil.create("summary", "", box);
      this._entries = L.DomUtil.create("ul", "", box);
      this._place("bottomright", box);
      return box;
    },

    _place(position, element) {
      const control = L.control({ position });
      control.onAdd = () => element;
      control.addTo(this._map);
      L.DomEvent.disableClickPropagation(element);
      L.DomEvent.disableScrollPropagation(element);
    },

    /* What an open legend takes from the map's width. */
    legendWidth() {
      return this._legend.open ? this._legend.offsetWidth : 0;
    },

    /* Put everything into the reader's words; the legend explains what is on the map and no more. */
    say(words, places, drawn) {
      const container = this._map.getContainer();
      container.setAttribute("role", "region");
      container.setAttribute("aria-label", words.map);
      document.documentElement.lang = words.locale.split("-")[0];
      document.title = words.map;
      this._fit.textContent = words.fit_all;
      this._fit.disabled = places.length === 0;
      for (const [name, word] of [["in", words.zoom_in], ["out", words.zoom_out]]) {
        const link = this._zoom.getContainer().querySelector(`.leaflet-control-zoom-${name}`);
        link.title = word;
        link.setAttribute("aria-label", word);
      }
      this._title.textContent = words.legend;
      this._legend.dir = words.direction;
      this._legend.hidden = places.length === 0;
      const entries = ENTRIES.filter(([, , holds]) => places.some(holds));
      const rows = entries.map(([key, sample]) => this._entry(sample, words[key]));
      if (drawn.area) rows.push(this._areaEntry(words.area));
      if (drawn.clusters) rows.push(this._clusterEntry(words.cluster));
      if (places.length) rows.push(this._sizes(words.size));
      this._entries.replaceChildren(...rows);
    },

    _entry(sample, word) {
      const row = L.DomUtil.create("li");
      const sign = L.DomUtil.create("span", dateline.styleOf(sample, false), row);
      sign.append(dateline.symbol(sample, 6, false));
      L.DomUtil.create("span", "word", row).textContent = word;
      return row;
    },

    _areaEntry(word) {
      const row = L.DomUtil.create("li");
      L.DomUtil.create("span", "swatch", row);
      L.DomUtil.create("span", "word", row).textContent = word;
      return row;
    },

    _clusterEntry(word) {
      const row = L.DomUtil.create("li");
      L.DomUtil.create("span", "place cluster", row).append(dateline.clusterSymbol(9, 9.5));
      L.DomUtil.create("span", "word", row).textContent = word;
      return row;
    },

    _sizes(word) {
      const row = L.DomUtil.create("li");
      const signs = L.DomUtil.create("span", "sizes", row);
      for (const radius of [2.5, 4, 5.5]) {
        const sign = L.DomUtil.create("span", "place city", signs);
        sign.append(dateline.symbol({ scale: "city" }, radius, false));
      }
      L.DomUtil.create("span", "word", row).textContent = word;
      return row;
    },
  });
})((window.datelineMap = window.datelineMap || {}));
