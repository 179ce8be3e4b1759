// Watches the map's frame: where its scripts do not arrive it says so, and where they do it hands J and K on to the page,
// since a reader who clicked a marker types into the frame.

const PATIENCE = 5000 // ms from the first sight of the part to the sentence
const FRAME = 'iframe[title^="streamlit_folium"]'
const timers = new WeakMap()

function mapWindow() {
  try {
    return document.querySelector(FRAME)?.contentWindow ?? null
  } catch {
    return null
  }
}

function forward(frame) {
  if (frame.datelineForwards) return
  frame.datelineForwards = true
  frame.addEventListener("keydown", event => {
    if (/^[jk]$/i.test(event.key)) document.dispatchEvent(new KeyboardEvent("keydown", { key: event.key }))
  })
}

export default function (component) {
  const { parentElement, data } = component
  const root = parentElement.querySelector(".root")
  const begun = timers.get(parentElement)?.begun ?? performance.now()
  clearInterval(timers.get(parentElement)?.timer)
  const look = () => {
    const frame = mapWindow()
    const ready = Boolean(frame?.datelineMap?.ready)
    const late = !ready && performance.now() - begun > PATIENCE
    if (late !== (root.childElementCount > 0)) root.replaceChildren(...(late ? [element("p", { role: "alert" }, data.failed)] : []))
    document.documentElement.dataset.datelineMap = ready ? "ready" : late ? "failed" : "waiting"
    if (ready) forward(frame)
  }
  look()
  timers.set(parentElement, { begun, timer: setInterval(look, 400) })
  return () => {
    clearInterval(timers.get(parentElement)?.timer)
    timers.delete(parentElement)
  }
}
