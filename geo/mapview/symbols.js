/* What a place looks like: its kind and its traits each have a shape of their own, so that no colour need be seen. */
(function (dateline) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const QUESTION = "M-2 -1.6A2 2 0 1 1 0.7 0.6Q0 0.9 0 1.9M0 3.7L0 3.8"; // about 4 by 8, around 0, 0

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
    if (place.unsure) parts.push(svg("path", { class: "doubt", d: QUESTION, transform: `scale(${radius / 8.5})` }));
    return picture(parts);
  }

  /* A cluster: two rings and a number. */
  function clusterSymbol(count, radius) {
    const number = svg("text", { class: "count", "text-anchor": "middle", "dominant-baseline": "central" });
    number.textContent = count;
    return picture([svg("circle", { class: "halo", r: radius }), svg("circle", { class: "shape", r: radius - 3.5 }), number]);
  }

  function picture(parts) {
    return svg("svg", { width: 1, height: 1, "aria-hidden": "true" }, parts);
  }

  Object.assign(dateline, { svg, radiusOf, styleOf, symbol, clusterSymbol });
})((window.datelineMap = window.datelineMap || {}));
