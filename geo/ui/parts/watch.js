// Watches the map's frame: names it, says so where its scripts do not arrive, and where they do hands the page's keys on to the page,
// since a reader who clicked a marker types into the frame.

const PATIENCE = 5000 // ms from the first sight of the part to the sentence
const FRAME = 'iframe[title^="streamlit_folium"]'
const PAGE_KEYS = ["j", "k", "m", "t", "/", "?", "enter"]
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
    const pressed = event.key === "Enter" && event.target.closest("a, button, summary") // what the frame itself answers
    if (pressed || typing(event) || !PAGE_KEYS.includes(keyOf(event))) return
    const { key, code, shiftKey } = event
    const copy = new KeyboardEvent("keydown", { key, code, shiftKey, bubbles: true, cancelable: true })
    if (!document.body.dispatchEvent(copy)) event.preventDefault()
  })
}

/** The frame's title is streamlit-folium's own; a label goes before it. */
function label(name) {
  const frame = document.querySelector(FRAME)
  if (frame && frame.ariaLabel !== name) frame.setAttribute("aria-label", name)
}

/** Let the key M lead to the map; from there the keyboard goes on to the markers. */
function enter(event) {
  if (keyOf(event) !== "m" || typing(event)) return
  mapWindow()?.focus()
  mapWindow()?.document.querySelector(".leaflet-container")?.focus()
}

function say(root, data, late) {
  const sentences = late ? [element("p", { role: "alert" }, data.failed)] : []
  root.replaceChildren(element("h2", {}, data.title), ...sentences)
}

export default function (component) {
  const { parentElement, data } = component
  const root = parentElement.querySelector(".root")
  root.replaceChildren()
  const before = timers.get(parentElement) ?? { begun: performance.now(), stop: listen({ keydown: enter }) }
  const { begun, stop } = before
  clearInterval(before.timer)
  const look = () => {
    const frame = mapWindow()
    const ready = Boolean(frame?.datelineMap?.ready)
    const late = !ready && performance.now() - begun > PATIENCE
    if (root.childElementCount !== (late ? 2 : 1)) say(root, data, late)
    label(data.frame)
    document.documentElement.dataset.datelineMap = ready ? "ready" : late ? "failed" : "waiting"
    if (ready) forward(frame)
  }
  look()
  timers.set(parentElement, { begun, stop, timer: setInterval(look, 400) })
  return () => {
    stop()
    clearInterval(timers.get(parentElement)?.timer)
    timers.delete(parentElement)
  }
}
