// Tells the browser and screen readers what the page is: its language and direction, also for `:dir()` in the parts' styles, and its
// landmarks, which Streamlit's containers cannot be given from the server.

const stops = new WeakMap()

function nameLandmarks({ landmarks, skip, menu }) {
  for (const { container, role, label } of landmarks) {
    const region = document.querySelector(`.st-key-${container}`)
    if (region?.role === role && (region.ariaLabel ?? "") === label) continue
    region?.setAttribute("role", role)
    if (label) region?.setAttribute("aria-label", label)
  }
  document.querySelector('[data-testid="stMainMenuButton"]')?.setAttribute("aria-label", menu)
  const link = document.querySelector('[data-testid="stSkipToContent"]')?.firstChild
  if (link && link.data !== skip) link.data = skip
}

export default function (component) {
  const { parentElement, data } = component
  Object.assign(document.documentElement, { lang: data.lang, dir: data.dir })
  stops.get(parentElement)?.()
  const watcher = new MutationObserver(() => nameLandmarks(data)) // Streamlit may put a new container in the place of an old one
  watcher.observe(document.querySelector(".stApp"), { childList: true, subtree: true })
  stops.set(parentElement, () => watcher.disconnect())
  nameLandmarks(data)
  return () => {
    watcher.disconnect()
    stops.delete(parentElement)
  }
}
