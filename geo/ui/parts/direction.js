// Names the language and direction of the page, for the browser, for screen readers and for `:dir()` in the parts' styles.

export default function (component) {
  const { lang, dir } = component.data
  Object.assign(document.documentElement, { lang, dir })
}
