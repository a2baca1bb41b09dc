// Runs before the first paint, so that a dark room never sees a white flash. The app keeps the choice up to date after it.
;(function () {
  var root = document.documentElement
  var meta = document.querySelector('meta[name="theme-color"]')
  var theme = null
  try {
    theme = localStorage.getItem('hatteras:theme')
  } catch {
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
