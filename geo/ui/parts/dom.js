// Joined in front of every part. Text reaches the page through textContent only, never as markup.

/** Return a new element with attributes, handlers (`onclick`) and children; strings become text. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (name.startsWith("on")) made[name] = value
    else made.setAttribute(name, value === true ? "" : String(value))
  }
  made.append(...children.filter(child => child !== null && child !== undefined))
  return made
}

/** Return a key as a keyboard of Latin letters names it: on one of another script J is where J is. */
function keyOf(event) {
  if (event.key === "؟") return "?"
  if (!/^(?!\p{Script=Latin})\p{L}$/u.test(event.key)) return event.key.toLowerCase()
  return { KeyJ: "j", KeyK: "k", Slash: event.shiftKey ? "?" : "/" }[event.code] ?? event.key
}

/** Tell whether a key belongs to a box that is typed into, to a dialog, or to the browser, or was switched off in the help. */
function typing(event) {
  const target = event.composedPath()[0]
  if (event.key.length === 1 && document.documentElement.dataset.datelineKeys === "off") return true
  if (event.composedPath().some(node => node.matches?.('dialog, [role="dialog"]'))) return true
  return event.ctrlKey || event.metaKey || event.altKey || target?.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target?.tagName)
}

/** Return text in an element of its own direction and language, so that it cannot turn its neighbours around. */
function name(text, lang) {
  return element("bdi", { lang, dir: ["ar", "fa", "ur", "he"].includes(lang) ? "rtl" : "ltr" }, text)
}

/** Replace the children of the part's root, and keep the keyboard's place by the `data-focus` of what had it. */
function fill(parentElement, ...children) {
  const root = parentElement.querySelector(".root")
  const focus = parentElement.activeElement?.dataset?.focus
  root.replaceChildren(...children)
  if (focus) root.querySelector(`[data-focus="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true })
  return root
}

/** Tell the other parts something. `choose`: the reader wants {start} or {place}; `selected`: {start, place} is selected now, and the page's data hold it. */
function tell(event, detail) {
  document.dispatchEvent(new CustomEvent(`dateline:${event}`, { detail }))
}

/** Listen to the other parts until the part is gone; a part calls this once, whatever number of times it is drawn. */
function listen(handlers) {
  for (const [type, handler] of Object.entries(handlers)) document.addEventListener(type, handler)
  return () => Object.entries(handlers).forEach(([type, handler]) => document.removeEventListener(type, handler))
}

/** Return a modal dialog under a heading; Escape, its cross and a press beside it close it, and the browser gives the focus back. */
function modal(title, close, ...children) {
  const cross = element("button", { type: "button", "aria-label": close, title: close, onclick: () => made.close() }, "×")
  const head = element("header", {}, element("h2", { id: "title" }, title), cross)
  const made = element("dialog", { tabindex: -1, "aria-labelledby": "title" }, head, ...children)
  made.onclick = event => {
    const box = made.getBoundingClientRect() // the browser reports a press beside the dialog as one on it
    const beside = event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom
    if (event.target === made && beside) made.close()
  }
  return made
}
