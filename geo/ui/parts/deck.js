// The cards of the markers, of very many those of the most named places, at hand in the browser: a click on a marker turns up its card at once, while the server, which has the last
// word, is still being told.

const decks = new WeakMap()

function start(parentElement) {
  const deck = { cards: {}, words: {} }
  const hear = event => {
    const said = event.data
    if (said?.type !== "streamlit:setComponentValue" || !said.value) return
    if (event.source !== document.querySelector('iframe[title^="streamlit_folium"]')?.contentWindow) return
    const card = Object.hasOwn(deck.cards, said.value.place) ? deck.cards[said.value.place] : null
    if (card && document.documentElement.dataset.datelinePlace !== said.value.place) tell("card", { ...card, words: { ...deck.words, ...card.words } })
  }
  window.addEventListener("message", hear)
  deck.stop = () => window.removeEventListener("message", hear)
  decks.set(parentElement, deck)
  return deck
}

export default function (component) {
  const { parentElement, data } = component
  const deck = decks.get(parentElement) ?? start(parentElement)
  Object.assign(deck, { cards: data.cards, words: data.words })
  return () => {
    deck.stop()
    decks.delete(parentElement)
  }
}
