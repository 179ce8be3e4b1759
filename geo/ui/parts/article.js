// The article: paragraphs of running text and of mentions that can be chosen by mouse, touch and keyboard.
// A mention is an inline span, not a <button>: a button is a box of its own, which would break the joining of Arabic letters
// between a prefix and its name, and the breaking of lines.

const states = new WeakMap()
const MOST_FOUND = 3000 // highlights; more would slow down the scrolling

function mark(piece, choose) {
  return element(
    "span",
    {
      class: `mention ${piece.style}`,
      role: "button",
      tabindex: 0,
      "data-start": piece.start,
      onclick: () => choose(piece.start, true),
      onkeydown: event => {
        if (event.key !== "Enter" && event.key !== " ") return
        event.preventDefault()
        event.stopPropagation()
        choose(piece.start, true)
      },
    },
    piece.text,
  )
}

function paragraph({ pieces, lang, dir }, tag, choose) {
  return element(tag, { lang, dir }, ...pieces.map(piece => (typeof piece === "string" ? piece : mark(piece, choose))))
}

/** Exchange the lines whose marks or language changed, so that the reader's place in a text that stands there stays. */
function exchange(state, data, known) {
  known.forEach((line, i) => {
    if (line === state.known[i]) return
    const tag = state.lines[i].tagName
    const made = paragraph(data.paragraphs[i], tag, state.choose)
    state.lines[i].replaceWith(made)
    state.lines[i] = made
  })
}

function build(parentElement, data, state, source) {
  const heading = data.heading ? [element("h2", { dir: "auto" }, data.heading)] : []
  const own = data.first_is_heading ? 1 : 0
  state.lines = data.paragraphs.map((line, i) => paragraph(line, i < own ? "h2" : "p", state.choose))
  state.article = element("article", {}, ...heading, ...state.lines.slice(0, own), source, ...state.lines.slice(own))
  state.selected = null
  fill(parentElement, state.article).scrollTop = 0
}

/** Show an article, or what is new of the one that stands there. */
function show(parentElement, data, state) {
  const known = data.paragraphs.map(line => JSON.stringify(line))
  const story = JSON.stringify([data.article, data.heading, data.first_is_heading, known.length])
  const source = element("p", { class: "source", dir: data.source_dir }, data.source)
  if (state.story === story) {
    exchange(state, data, known)
    state.article.querySelector(".source").replaceWith(source)
  } else build(parentElement, data, state, source)
  state.article.lang = data.lang
  state.article.dir = data.dir
  state.root.tabIndex = state.article.querySelector(".mention") ? -1 : 0 // a text without names is scrolled by the keyboard all the same
  Object.assign(state, { story, known, version: data.version })
}

function scrollTo(root, chosen) {
  const scroller = root.scrollHeight > root.clientHeight + 1 ? root : null
  const smooth = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"
  const box = chosen.getBoundingClientRect()
  if (scroller === null) {
    const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(chosen) // what the map and the card cover of the screen
    const hidden = box.top < parseFloat(scrollMarginTop) || box.bottom > window.innerHeight - parseFloat(scrollMarginBottom)
    if (hidden) chosen.scrollIntoView({ block: "center", behavior: smooth })
    return
  }
  const frame = scroller.getBoundingClientRect()
  if (box.top > frame.top + 40 && box.bottom < frame.bottom - 40) return
  scroller.scrollTo({ top: scroller.scrollTop + box.top - frame.top - frame.height / 2, behavior: smooth })
}

function select(state, root, start) {
  const changed = state.selected !== start
  state.selected = start
  for (const old of root.querySelectorAll('[aria-pressed="true"]')) old.removeAttribute("aria-pressed")
  const chosen = start === null ? null : root.querySelector(`[data-start="${start}"]`)
  chosen?.setAttribute("aria-pressed", "true")
  if (chosen && changed) requestAnimationFrame(() => scrollTo(root, chosen))
}

function step(state, root, by) {
  const marks = [...root.querySelectorAll(".mention")]
  if (marks.length === 0) return null
  const starts = marks.map(item => Number(item.dataset.start))
  const at = starts.indexOf(state.selected)
  const next = at < 0 ? (by > 0 ? 0 : marks.length - 1) : Math.min(Math.max(at + by, 0), marks.length - 1)
  marks[next].focus({ preventScroll: true })
  return starts[next]
}

/** Return where a block holds a text, across the marks in it. */
function places(block, forms) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const pieces = []
  let whole = ""
  while (walker.nextNode()) {
    pieces.push({ node: walker.currentNode, begin: whole.length })
    whole += walker.currentNode.data
  }
  const boundary = at => {
    const piece = pieces.findLast(each => each.begin < at) ?? pieces[0]
    return [piece.node, at - piece.begin]
  }
  const found = []
  for (const form of forms) {
    for (let at = whole.indexOf(form); at >= 0; at = whole.indexOf(form, at + form.length)) {
      const range = document.createRange()
      range.setStart(...boundary(at))
      range.setEnd(...boundary(at + form.length))
      found.push(range)
    }
  }
  return found
}

/** Highlight what is searched for; where the browser has no highlights the search still says how often it stands here. */
function highlight(root) {
  const forms = document.datelineFound ?? []
  if (!globalThis.CSS?.highlights || !root) return
  CSS.highlights.delete("dateline-found")
  if (forms.length === 0) return
  const ranges = [...root.querySelectorAll("h2, p:not(.source)")].flatMap(block => places(block, forms))
  CSS.highlights.set("dateline-found", new Highlight(...ranges.slice(0, MOST_FOUND)))
}

function start(parentElement) {
  const state = { version: null, selected: null }
  const choose = (start, fly) => {
    select(state, state.root, start)
    tell("choose", { start, fly })
  }
  state.choose = choose
  state.stop = listen({
    "dateline:selected": event => select(state, state.root, event.detail.start),
    "dateline:found": () => highlight(state.root),
    keydown: event => {
      if (typing(event)) return
      const by = { j: 1, k: -1 }[keyOf(event)]
      const next = by ? step(state, state.root, by) : null
      if (next !== null) choose(next, false)
      else if (event.key === "Enter" && event.target === document.body && state.selected !== null) choose(state.selected, true)
    },
  })
  states.set(parentElement, state)
  return state
}

export default function (component) {
  const { parentElement, data } = component
  const state = states.get(parentElement) ?? start(parentElement)
  state.root = parentElement.querySelector(".root")
  if (state.version !== data.version) {
    show(parentElement, data, state)
    highlight(state.root)
    const known = document.documentElement.dataset.datelineStart
    select(state, state.root, known ? Number(known) : null)
  }
  return () => {
    state.stop()
    states.delete(parentElement)
  }
}
