// The search: what is typed goes to the server once the reader pauses; the text hears from here what to highlight.

const PAUSE = 200 // ms
const states = new WeakMap()
const page = document.documentElement.dataset

/** Where the screen is small the chips stand behind a button; the style sheet of the page reads `data-dateline-filters`. */
function showFilters(state, open) {
  page.datelineFilters = open ? "open" : "closed"
  state.filters.setAttribute("aria-expanded", String(open))
}

function start(parentElement) {
  const state = { timer: null }
  const send = wait => {
    clearTimeout(state.timer)
    const tellServer = () => {
      state.timer = null
      if (state.input.value !== state.sent) state.ask({ query: (state.sent = state.input.value) })
    }
    state.timer = setTimeout(tellServer, wait)
    state.clear.hidden = state.input.value === ""
  }
  const clear = () => {
    state.input.value = ""
    send(0)
  }
  const onkeydown = event => {
    if (event.key === "Enter") send(0)
    if (event.key !== "Escape") return
    event.preventDefault()
    clear()
  }
  state.input = element("input", { type: "search", autocomplete: "off", spellcheck: "false", dir: "auto", oninput: () => send(PAUSE), onkeydown })
  const press = () => {
    clear()
    state.input.focus()
  }
  state.clear = element("button", { type: "button", onclick: press }, "×")
  state.said = element("span", { role: "status", dir: "auto" })
  state.filters = element("button", { type: "button", class: "filters", onclick: () => showFilters(state, page.datelineFilters !== "open") })
  const box = element("div", { class: "box" }, state.input, state.clear)
  fill(parentElement, element("div", { class: "search", role: "search" }, box, state.filters, state.said))
  state.stop = listen({
    keydown: event => {
      if (keyOf(event) !== "/" || typing(event)) return
      event.preventDefault()
      state.input.focus()
    },
  })
  states.set(parentElement, state)
  return state
}

export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  const state = states.get(parentElement) ?? start(parentElement)
  state.ask = value => setTriggerValue("search", value)
  state.input.setAttribute("aria-label", data.words.label)
  state.input.placeholder = data.words.label
  state.clear.setAttribute("aria-label", data.words.clear)
  const writes = state.timer !== null || parentElement.activeElement === state.input // whoever types is ahead of the server
  if (!writes) state.input.value = state.sent = data.query
  state.clear.hidden = state.input.value === ""
  state.filters.textContent = data.words.filters
  state.filters.classList.toggle("on", data.filtered)
  showFilters(state, page.datelineFilters === "open")
  state.said.textContent = data.said
  document.datelineFound = data.forms
  tell("found", {})
  return () => {
    clearTimeout(state.timer)
    state.stop()
    states.delete(parentElement)
    document.datelineFound = []
    tell("found", {})
  }
}
