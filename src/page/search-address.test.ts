import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { createSearchAddress, type Place } from './search-address.ts'

/** A tab: its history, a router that arrives when it is told to, a clock, and a browser that counts writes as Safari does. */
const openTab = (path = '/instances') => {
  let time = 0
  let entries: Place[] = [{ path, search: '' }]
  let at = 0
  let router: Place = { path, search: '' }
  let timers: { due: number; run: () => void }[] = []
  let writes: number[] = []
  let isRefusing = false

  const real = (): Place => entries[at] ?? { path, search: '' }
  const count = () => {
    writes = [...writes.filter((one) => time - one < 30_000), time]
    if (isRefusing || writes.length > 100) throw new Error('SecurityError')
  }
  const address = createSearchAddress({
    real,
    now: () => time,
    later: (run, ms) => {
      const timer = { due: time + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
  })
  const write = (search: string, { replace }: { replace: boolean }) => {
    count()
    const place = { path: real().path, search }
    entries = replace ? entries.with(at, place) : [...entries.slice(0, at + 1), place]
    if (!replace) at += 1
  }
  const unsubscribe = address.subscribe(() => undefined)

  return {
    address,
    unsubscribe,
    /** What the page shows. */
    shown: () => {
      const asked = address.snapshot()
      return asked?.path === router.path ? asked.search : router.search
    },
    real: () => real().search,
    steps: () => entries.map(({ search }) => search),
    writes: () => writes.length,
    refuse: (is: boolean) => {
      isRefusing = is
    },
    step: (search: string) => address.ask({ path: router.path, search }, { replace: false }, write),
    type: (search: string) => address.ask({ path: router.path, search }, { replace: true }, write),
    base: () => address.base(router),
    arrive: () => {
      router = real()
      address.arrived(router)
    },
    go: (by: number) => {
      const next = at + by
      if (next < 0 || next >= entries.length) return
      at = next
      address.steppedBack()
    },
    follow: (place: Place) => {
      entries = [...entries.slice(0, at + 1), place]
      at += 1
    },
    wait: (ms: number) => {
      const end = time + ms
      for (;;) {
        const next = timers.toSorted((a, b) => a.due - b.due).find(({ due }) => due <= end)
        if (next === undefined) break
        timers = timers.filter((timer) => timer !== next)
        time = Math.max(time, next.due)
        next.run()
      }
      time = end
    },
  }
}

describe('what is asked for of the query string', () => {
  test('shows at once, and a double click that comes back leaves nothing behind', () => {
    const tab = openTab()
    tab.step('state=running')
    expect(tab.shown()).toBe('state=running')
    tab.step('')
    expect(tab.shown()).toBe('')
    tab.arrive()
    expect([tab.shown(), tab.real(), tab.address.snapshot()]).toEqual(['', '', null])
    tab.follow({ path: '/instances', search: 'gpu=yes' })
    tab.arrive()
    expect(tab.shown()).toBe('gpu=yes')
  })

  test('is built on by the next change, whether the router has arrived or not', () => {
    const tab = openTab()
    tab.step('state=running')
    tab.step(`${tab.base()}&gpu=yes`)
    expect(tab.real()).toBe('state=running&gpu=yes')
    expect(tab.steps()).toEqual(['', 'state=running', 'state=running&gpu=yes'])
  })

  test('is written a few times a second while one types, and not one letter is lost', () => {
    const tab = openTab()
    const text = Array.from({ length: 400 }, (_, index) => `q=${'x'.repeat(index + 1)}`)
    for (const search of text) {
      tab.type(search)
      expect(tab.shown()).toBe(search)
      tab.wait(100)
      tab.arrive()
    }
    expect(tab.writes()).toBeLessThanOrEqual(80)
    tab.wait(30_000)
    expect(tab.real()).toBe(text.at(-1))
    expect(tab.steps()).toHaveLength(1)
  })

  test('survives a browser that refuses, and is written when it gives in', () => {
    const tab = openTab()
    tab.refuse(true)
    tab.type('q=atlas')
    tab.wait(5000)
    expect([tab.shown(), tab.real()]).toEqual(['q=atlas', ''])
    tab.refuse(false)
    tab.wait(4000)
    expect(tab.real()).toBe('q=atlas')
  })

  test('leaves a browser that refuses alone for longer each time, since what it refuses may count', () => {
    const tab = openTab()
    tab.refuse(true)
    tab.type('q=atlas')
    tab.wait(60_000)
    expect(tab.writes()).toBeLessThan(5)
  })

  test('gives way to Back, and to a link', () => {
    const tab = openTab()
    tab.step('state=running')
    tab.arrive()
    tab.type('state=running&q=a')
    tab.type('state=running&q=at')
    tab.go(-1)
    tab.arrive()
    tab.wait(60_000)
    expect([tab.shown(), tab.real()]).toEqual(['', ''])

    tab.type('q=a')
    tab.type('q=at')
    tab.follow({ path: '/instances', search: 'gpu=yes' })
    tab.wait(60_000)
    tab.arrive()
    expect([tab.shown(), tab.real()]).toEqual(['gpu=yes', 'gpu=yes'])
  })

  test('is written as the page goes, unless another page is there already', () => {
    const tab = openTab()
    tab.type('q=a')
    tab.type('q=at')
    tab.unsubscribe()
    expect(tab.real()).toBe('q=at')

    const gone = openTab()
    gone.type('q=a')
    gone.type('q=at')
    gone.follow({ path: '/costs', search: '' })
    gone.unsubscribe()
    gone.wait(60_000)
    expect(gone.steps()).toEqual(['q=a', ''])
  })

  test('is a step of its own after what was typed, which is written first', () => {
    const tab = openTab()
    tab.type('q=a')
    tab.type('q=at')
    tab.step('q=at&gpu=yes')
    expect(tab.steps()).toEqual(['q=at', 'q=at&gpu=yes'])
  })
})

test('in any order of clicks, letters, steps back, links and refusals, page and address agree in the end', () => {
  const search = fc.constantFrom('', 'q=a', 'q=ab', 'state=running', 'q=a&state=running')
  const action = fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('step' as const), search }) },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('type' as const), search }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('go' as const), by: fc.constantFrom(-1, 1) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('follow' as const), search }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('arrive' as const) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(900) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('refuse' as const), is: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const) }) },
  )
  fc.assert(
    fc.property(fc.array(action, { maxLength: 250 }), (actions) => {
      const tab = openTab()
      for (const one of actions) {
        if (one.kind === 'step' || one.kind === 'type') {
          tab[one.kind](one.search)
          expect(tab.shown()).toBe(one.search)
        } else if (one.kind === 'go') tab.go(one.by)
        else if (one.kind === 'follow') tab.follow({ path: '/instances', search: one.search })
        else if (one.kind === 'arrive') tab.arrive()
        else if (one.kind === 'wait') tab.wait(one.ms)
        else if (one.kind === 'refuse') tab.refuse(one.is)
        else tab.address.flush()
      }
      tab.refuse(false)
      tab.wait(120_000)
      tab.arrive()
      expect(tab.shown()).toBe(tab.real())
      expect(tab.address.snapshot()).toBeNull()
    }),
  )
})
