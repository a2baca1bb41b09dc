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

  // Storage may be blocked: then there is nothing in it.
  function textIn(open, name) {
    try {
      return open().getItem('hatteras:' + name)
      // An older syntax than the rest of the code has.
      // oxlint-disable-next-line no-unused-vars
    } catch (blocked) {
      return null
    }
  }
  function device() {
    return localStorage
  }
  function tab() {
    return sessionStorage
  }

  // Before the first paint, so that a dark room never sees a white flash. The app keeps the choice up to date after it.
  var meta = document.querySelector('meta[name="theme-color"]')
  var theme = textIn(device, 'theme')
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  }

  function paintBrowser() {
    if (meta) meta.setAttribute('content', root.dataset.theme === 'dark' ? '#0d1115' : '#f9fafc')
  }
  root.dataset.theme = theme
  paintBrowser()
  new MutationObserver(paintBrowser).observe(root, { attributeFilter: ['data-theme'] })

  // What the app will find in these stores, by the rules of src/session/connections.ts and session-store.ts.
  function valueIn(open, name) {
    try {
      return JSON.parse(textIn(open, name))
      // oxlint-disable-next-line no-unused-vars
    } catch (damaged) {
      return null
    }
  }
  function isText(value) {
    return typeof value === 'string'
  }
  function isNumber(value) {
    return typeof value === 'number'
  }
  function isKey(one) {
    return (
      !!one &&
      isText(one.id) &&
      one.id !== '' &&
      isText(one.name) &&
      isText(one.key) &&
      one.key !== '' &&
      (one.service === undefined || isText(one.service)) &&
      (one.since === undefined || isNumber(one.since))
    )
  }
  function isSignOut(one) {
    return !!one && isText(one.id) && isNumber(one.at)
  }
  function listIn(open, name, isOne) {
    var list = valueIn(open, name)
    return Array.isArray(list) && list.every(isOne) ? list : []
  }

  // The key whose account the app will show; undefined when signed out.
  function currentKey(service) {
    var id = valueIn(tab, 'current')
    if (!isText(id)) id = valueIn(device, 'current')
    var outs = listIn(device, 'signed-out', isSignOut)
    function isCurrentKey(one) {
      var since = one.since || 0
      function isAfter(out) {
        return (out.id === id || out.id === '*') && out.at >= since
      }
      return one.id === id && since > -1 && !outs.some(isAfter)
    }
    var found = listIn(device, 'connections', isKey)
      .filter(isCurrentKey)
      .concat(listIn(tab, 'connections', isKey).filter(isCurrentKey))[0]
    return found && found.service === service ? found : undefined
  }

  // Asks for the list while the code of the app is on its way, with the request that the app would make (src/api/http.ts). The app's own
  // first request for it takes the answer over (src/api/early-list.ts). What nobody takes in these times, in ms, is too old.
  var longestWait = 15000
  var longestAge = 5000
  function askForList(service, key) {
    var path = '/api/instance/'
    var headers = new Headers({
      Accept: 'application/json',
      Authorization: 'Bearer ' + key,
      'X-Hatteras-Service': service,
    })
    var abort = new AbortController()
    function settle() {
      if (window.hatterasEarlyList === take) window.hatterasEarlyList = undefined
    }
    function giveUp() {
      if (window.hatterasEarlyList === take) abort.abort()
      settle()
    }
    function inWords(list) {
      return JSON.stringify(Array.from(list))
    }
    function take(url, init) {
      if (url !== path || init.method !== 'GET') return null
      if (inWords(new Headers(init.headers)) !== inWords(headers)) {
        giveUp()
        return null
      }
      settle()
      init.signal.addEventListener('abort', function () {
        abort.abort(init.signal.reason)
      })
      return answer
    }
    var answer = fetch(path, {
      headers: headers,
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'manual',
      signal: abort.signal,
    }).then(function (response) {
      response.arrivedAt = Date.now()
      setTimeout(giveUp, longestAge)
      return response
    })
    // The app then asks by itself.
    answer.catch(settle)
    setTimeout(giveUp, longestWait)
    window.hatterasEarlyList = take
  }

  // Sign-in needs no list, and what is not known here is left to the app.
  var listPages = /^\/(?:(?:instances|webapps|costs|activity|settings)(?:\/.*)?)?$/
  function start() {
    var meta = document.querySelector('meta[name="hatteras-service"]')
    var service = (meta && meta.getAttribute('content')) || ''
    var current = listPages.test(location.pathname) ? currentKey(service) : undefined
    if (current) askForList(service, current.key)
  }
  try {
    start()
    // oxlint-disable-next-line no-unused-vars
  } catch (odd) {
    // Whatever is odd about what is stored, the app tells.
  }
})()
