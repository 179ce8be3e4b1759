// Filter chips with counts; a pressed chip keeps only what it names. The rarer ones of a long group wait behind a chip of their own.

const MOST = 7
const opened = new WeakMap()

function draw(component) {
  const { parentElement, data, setTriggerValue } = component
  const open = opened.get(parentElement) ?? new Set()
  opened.set(parentElement, open)
  const visible = group => (open.has(group.key) ? group.chips : group.chips.filter((item, index) => item.on || index < MOST))
  const more = group => {
    const hidden = group.chips.length - visible(group).length
    const onclick = () => {
      open.add(group.key)
      draw(component)
    }
    return hidden ? element("button", { type: "button", class: "chip more", title: group.more, onclick }, `+ ${hidden}`) : null
  }
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
      ...visible(group).map(item => chip(group, item)),
      more(group),
    ),
  )
  const reset = data.reset
    ? element("button", { type: "button", class: "reset", onclick: () => setTriggerValue("reset", {}) }, data.reset)
    : null
  fill(parentElement, element("div", { class: "chips" }, ...groups, reset))
}

export default function (component) {
  draw(component)
}
