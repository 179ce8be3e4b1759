// The table of places, equal to the map: a row is a marker. A heading sorts, and sorts the other way when chosen again.

const orders = new WeakMap()
const stops = new WeakMap()

function compare(left, right, locale) {
  return typeof left === "number" ? left - right : String(left).localeCompare(String(right), locale)
}

function heading(column, index, order, sort) {
  const sorted = order.column === index ? (order.down ? "descending" : "ascending") : "none"
  const arrow = { ascending: " ↑", descending: " ↓", none: "" }[sorted]
  const button = element("button", { type: "button", onclick: () => sort(index), "data-focus": `sort:${index}` }, column.label + arrow)
  return element("th", { scope: "col", "aria-sort": sorted, class: column.number ? "number" : null }, button)
}

function cell(column, value, index, choose, id, numbers) {
  const content = column.lang ? name(value, column.lang) : column.number ? numbers.format(value) : String(value)
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
  for (const row of parentElement.querySelectorAll("tbody tr")) row.setAttribute("aria-selected", String(row.dataset.id === place))
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
    element("caption", {}, rows.length ? data.caption : data.nothing),
    element("thead", {}, head),
    element("tbody", {}, ...rows.map(item => row(data, item, numbers))),
  )
  fill(parentElement, element("h2", {}, data.title), element("div", { class: "scroll" }, table))
  mark(parentElement, document.documentElement.dataset.datelinePlace)
}

export default function (component) {
  const { parentElement, data } = component
  const stop = stops.get(parentElement) ?? listen({ "dateline:selected": event => mark(parentElement, event.detail.place) })
  stops.set(parentElement, stop)
  draw(parentElement, data)
  return () => {
    stop()
    stops.delete(parentElement)
  }
}
