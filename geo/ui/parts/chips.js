// Filter chips with counts; a pressed chip keeps only what it names.

const opened = new WeakMap() // the part's root -> keys of the groups that show all of their chips

export default function draw(component) {
  const { parentElement, data, setTriggerValue } = component
  const open = opened.get(parentElement) ?? new Set()
  opened.set(parentElement, open)
  const numbers = new Intl.NumberFormat(data.locale)
  const chip = (group, item) =>
    element(
      "button",
      {
        type: "button",
        class: item.count || item.on ? "chip" : "chip none",
        "aria-pressed": String(item.on),
        "data-focus": `${group.key}:${item.value}`,
        onclick: () => setTriggerValue("toggle", { group: group.key, value: item.value }),
      },
      element("bdi", {}, item.label),
      element("span", { class: "count" }, numbers.format(item.count)),
    )
  const more = group => {
    const show = () => {
      open.add(group.key)
      draw(component)
      parentElement.querySelector(`[data-focus="${CSS.escape(`${group.key}:${group.chips[data.most].value}`)}"]`)?.focus()
    }
    return element("button", { type: "button", class: "reset", "aria-expanded": "false", onclick: show }, data.more)
  }
  const groups = data.groups.map(group => {
    const all = open.has(group.key) || group.chips.length <= data.most + 1
    const chips = all ? group.chips : group.chips.filter((item, index) => index < data.most || item.on)
    return element(
      "div",
      { class: "group", role: "group", "aria-label": group.label },
      element("span", { class: "label" }, group.label),
      ...chips.map(item => chip(group, item)),
      all ? null : more(group),
    )
  })
  const reset = data.reset
    ? element("button", { type: "button", class: "reset", onclick: () => setTriggerValue("reset", {}) }, data.reset)
    : null
  fill(parentElement, element("div", { class: "chips" }, ...groups, reset))
}
