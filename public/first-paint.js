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
    return Number.isFinite(value)
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

  // The key whose account the app will show, and the store that it is in; undefined when signed out.
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
    function keyIn(store) {
      var found = listIn(store, 'connections', isKey).find(isCurrentKey)
      return found && { id: found.id, name: found.name, key: found.key, service: found.service, store: store }
    }
    var found = keyIn(device) || keyIn(tab)
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
    // The timer would keep the key and the answer in memory.
    function settle() {
      clearTimeout(timer)
      if (window.hatterasEarlyList === take) window.hatterasEarlyList = undefined
    }
    function giveUp() {
      if (window.hatterasEarlyList === take) abort.abort()
      settle()
    }
    function waitFor(time) {
      clearTimeout(timer)
      if (window.hatterasEarlyList === take) timer = setTimeout(giveUp, time)
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
      waitFor(longestAge)
      return response
    })
    // The app then asks by itself.
    answer.catch(settle)
    take.answer = answer
    window.hatterasEarlyList = take
    var timer
    waitFor(longestWait)
  }

  // A copy of a template of the page, and where in it what is written.
  function copyOf(template) {
    return document.importNode(template.content, true)
  }
  function part(box, name) {
    return box.querySelector('[data-part="' + name + '"]')
  }
  function write(box, texts) {
    for (var name in texts) {
      var place = part(box, name)
      if (place) place.textContent = texts[name]
    }
  }

  // What the app has stored of the fleet (src/storage/last-fleet.ts); null where any of it is odd, for then none of it is drawn.
  var longestText = 300
  var mostRows = 25
  function isShort(value) {
    return isText(value) && value.length <= longestText
  }
  function hasShort(value, names) {
    return (
      !!value &&
      names.every(function (name) {
        return isShort(value[name])
      })
    )
  }
  function isColumn(column) {
    return hasShort(column, ['key', 'label', 'className']) && typeof column.isEnd === 'boolean'
  }
  function isRow(row) {
    return hasShort(row, [
      'nameStart',
      'nameEnd',
      'note',
      'kind',
      'state',
      'vcpu',
      'ram',
      'disk',
      'prefix',
      'cost',
    ])
  }
  function lastFleet(current) {
    // All was forgotten while this tab was away: what it has is from before that.
    if (current.store === tab && valueIn(tab, 'fleets-forgotten') !== valueIn(device, 'fleets-forgotten'))
      return null
    var fleet = valueIn(current.store, 'last-fleet:' + current.id)
    var isWhole =
      hasShort(fleet, ['prefix', 'hourly', 'monthly']) &&
      typeof fleet.isCompact === 'boolean' &&
      Array.isArray(fleet.columns) &&
      fleet.columns.length <= mostRows &&
      fleet.columns.every(isColumn) &&
      Array.isArray(fleet.rows) &&
      fleet.rows.length > 0 &&
      fleet.rows.length <= mostRows &&
      fleet.rows.every(isRow)
    return isWhole ? fleet : null
  }

  // A row as src/features/fleet/fleet-row.tsx has it, as far as it is known.
  function drawRow(fleet, cells, values) {
    var row = document.createElement('tr')
    row.className =
      'fleet-row *:border-b *:border-line last:*:border-b-0 ' + (fleet.isCompact ? 'h-9' : 'h-11')
    if (values.kind === 'stopped') row.setAttribute('data-stopped', '')
    if (values.kind !== 'running') row.setAttribute('data-resting', '')
    fleet.columns.forEach(function (column) {
      var cell = document.createElement('td')
      cell.className =
        'truncate px-1.75 py-0 first:pl-(--table-gutter) last:pr-(--table-gutter) ' +
        (column.isEnd ? 'text-right ' : 'text-left ') +
        column.className
      cell.setAttribute('data-cell', column.key)
      if (cells[column.key]) {
        cell.appendChild(copyOf(cells[column.key]))
        write(cell, values)
        write(cell, { lead: values.kind === 'running' ? '' : values.state + ' \u00b7 ' })
        var mark = cells['mark ' + values.kind]
        if (mark && part(cell, 'mark')) part(cell, 'mark').appendChild(copyOf(mark))
      }
      row.appendChild(cell)
    })
    return row
  }
  function drawHead(column) {
    var head = document.createElement('th')
    head.className =
      'h-8.5 border-b border-line bg-surface px-1.75 text-small font-medium whitespace-nowrap text-ink-muted first:pl-(--table-gutter) last:pr-(--table-gutter) ' +
      (column.isEnd ? 'text-right ' : 'text-left ') +
      column.className
    head.textContent = column.label
    return head
  }
  function drawFleet(fleet) {
    var drawn = copyOf(document.getElementById('last-fleet'))
    var cells = {}
    drawn.querySelectorAll('template').forEach(function (cell) {
      cells[cell.getAttribute('data-cell')] = cell
      cell.remove()
    })
    write(drawn, fleet)
    fleet.columns.forEach(function (column) {
      part(drawn, 'head').appendChild(drawHead(column))
    })
    fleet.rows.forEach(function (row) {
      part(drawn, 'body').appendChild(drawRow(fleet, cells, row))
    })
    return drawn
  }

  // One row stands for all of them in the page, here as in src/features/fleet/fleet-page.tsx.
  function drawSkeleton() {
    var drawn = copyOf(document.getElementById('fleet-skeleton'))
    var row = drawn.querySelector('[data-row]')
    for (var more = 8; more > 0; more -= 1) row.after(row.cloneNode(true))
    return drawn
  }

  function firstLetter(name) {
    // Most names: to make a segmenter takes longer than all else here.
    if (/^[ -~]{2}|^[ -~]$/.test(name)) return name[0].toUpperCase()
    var letter = Array.from(new Intl.Segmenter('en').segment(name))[0]
    return letter ? letter.segment.toUpperCase() : ''
  }

  // The frame of the page, and what is known of the fleet, until the app draws the same (src/app/shell/shell.tsx).
  function drawPage(root, current) {
    var page = location.pathname.split('/')[1] || 'instances'
    var isFleet = /^\/(?:instances\/?)?$/.test(location.pathname)
    var fleet = lastFleet(current)
    var drawn = copyOf(document.getElementById('first-paint'))
    drawn.querySelector('[data-page="' + page + '"]').setAttribute('aria-current', 'page')
    write(drawn, {
      account: current.name,
      hint: current.key.length < 12 ? 'short key' : 'key \u00b7\u00b7\u00b7\u00b7' + current.key.slice(-4),
      initial: firstLetter(current.name),
      command: /mac|iphone|ipad/i.test(navigator.userAgent) ? '\u2318K' : 'Ctrl K',
    })
    if (said('backend') !== 'sandbox') part(drawn, 'sandbox').remove()
    if (!isFleet) part(drawn, 'page').remove()
    else {
      var box = document.createElement('div')
      box.id = 'first-fleet'
      box.inert = true
      box.setAttribute('aria-hidden', 'true')
      box.dataset.account = current.id
      box.translate = false
      var isKnown = fleet && location.search === ''
      var chosen = valueIn(device, 'fleet')
      if (isKnown ? fleet.isCompact : chosen && chosen.density === 'compact') box.dataset.compact = ''
      box.appendChild(isKnown ? drawFleet(fleet) : drawSkeleton())
      part(drawn, 'page').appendChild(box)
      // Once they are seen, the grey bars are not to wait anew where the app puts them.
      setTimeout(function () {
        box.dataset.shown = ''
      }, 150)
    }
    root.appendChild(drawn)
  }

  function attempt(work) {
    try {
      work()
      // oxlint-disable-next-line no-unused-vars
    } catch (odd) {
      // Whatever is odd about what is stored, the app tells.
    }
  }

  // Sign-in needs none of it, and what is not known here is left to the app.
  var pages = /^\/(?:(?:instances|webapps|costs|activity|settings)(?:\/.*)?)?$/
  function said(name) {
    var meta = document.querySelector('meta[name="hatteras-' + name + '"]')
    return (meta && meta.getAttribute('content')) || ''
  }
  attempt(function () {
    var service = said('service')
    var current = pages.test(location.pathname) ? currentKey(service) : undefined
    if (!current) return
    askForList(service, current.key)
    // The body of the page follows this script.
    var observer = new MutationObserver(function () {
      var root = document.getElementById('root')
      if (!root) return
      observer.disconnect()
      attempt(function () {
        drawPage(root, current)
      })
    })
    observer.observe(document.documentElement, { childList: true, subtree: true })
  })
})()
