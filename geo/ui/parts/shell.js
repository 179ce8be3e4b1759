// What belongs to the browser: the address, and the switch between the panels on a small screen. On Back and Forward Streamlit runs
// the page again with the address that it finds.

const KEYS = ["a", "p", "m", "country", "kind", "names"]
const states = new WeakMap()

/** Write the link: a new `step` pushes history, the same step replaces it; nothing is written where nothing changed. */
function write(state, link, step) {
  const written = JSON.stringify(link)
  if (state.written === written) return
  const url = new URL(location.href)
  KEYS.forEach(key => url.searchParams.delete(key))
  Object.entries(link).forEach(([key, value]) => url.searchParams.set(key, value))
  if (url.href !== location.href) {
    const write = state.written !== undefined && state.step !== step ? "pushState" : "replaceState"
    history[write]({}, "", url.href)
  }
  state.written = written
  state.step = step
}

function show(panel, parentElement) {
  document.documentElement.dataset.datelinePanel = panel
  for (const button of parentElement.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.focus === panel))
}

export default function (component) {
  const { parentElement, data } = component
  let state = states.get(parentElement)
  if (!state) {
    state = { panel: "map" }
    states.set(parentElement, state)
  }
  write(state, data.link, data.step)
  const buttons = data.panels.map(panel =>
    element(
      "button",
      {
        type: "button",
        "data-focus": panel.key,
        onclick: () => {
          state.panel = panel.key
          show(panel.key, parentElement)
        },
      },
      panel.label,
    ),
  )
  fill(parentElement, element("div", { class: "switch", role: "group", "aria-label": data.label }, ...buttons))
  show(state.panel, parentElement)
}
