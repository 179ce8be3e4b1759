// What stands between the page and the server: it writes the address, and hands on what the reader chose in text and table. On Back and
// Forward Streamlit runs the page again with the address that it finds.

const KEYS = ["a", "p", "m", "country", "class", "kind", "cert", "focus", "q", "names", "ui", "z", "c", "t"]
const states = new WeakMap()

/** Write the link: a new `step` pushes history, the same step replaces it; nothing is written where nothing changed. */
function write(state, link, step) {
  const written = JSON.stringify(link)
  if (state.written === written) return
  const url = new URL(location.href)
  KEYS.forEach(key => url.searchParams.delete(key))
  Object.entries(link).forEach(([key, value]) => url.searchParams.set(key, value))
  if (url.href !== location.href) {
    const change = state.written !== undefined && state.step !== step ? "pushState" : "replaceState"
    history[change]({}, "", url.href)
  }
  state.written = written
  state.step = step
}

export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  const state = states.get(parentElement) ?? { stop: listen({ "dateline:choose": event => setTriggerValue("choose", event.detail) }) }
  states.set(parentElement, state)
  write(state, data.link, data.step)
  return () => {
    state.stop()
    states.delete(parentElement)
  }
}
