// The card of what is selected; with nothing selected it explains the marks. It tells the other parts what is selected, keeps the
// address, and hands on to the server what the reader chose in text and table.

const states = new WeakMap()

function facts(data) {
  const rows = data.facts.flatMap(fact => [
    element("dt", {}, fact.label),
    element("dd", {}, ...fact.values.map(value => element("span", { class: "value", dir: "auto" }, value))),
  ])
  return rows.length ? element("dl", {}, ...rows) : null
}

function button(label, glyph, disabled, onclick, focus) {
  return element("button", { type: "button", "aria-label": label, title: label, disabled, onclick, "data-focus": focus }, glyph)
}

/** The arrow that points onwards is the left one where the page runs from right to left. */
function turn(event, data, send) {
  const onwards = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight"
  const by = { ArrowLeft: -1, ArrowRight: -1, [onwards]: 1 }[event.key]
  if (!by || data.position + by < 1 || data.position + by > data.count) return
  event.preventDefault()
  send("step", { by, within: true })
}

function excerpt(data, send) {
  const { before, mention, after, cut_before, cut_after } = data.excerpt
  const sentence = element(
    "blockquote",
    { lang: data.lang, dir: data.dir },
    cut_before ? "… " : "",
    before,
    element("mark", {}, mention),
    after,
    cut_after ? " …" : "",
  )
  const many = data.count > 1 && data.position > 0
  const steps = many
    ? element(
        "div",
        { class: "steps", onkeydown: event => turn(event, data, send) },
        button(data.words.previous, "‹", data.position <= 1, () => send("step", { by: -1, within: true }), "previous"),
        element("span", { class: "position" }, data.words.position),
        button(data.words.next, "›", data.position >= data.count, () => send("step", { by: 1, within: true }), "next"),
      )
    : null
  const said = element("div", { class: "copied", role: "status" })
  const copier = element("button", { type: "button", class: "copy", "data-focus": "copy", onclick: () => copy(data, said) }, data.words.copy)
  return element("div", { class: "excerpt" }, sentence, element("div", { class: "tools" }, steps, copier), said)
}

/** Put the excerpt on the clipboard, with its source and a link to exactly this mention; where that is refused, show it selected. */
async function copy(data, said) {
  const search = new URLSearchParams(data.link).toString()
  const text = [data.quotation, search && `${location.origin}${location.pathname}?${search}`].filter(Boolean).join("\n")
  said.replaceChildren()
  try {
    await navigator.clipboard.writeText(text) // without HTTPS there is no clipboard, which ends here too
    said.replaceChildren(data.words.copied)
  } catch {
    const box = element("textarea", { readonly: true, rows: 4, dir: "auto", "aria-label": data.words.copy })
    box.value = text
    said.replaceChildren(data.words.copy_refused, box)
    box.focus()
    box.select()
  }
}

function walk(data, send) {
  return element(
    "div",
    { class: "walk" },
    button(data.words.previous_any, "↑", data.first_in_text, () => send("step", { by: -1, within: false }), "up"),
    button(data.words.next_any, "↓", data.last_in_text, () => send("step", { by: 1, within: false }), "down"),
    button(data.words.close, "×", false, () => send("close", {}), "close"),
  )
}

function empty(data) {
  const line = (style, text) => element("li", {}, element("span", { class: `swatch ${style}`, "aria-hidden": true }, "abc"), text)
  return element(
    "div",
    { class: "empty" },
    element("p", {}, data.words.empty),
    element("ul", {}, line("certain", data.words.certain), line("unsure", data.words.unsure), line("other", data.words.other)),
    element("p", { class: "keys" }, data.words.keys),
  )
}

function full(data, send) {
  const [first, ...others] = data.names
  return element(
    "section",
    { class: "card" },
    element(
      "header",
      {},
      element("h3", {}, name(first.text, first.lang), ...others.map(other => element("span", { class: "other" }, name(other.text, other.lang)))),
      walk(data, send),
    ),
    element("p", { class: "subtitle", dir: "auto" }, [data.subtitle, data.named].filter(Boolean).join(data.words.dot)),
    excerpt(data, send),
    data.can_show ? element("button", { type: "button", class: "show", onclick: () => send("show", {}) }, data.words.show) : null,
    data.note ? element("p", { class: "note", dir: "auto" }, data.note) : null,
    facts(data),
  )
}

/** On a small screen the card is a sheet over the lower part: bring the map into the upper part as the sheet opens. */
function uncoverMap() {
  if (!matchMedia("(max-width: 640px)").matches) return
  const page = document.querySelector('[data-testid="stMainBlockContainer"]')
  const scroll = () => document.querySelector(".st-key-panels")?.scrollIntoView({ block: "start" })
  const growing = new ResizeObserver(scroll) // parts that come later move the map, until the reader does
  const gestures = ["pointerdown", "wheel", "keydown", "blur"]
  const leave = () => {
    growing.disconnect()
    for (const gesture of gestures) removeEventListener(gesture, leave, true)
  }
  for (const gesture of gestures) addEventListener(gesture, leave, true)
  growing.observe(page) // calls it at once, too
}

function draw(parentElement, data, send) {
  const page = document.documentElement.dataset
  fill(parentElement, data.selected ? full(data, send) : empty(data))
  parentElement.querySelector(".root").scrollTop = 0
  const opens = data.selected && page.datelineCard !== "open" && (page.datelinePanel ?? "map") === "map"
  page.datelineCard = data.selected ? "open" : "closed"
  page.datelineStart = data.start ?? ""
  page.datelinePlace = data.place ?? ""
  page.datelineSpoken = data.spoken ?? ""
  tell("selected", { start: data.start ?? null, place: data.place ?? null })
  if (opens) uncoverMap()
}

function start(parentElement, send) {
  const stop = listen({
    "dateline:card": event => draw(parentElement, event.detail, send),
    "dateline:choose": event => send("choose", event.detail),
  })
  const state = { stop }
  states.set(parentElement, state)
  return state
}

export default function (component) {
  const { parentElement, data, setTriggerValue } = component
  const state = states.get(parentElement) ?? start(parentElement, setTriggerValue)
  draw(parentElement, data.card, setTriggerValue)
  write(state, data.address, data.step)
  return () => {
    state.stop()
    states.delete(parentElement)
  }
}
