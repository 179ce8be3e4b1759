// Share: one press copies a link to exactly what is seen, the map's view with it, and shows what else there is to give away. A text of the
// reader's own goes into a link only by a second press, which says what that means.

const states = new WeakMap()
const VIEW = ["z", "c"]
const DIGITS = 1e6

/** Return the view of the map as parameters of a link; none where the map did not come up. */
function viewOf() {
  const map = document.querySelector(".st-key-map_panel iframe")?.contentWindow?.datelineMap
  if (!map?.ready) return {}
  const round = number => Math.round(number * DIGITS) / DIGITS
  const { lat, lon } = map.center()
  return { z: round(map.zoom()), c: `${round(lat)},${round(((((lon + 180) % 360) + 360) % 360) - 180)}` }
}

/** Return the address of what is seen; the view is written into the page's own address too. */
function address(more = {}, left = []) {
  const url = new URL(location.href)
  for (const name of [...VIEW, "embed", "view", ...left]) url.searchParams.delete(name)
  for (const [name, value] of Object.entries({ ...viewOf(), ...more })) url.searchParams.set(name, value)
  url.hash = ""
  return url.href
}

async function copy(state, box, done) {
  try {
    await navigator.clipboard.writeText(box.value) // without HTTPS there is no clipboard, which ends here too
    state.said.textContent = done
  } catch {
    state.said.textContent = state.data.words.refused
    box.focus()
    box.select()
  }
}

/** Return the code that shows the map in another page. */
function snippet(href, title) {
  const url = new URL(href)
  url.searchParams.set("embed", "true")
  url.searchParams.set("view", "map")
  const frame = element("iframe", { src: url.href, title, width: "100%", height: 520, style: "border:0", loading: "lazy" })
  return frame.outerHTML
}

function press(state) {
  const { words, own } = state.data
  if (!state.dialog.open) state.dialog.showModal()
  state.box.value = own ? "" : address()
  state.plain.hidden = Boolean(own)
  state.own.hidden = !own
  state.said.textContent = ""
  if (own) return
  history.replaceState(history.state, "", address())
  state.code.value = snippet(address(), state.data.title)
  copy(state, state.box, words.copied)
}

function pressOwn(state) {
  const { words, own } = state.data
  state.box.value = address({ t: own.packed }, ["a", "p"])
  state.plain.hidden = false
  state.embed.hidden = true
  copy(state, state.box, words.own_copied)
}

function drawWayOut(parentElement, state) {
  const link = element("a", { class: "open", target: "_blank", rel: "noopener" }, state.data.words.whole)
  link.onpointerdown = link.onfocus = () => (link.href = address())
  link.href = address()
  fill(parentElement, link)
}

function draw(parentElement, state) {
  const { words, own } = state.data
  state.box = element("input", { type: "text", readonly: true, dir: "ltr", "aria-label": words.link, onclick: () => state.box.select() })
  state.code = element("textarea", { readonly: true, rows: 3, dir: "ltr", "aria-label": words.embed })
  state.said = element("p", { role: "status" })
  const copyCode = element("button", { type: "button", onclick: () => copy(state, state.code, words.embed_copied) }, words.copy_embed)
  state.embed = element("section", {}, element("h3", {}, words.embed), element("p", {}, words.embed_note), state.code, copyCode)
  state.plain = element("div", {}, state.box, state.embed)
  const go = own?.packed ? element("button", { type: "button", onclick: () => pressOwn(state) }, words.own_go) : null
  state.own = element("div", {}, element("p", {}, own?.packed ? words.own : words.own_long), go)
  state.dialog = modal(words.title, words.close, state.said, state.own, state.plain)
  const button = element("button", { type: "button", class: "open", "aria-haspopup": "dialog", onclick: () => press(state) }, words.open)
  fill(parentElement, button, state.dialog)
}

export default function (component) {
  const { parentElement, data } = component
  const state = states.get(parentElement) ?? {}
  states.set(parentElement, state)
  const drawn = JSON.stringify(data)
  state.data = data
  if (state.drawn !== drawn) (data.embedded ? drawWayOut : draw)(parentElement, state)
  state.drawn = drawn
  return () => states.delete(parentElement)
}
