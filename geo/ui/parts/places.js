// The table of places, equal to the map: a row is a marker. A heading sorts, and sorts the other way when chosen again. Of very many
// places the first ones are drawn, and the selected one; the rest is a button away, and every row says its number of all.

const ROOM = 200 // rows at first; the button draws as many again
const states = new WeakMap()

function compare(left, right, letters) {
  const [a, b] = [orderOf(left), orderOf(right)]
  return typeof a === "number" ? a - b : letters.compare(a, b)
}

// A cell is a text, a number, or [text, order] where the letters of the text do not sort it.
function textOf(value) {
  return String(Array.isArray(value) ? value[0] : value)
}

function orderOf(value) {
  return Array.isArray(value) ? value[1] : value
}

function heading(column, index, order, sort) {
  const sorted = order.column === index ? (order.down ? "descending" : "ascending") : "none"
  const arrow = element("span", { "aria-hidden": "true" }, { ascending: " ↑", descending: " ↓", none: "" }[sorted])
  const button = element("button", { type: "button", onclick: () => sort(index), "data-focus": `sort:${index}` }, column.label, arrow)
  return element("th", { scope: "col", "aria-sort": sorted, class: column.number ? "number" : null }, button)
}

function cell(column, value, index, choose, id, numbers) {
  const content = column.lang ? name(textOf(value), column.lang) : column.number ? numbers.format(value) : textOf(value)
  if (index === 0) {
    const button = element("button", { type: "button", "data-focus": `row:${id}`, onclick: choose }, content)
    return element("th", { scope: "row" }, button)
  }
  return element("td", { class: column.number ? "number" : null, dir: column.lang || column.number ? null : "auto" }, content)
}

function row(state, index) {
  const { data, numbers } = state
  const item = state.rows[index]
  const choose = () => tell("choose", { place: item.id, fly: true })
  const cells = data.columns.map((column, at) => cell(column, item.values[at], at, choose, item.id, numbers))
  const onclick = event => event.target.closest("button") || choose()
  const made = element("tr", { "data-id": item.id, "aria-rowindex": index + 2, "aria-selected": "false", onclick }, ...cells)
  state.drawn.set(item.id, made)
  return made
}

/** Mark the selected row, and draw it below the others where there was no room for it. */
function mark(state, place) {
  const known = state.drawn.get(place)
  if (state.marked !== known) setMark(state.marked, false)
  if (state.beyond && state.beyond !== known) {
    state.drawn.delete(state.beyond.dataset.id)
    state.beyond.remove()
    state.beyond = null
  }
  const index = known ? -1 : state.rows.findIndex(item => item.id === place)
  if (index >= 0) {
    state.beyond = row(state, index)
    state.body.append(state.beyond)
  }
  state.marked = state.drawn.get(place)
  setMark(state.marked, true)
}

function setMark(row, on) {
  row?.setAttribute("aria-selected", String(on))
  row?.querySelector("th button").setAttribute("aria-current", String(on)) // what a screen reader says of a row
}

/** Draw rows up to a number; the first of them after the ones that were there. */
function grow(state, room) {
  const from = Math.min(state.room, state.rows.length)
  state.room = Math.max(state.room, room)
  state.beyond?.remove()
  state.beyond = null
  for (const item of state.rows.slice(from)) state.drawn.delete(item.id)
  const to = Math.min(state.room, state.rows.length)
  state.body.append(...Array.from({ length: to - from }, (_, at) => row(state, from + at)))
  state.more.hidden = to === state.rows.length
  mark(state, document.documentElement.dataset.datelinePlace)
  return from
}

function focusRow(state, index) {
  state.drawn.get(state.rows[index]?.id)?.querySelector("th button").focus()
}

/** Let the arrows, Home and End walk down the rows, since Tab also stops at everything between; where the drawn ones end, draw more. */
function walk(state, event) {
  const button = event.target.closest("tbody th button")
  const at = button ? Number(button.closest("tr").getAttribute("aria-rowindex")) - 2 : -1
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: state.rows.length - 1 }[event.key]
  if (at < 0 || to === undefined) return
  event.preventDefault()
  if (to >= state.room && to < state.rows.length) grow(state, event.key === "End" ? to + 1 : Math.max(2 * state.room, to + 1))
  focusRow(state, to)
}

function draw(parentElement, state) {
  const { data, order } = state
  const sort = index => {
    const down = order.column === index ? !order.down : Boolean(data.columns[index].number)
    state.order = { column: index, down }
    draw(parentElement, state)
  }
  state.rows = [...data.rows]
  if (order.column !== null && order.column < data.columns.length) {
    const letters = new Intl.Collator(data.locale)
    state.rows.sort((a, b) => compare(a.values[order.column], b.values[order.column], letters) * (order.down ? -1 : 1))
  }
  state.body = element("tbody")
  state.more = element("button", { type: "button", class: "more", "data-focus": "more", onclick: () => focusRow(state, grow(state, 2 * state.room)) }, data.more)
  const head = element("tr", { "aria-rowindex": 1 }, ...data.columns.map((column, index) => heading(column, index, order, sort)))
  const caption = element("caption", {}, data.caption)
  const table = element("table", { "aria-rowcount": data.rows.length + 1 }, caption, element("thead", {}, head), state.body)
  const room = state.room
  Object.assign(state, { room: 0, drawn: new Map(), marked: null, beyond: null })
  grow(state, room)
  const scroller = element("div", { class: "scroll", onkeydown: event => walk(state, event) }, table)
  fill(parentElement, element("h2", {}, data.title), scroller, state.more)
}

function start(parentElement) {
  const state = { order: { column: null, down: false } }
  const enter = event => keyOf(event) === "t" && !typing(event) && parentElement.querySelector("tbody th button")?.focus()
  state.stop = listen({ "dateline:selected": event => mark(state, event.detail.place), keydown: enter })
  states.set(parentElement, state)
  return state
}

export default function (component) {
  const { parentElement, data } = component
  const state = states.get(parentElement) ?? start(parentElement)
  Object.assign(state, { data, numbers: new Intl.NumberFormat(data.locale), room: ROOM })
  draw(parentElement, state)
  return () => {
    state.stop()
    states.delete(parentElement)
  }
}
