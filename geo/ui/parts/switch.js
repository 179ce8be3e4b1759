// The switch between the panels of a small screen; the style sheet of the page reads `data-dateline-panel`.

export default function (component) {
  const { parentElement, data } = component
  const page = document.documentElement.dataset
  const choose = panel => {
    show(panel)
    const switched = document.querySelector(".st-key-panels")
    if (switched?.getBoundingClientRect().top > 0) switched.scrollIntoView({ block: "start" })
  }
  const show = panel => {
    page.datelinePanel = panel
    for (const button of parentElement.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.focus === panel))
  }
  const buttons = data.panels.map(panel =>
    element("button", { type: "button", "data-focus": panel.key, onclick: () => choose(panel.key) }, panel.label),
  )
  fill(parentElement, element("div", { class: "switch", role: "group", "aria-label": data.label }, ...buttons))
  show(page.datelinePanel ?? "map")
}
