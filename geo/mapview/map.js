/* The bridge between the page and the map. The page sends data through `draw`; the map sends back which place was
   chosen. Everything that is text is set as text, never as HTML. */
(function (dateline) {
  "use strict";

  const CITY_ZOOM = 6.5;
  const FIT_ZOOM = 7; // a fit never goes closer
  const FLIGHT_S = 0.9;
  const WIDEST_BOX = 350; // degrees; such a box is one that the antimeridian cut, and tells nothing
  const AROUND_M = 4e6; // what is shown instead of it
  const NARROW_PX = 760; // the legend starts folded below this width
  const STYLES_WITHIN_MS = 5000; // after that the map is drawn without its style sheets
  const LOOK_AGAIN_MS = 15;

  let map = null;
  let basemap = null;
  let area = null;
  let labels = null;
  let markers = null;
  let controls = null;
  let words = {};
  let lastData = null;
  let lastCommand = null; // number of the last view that was carried out
  let waiting = null; // a view that came while the frame had no size
  let moving = false;
  let choice = Date.now(); // unique over remounts too

  dateline.start = function (theMap, [worldUrl, labelsUrl, attribution]) {
    map = theMap;
    makePane("basemap", 150);
    makePane("area", 200);
    makePane("labels", 250);
    map.attributionControl.setPrefix("Leaflet").addAttribution(attribution);
    if (calm()) map.options.inertia = false;
    followTheme();
    labels = new dateline.Labels().addTo(map);
    area = new dateline.Area(map);
    markers = new dateline.Markers(map, { choose, describe, describeCluster, open, moved: settled });
    controls = new dateline.Controls(map, fitAll, NARROW_PX);
    const world = fetch(worldUrl).then((reply) => reply.json());
    Promise.all([world, styled()]).then(([topology]) => {
      basemap = new dateline.Basemap(topology).addTo(map);
    });
    fetch(labelsUrl).then((reply) => reply.json()).then((world) => labels.setWorld(world));
    map.on("movestart", () => (moving = true)).on("moveend", () => (moving = false));
    new ResizeObserver(resized).observe(map.getContainer());
    dateline.mounts = countMount();
    dateline.ready = true;
  };

  /* streamlit-folium starts the map before its style sheets are there; sizes and colours are known only with them. */
  async function styled() {
    const root = getComputedStyle(document.documentElement);
    const pane = getComputedStyle(map.getPane("mapPane"));
    const until = Date.now() + STYLES_WITHIN_MS;
    while ((!root.getPropertyValue("--accent") || pane.position !== "absolute") && Date.now() < until) {
      await new Promise((again) => setTimeout(again, LOOK_AGAIN_MS));
    }
  }

  function makePane(name, zIndex) {
    const pane = map.createPane(name);
    pane.style.zIndex = zIndex;
    pane.style.pointerEvents = "none";
  }

  /* How often this page has mounted the frame; each mount loses the reader's view. */
  function countMount() {
    try {
      window.parent.datelineMounts = (window.parent.datelineMounts || 0) + 1;
      return window.parent.datelineMounts;
    } catch (error) {
      if (error.name !== "SecurityError") throw error;
      return 1; // the frame stands in a page of another origin
    }
  }

  dateline.draw = async function (data) {
    lastData = data;
    await styled();
    const held = await heldFor(data);
    if (data === lastData) show(data, held);
  };

  /* The markers come with the data, or under a key: then the page around the frame holds them, or will soon. */
  function heldFor(data) {
    const [given, , command] = data;
    if (Array.isArray(given)) return { rows: given, opening: command[2] || [] };
    const page = window.parent.document;
    return new Promise((found) => {
      const look = () => {
        if (data === lastData && page.datelineMarkers?.key !== given) return;
        page.removeEventListener("dateline:markers", look);
        found(page.datelineMarkers);
      };
      page.addEventListener("dateline:markers", look);
      look();
    });
  }

  function show(data, { rows, opening }) {
    const [, selected, command, pairs, outline] = data;
    words = Object.fromEntries(pairs);
    const places = rows.map(readRow);
    controls.say(words, places, { clusters: places.length > dateline.MOST_SINGLE, area: outline.length > 0 });
    markers.show(places, selected);
    if (command.length && command[0] !== lastCommand) {
      lastCommand = command[0];
      go(command[1], opening, command[3]);
    }
  }

  /* The outline goes with its marker: it is gone where a filter hides that, and stands in the same copy of the world. */
  function drawArea() {
    const [, selected, , , outline] = lastData;
    const item = markers.find(selected);
    area.show(outline, item && item.place, item && item.lon);
  }

  function readRow(row) {
    const [id, name, other, lat, lon, box, mentions, metonym, unsure, disputed, scale] = row;
    return { id, name, other, lat, lon, box, mentions, metonym, unsure, disputed, scale };
  }

  /* The lines of a place's tooltip; joined, its name for a screen reader. */
  function describe(place) {
    const traits = [`${words.mentions}: ${place.mentions.toLocaleString(words.locale)}`];
    for (const trait of ["metonym", "unsure", "disputed"]) if (place[trait]) traits.push(words[trait]);
    return [place.name, place.other, traits.join(" · ")].filter(Boolean);
  }

  function describeCluster(cluster) {
    return [`${words.cluster}: ${cluster.members.length}`, dateline.namesOf(cluster)];
  }

  function choose(id) {
    choice = Math.max(choice + 1, Date.now());
    window.Streamlit.setComponentValue({ place: id, n: choice });
  }

  /* Once the markers have their places, the outline and the names go with them. */
  function settled(items) {
    drawArea();
    showNames(items);
  }

  function showNames(items) {
    const mentions = (item) => (item.members ? Infinity : item.place.mentions);
    const first = [...items].sort((a, b) => b.selected - a.selected || mentions(b) - mentions(a));
    const named = first.map((item) => ({
      id: item.key,
      name: item.members ? "" : item.place.name,
      soft: item.place?.scale !== "city",
      x: item.x + item.dx,
      y: item.y + item.dy,
      radius: item.radius + (item.selected ? 8 : 2), // with its ring
    }));
    labels.setPlaces(named, words.lang);
  }

  /* Where the map goes ------------------------------------------------------------------------------------------ */

  function go(placeId, opening, at = []) {
    const size = map.getSize();
    if (size.x === 0 || size.y === 0) {
      waiting = [placeId, opening, at]; // a hidden tab: Leaflet cannot fit anything into no pixels
      return;
    }
    if (at.length) return map.setView(at.slice(0, 2), at[2], { reset: true }); // else by whole pixels
    if (placeId === null) return fit(opening.map((id) => markers.find(id)).filter(Boolean), false);
    const item = markers.find(placeId);
    if (item) flyTo(item.place);
  }

  function flyTo(place) {
    const options = { animate: !calm(), duration: FLIGHT_S };
    if (place.scale !== "city" && frameOf(place).length) {
      map.flyToBounds(boundsOf(place), { ...options, ...padding(), maxZoom: FIT_ZOOM });
    } else {
      map.flyTo(nearest(place.lat, place.lon), Math.max(map.getZoom(), CITY_ZOOM), options);
    }
  }

  /* Go so close to a cluster that it falls apart. */
  function open(cluster, closest) {
    const fits = map.getBoundsZoom(cluster.bounds, false, L.point(120, 120));
    const zoom = Math.min(closest, Math.max(fits, map.getZoom() + 1));
    map.flyTo(cluster.bounds.getCenter(), zoom, { animate: !calm(), duration: FLIGHT_S });
  }

  function fitAll() {
    fit(markers.places(), !calm());
  }

  function fit(items, animate) {
    if (!items.length) return;
    const bounds = around(items);
    const options = { ...padding(), maxZoom: FIT_ZOOM, duration: FLIGHT_S };
    if (animate) map.flyToBounds(bounds, options);
    else map.fitBounds(bounds, { ...options, animate: false });
  }

  /* The smallest box around places, be it across the antimeridian: what lies west of their widest gap comes last. */
  function around(items) {
    const spans = items.map(({ place }) => {
      const whole = frameOf(place).length && (items.length === 1 || place.scale === "region");
      const box = whole ? boundsOf(place) : L.latLng(place.lat, place.lon).toBounds(1);
      const turn = 360 * Math.floor((box.getWest() + 180) / 360);
      return { south: box.getSouth(), north: box.getNorth(), west: box.getWest() - turn, east: box.getEast() - turn };
    });
    spans.sort((a, b) => a.west - b.west);
    let reach = Math.max(...spans.map((span) => span.east)) - 360;
    let [start, widest] = [spans[0].west, -Infinity];
    for (const { west, east } of spans) {
      if (west - reach > widest) [start, widest] = [west, west - reach];
      reach = Math.max(reach, east);
    }
    const bounds = L.latLngBounds([]);
    for (const { south, north, west, east } of spans) {
      const turn = west < start ? 360 : 0;
      bounds.extend([south, west + turn]).extend([north, east + turn]);
    }
    return bounds;
  }

  /* The box to show of a place: its outline's, which leaves out far and small parts, else its own. */
  function frameOf(place) {
    const [, selected, , , outline] = lastData;
    return selected === place.id && outline.length ? outline[1] : place.box;
  }

  function boundsOf(place) {
    const [south, west, north, east] = frameOf(place);
    const width = (east - west + 360) % 360 || 360;
    if (width > WIDEST_BOX) return L.latLng(nearest(place.lat, place.lon)).toBounds(AROUND_M);
    const [, middle] = nearest(place.lat, west + width / 2);
    return L.latLngBounds([south, middle - width / 2], [north, middle + width / 2]);
  }

  /* The copy of a point that is nearest to what the reader sees. */
  function nearest(lat, lon) {
    return [lat, lon + 360 * Math.round((map.getCenter().lng - lon) / 360)];
  }

  function padding() {
    const size = map.getSize();
    const [x, y] = [Math.min(64, size.x * 0.12), Math.min(48, size.y * 0.12)];
    const legend = Math.min(controls.legendWidth(), size.x * 0.3);
    return { paddingTopLeft: [x, y], paddingBottomRight: [x + legend, y] };
  }

  function calm() {
    return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  /* The middle stays where it is; in a flight, which knows where it ends, Leaflet sees to that. */
  function resized() {
    const [before, middle] = [map.getSize(), map.getCenter()];
    map.invalidateSize({ pan: false });
    const size = map.getSize();
    if (!moving && !before.equals(size) && before.x && size.x) map.setView(middle, map.getZoom(), { reset: true });
    if (waiting && size.x && size.y) {
      const where = waiting;
      waiting = null;
      go(...where);
    }
  }

  /* Light and dark, as the page is ------------------------------------------------------------------------------ */

  function followTheme() {
    setTheme(pageIsDark());
    const app = pageElement();
    if (app) {
      const look = () => setTheme(pageIsDark());
      new MutationObserver(look).observe(app, { attributes: true, attributeFilter: ["class", "style"] });
    }
    window.Streamlit?.events?.addEventListener("streamlit:render", () => setTimeout(() => setTheme(pageIsDark())));
  }

  function pageElement() {
    try {
      return window.parent.document.querySelector(".stApp");
    } catch (error) {
      if (error.name !== "SecurityError") throw error;
      return null;
    }
  }

  function pageIsDark() {
    const app = pageElement();
    const channels = app && getComputedStyle(app).backgroundColor.match(/[\d.]+/g);
    if (!channels) return window.matchMedia("(prefers-color-scheme: dark)").matches;
    const [red, green, blue] = channels.map(Number);
    return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
  }

  function setTheme(dark) {
    const theme = dark ? "dark" : "light";
    if (document.documentElement.dataset.theme === theme) return;
    document.documentElement.dataset.theme = theme;
    if (basemap) basemap.redraw();
    if (lastData) dateline.draw(lastData);
  }

  /* For the page and for tests ---------------------------------------------------------------------------------- */

  dateline.pixelOf = function (id) {
    const item = markers.find(id);
    if (!item || !markers.stands(id)) return null;
    const point = map.layerPointToContainerPoint([item.x + item.dx, item.y + item.dy]);
    const frame = map.getContainer().getBoundingClientRect();
    return { x: frame.left + point.x, y: frame.top + point.y };
  };
  dateline.center = () => ({ lat: map.getCenter().lat, lon: map.getCenter().lng });
  dateline.zoom = () => map.getZoom();
})((window.datelineMap = window.datelineMap || {}));
