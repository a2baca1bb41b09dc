// Runs before anything else of the page, also in old browsers: plain syntax only.
;(function () {
  var root = document.documentElement

  // What the app cannot do without and no older version has: Chrome 120, Firefox 128 and Safari 17.4 have all of it.
  function isCurrent() {
    return (
      typeof AbortSignal === 'function' &&
      'any' in AbortSignal &&
      'canParse' in URL &&
      'popover' in HTMLElement.prototype &&
      'toSorted' in Array.prototype &&
      'Segmenter' in Intl
    )
  }

  // Says so, and stops the page from loading what would fail in the middle of something.
  function sayTooOld() {
    var body = document.createElement('body')
    var text = document.createElement('p')
    text.setAttribute('role', 'alert')
    text.textContent =
      'This browser is too old for Hatteras. Use Chrome or Edge 120, Firefox 128, Safari 17.4, or a later version.'
    text.style.cssText = 'max-width: 32em; margin: 15vh auto; padding: 0 1em; font: 16px/1.5 sans-serif'
    body.appendChild(text)
    document.body = body
    window.stop()
  }
  if (!isCurrent()) {
    sayTooOld()
    return
  }

  // Before the first paint, so that a dark room never sees a white flash. The app keeps the choice up to date after it.
  var meta = document.querySelector('meta[name="theme-color"]')
  var theme = null
  try {
    theme = localStorage.getItem('hatteras:theme')
    // An older syntax than the rest of the code has.
    // oxlint-disable-next-line no-unused-vars
  } catch (blocked) {
    // Storage may be blocked: the system's theme is a good answer.
  }
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  }

  function paintBrowser() {
    if (meta) meta.setAttribute('content', root.dataset.theme === 'dark' ? '#0d1115' : '#f9fafc')
  }
  root.dataset.theme = theme
  paintBrowser()
  new MutationObserver(paintBrowser).observe(root, { attributeFilter: ['data-theme'] })
})()
