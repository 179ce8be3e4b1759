// Filter chips with counts; a pressed chip keeps only what it names.

export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  const chip = (group, item) =>
    element(
      "button",
      {
        type: "button",
        class: "chip",
        "aria-pressed": String(item.on),
        "data-focus": `${group.key}:${item.value}`,
        onclick: () => setTriggerValue("toggle", { group: group.key, value: item.value }),
      },
      element("bdi", {}, item.label),
      element("span", { class: "count" }, String(item.count)),
    )
  const groups = data.groups.map(group =>
    element(
      "div",
      { class: "group", role: "group", "aria-label": group.label },
      element("span", { class: "label" }, group.label),
      ...group.chips.map(item => chip(group, item)),
    ),
  )
  const reset = data.reset
    ? element("button", { type: "button", class: "reset", onclick: () => setTriggerValue("reset", {}) }, data.reset)
    : null
  fill(parentElement, element("div", { class: "chips" }, ...groups, reset))
}
