// The table of places, equal to the map: a row is a marker. A heading sorts, and sorts the other way when chosen again.

const orders = new WeakMap()
const stops = new WeakMap()

function compare(left, right, locale) {
  const [a, b] = [orderOf(left), orderOf(right)]
  return typeof a === "number" ? a - b : a.localeCompare(b, locale)
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

function row(data, item, numbers) {
  const choose = () => tell("choose", { place: item.id, fly: true })
  const cells = data.columns.map((column, index) => cell(column, item.values[index], index, choose, item.id, numbers))
  const onclick = event => event.target.closest("button") || choose()
  return element("tr", { "data-id": item.id, onclick }, ...cells)
}

function mark(parentElement, place) {
  for (const row of parentElement.querySelectorAll("tbody tr")) {
    row.setAttribute("aria-selected", String(row.dataset.id === place))
    row.querySelector("th button").setAttribute("aria-current", String(row.dataset.id === place)) // what a screen reader says of a row
  }
}

/** Let the arrows, Home and End walk down the rows, since Tab also stops at everything between. */
function walk(parentElement, event) {
  const buttons = [...parentElement.querySelectorAll("tbody th button")]
  const at = buttons.indexOf(event.target)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
  if (at < 0 || to === undefined) return
  event.preventDefault()
  buttons[to]?.focus()
}

function draw(parentElement, data) {
  const order = orders.get(parentElement) ?? { column: null, down: false }
  const sort = index => {
    const down = order.column === index ? !order.down : Boolean(data.columns[index].number)
    orders.set(parentElement, { column: index, down })
    draw(parentElement, data)
  }
  const numbers = new Intl.NumberFormat(data.locale)
  const rows = [...data.rows]
  if (order.column !== null && order.column < data.columns.length) {
    rows.sort((a, b) => compare(a.values[order.column], b.values[order.column], data.locale) * (order.down ? -1 : 1))
  }
  const head = element("tr", {}, ...data.columns.map((column, index) => heading(column, index, order, sort)))
  const table = element(
    "table",
    {},
    element("caption", {}, data.caption),
    element("thead", {}, head),
    element("tbody", {}, ...rows.map(item => row(data, item, numbers))),
  )
  fill(parentElement, element("h2", {}, data.title), element("div", { class: "scroll", onkeydown: event => walk(parentElement, event) }, table))
  mark(parentElement, document.documentElement.dataset.datelinePlace)
}

export default function (component) {
  const { parentElement, data } = component
  const enter = event => keyOf(event) === "t" && !typing(event) && parentElement.querySelector("tbody th button")?.focus()
  const stop = stops.get(parentElement) ?? listen({ "dateline:selected": event => mark(parentElement, event.detail.place), keydown: enter })
  stops.set(parentElement, stop)
  draw(parentElement, data)
  return () => {
    stop()
    stops.delete(parentElement)
  }
}
