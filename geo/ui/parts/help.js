// The page's keys, in a dialog that a button and the key ? open. The browser keeps the focus inside, closes on Escape and gives the
// focus back, but for one inside the map's frame.

const states = new WeakMap()

function keys(data) {
  return data.keys.flatMap(({ keys, does }) => [element("dt", {}, ...keys.map(key => element("kbd", {}, key))), element("dd", {}, does)])
}

/** Return the switch for keys of one letter, which a reader who speaks to the machine, or whose hand is not steady, sets off unawares. */
function singleKeys(data) {
  const page = document.documentElement.dataset
  const box = element("input", { type: "checkbox", checked: page.datelineKeys !== "off" })
  box.onchange = () => {
    page.datelineKeys = box.checked ? "on" : "off"
    remember(page.datelineKeys)
  }
  return element("label", {}, box, data.single)
}

/** Keep a choice from visit to visit, or return the one that was kept; where the browser keeps nothing, it holds for this visit. */
function remember(choice) {
  try {
    if (choice) localStorage.setItem("dateline-keys", choice)
    return localStorage.getItem("dateline-keys")
  } catch {
    return null
  }
}

function draw(parentElement, state, data) {
  state.dialog = modal(data.title, data.close, element("dl", {}, ...keys(data)), element("p", {}, data.note), singleKeys(data))
  state.dialog.addEventListener("close", () => state.inFrame?.focus())
  const button = element("button", { type: "button", class: "open", "aria-label": data.title, title: data.title, "aria-haspopup": "dialog", onclick: () => open(state) }, "?")
  fill(parentElement, button, state.dialog)
}

function open(state) {
  if (state.dialog.open) return
  state.inFrame = document.activeElement?.contentDocument?.activeElement
  state.dialog.showModal()
}

function start(parentElement) {
  const state = { drawn: "" }
  document.documentElement.dataset.datelineKeys ??= remember() ?? "on"
  state.stop = listen({
    keydown: event => {
      if (keyOf(event) !== "?" || typing(event) || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      open(state)
    },
  })
  states.set(parentElement, state)
  return state
}

export default function (component) {
  const { parentElement, data } = component
  const state = states.get(parentElement) ?? start(parentElement)
  const drawn = JSON.stringify(data)
  if (state.drawn !== drawn) draw(parentElement, state, data) // an open dialog outlives a rerun
  state.drawn = drawn
  return () => {
    state.stop()
    states.delete(parentElement)
  }
}
