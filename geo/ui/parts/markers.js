// The markers of the map, which stands in a frame of its own: the page keeps them under a key, and what is sent with each click names
// that key.

export default function (component) {
  document.datelineMarkers = component.data
  tell("markers", {})
}
