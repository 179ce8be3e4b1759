// Joined in front of the card, which changes with each selection, as the address does. On Back and Forward Streamlit runs the page
// again with the address that it finds.

const KEYS = ["a", "p", "m", "country", "class", "kind", "cert", "focus", "q", "names", "ui", "z", "c", "t"]

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
