// The page's voice: one live region that says what is selected, whatever selected it. What comes again, as the server's card after the
// one that the browser had at hand, is the same sentence and is not said twice.

const PAUSE = 200 // ms; who steps on quickly hears where the steps end
const states = new WeakMap()

function start(parentElement) {
  const state = {}
  const region = element("p", { role: "status" })
  const say = () => {
    const spoken = document.documentElement.dataset.datelineSpoken || (region.textContent && state.nothing)
    if (region.textContent !== spoken) region.textContent = spoken
  }
  const wait = () => {
    clearTimeout(state.timer)
    state.timer = setTimeout(say, PAUSE)
  }
  fill(parentElement, region)
  const stop = listen({ "dateline:selected": wait })
  state.stop = () => {
    clearTimeout(state.timer)
    stop()
  }
  wait()
  states.set(parentElement, state)
  return state
}

export default function (component) {
  const { parentElement, data } = component
  const state = states.get(parentElement) ?? start(parentElement)
  state.nothing = data.nothing
  return () => {
    state.stop()
    states.delete(parentElement)
  }
}
