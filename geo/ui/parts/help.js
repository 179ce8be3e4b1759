// The page's keys, in a dialog that a button and the key ? open. The browser keeps the focus inside, closes on Escape and gives the
// focus back, but for one inside the map's frame.

const states = new WeakMap()

function keys(data) {
  return data.keys.flatMap(({ keys, does }) => [element("dt", {}, ...keys.map(key => element("kbd", {}, key))), element("dd", {}, does)])
}

function draw(parentElement, state, data) {
  state.dialog = modal(data.title, data.close, element("dl", {}, ...keys(data)), element("p", {}, data.note))
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
