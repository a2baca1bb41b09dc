import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'

import { beforeEach, expect, test, vi } from 'vitest'

import { createHttp } from './http.ts'
import { fetchOrTake } from './early-list.ts'

const script = readFileSync('public/first-paint.js', 'utf8')

const id = 'c-1'
const key = { id, name: 'Mine', key: 'k', service: 'sandbox', since: 1 }

/** A number of JSON that JavaScript reads as Infinity. */
const beyondNumbers = '1e999'

interface Visit {
  path?: string
  tab?: Record<string, unknown>
  device?: Record<string, unknown>
}

const storeOf = (values: Record<string, unknown>) => {
  const texts = new Map(
    Object.entries(values).map(([name, value]) => [
      `hatteras:${name}`,
      JSON.stringify(value).replaceAll(`"${beyondNumbers}"`, beyondNumbers),
    ]),
  )
  return { getItem: (name: string) => texts.get(name) ?? null }
}

interface Asked {
  url: string
  init: RequestInit
}

/** Runs the script as the page does, and tells what it asked for. */
const visit = (
  { path = '/instances', tab = {}, device = {} }: Visit,
  answer = Promise.resolve(new Response('[]')),
) => {
  const asked: Asked[] = []
  const timers = new Map<number, () => void>()
  const window: Pick<typeof globalThis, 'hatterasEarlyList'> = { hatterasEarlyList: undefined }
  const document = {
    documentElement: { dataset: {} },
    querySelector: (selector: string) =>
      selector.includes('service') ? { getAttribute: () => 'sandbox' } : null,
  }
  runInNewContext(script, {
    window,
    document,
    location: { pathname: path },
    localStorage: storeOf(device),
    sessionStorage: storeOf(tab),
    fetch: (url: string, init: RequestInit) => {
      asked.push({ url, init })
      return answer
    },
    setTimeout: (call: () => void, time: number) => {
      timers.set(time, call)
      return time
    },
    clearTimeout: (time: number) => timers.delete(time),
    matchMedia: () => ({ matches: false }),
    MutationObserver: class {
      observe = () => undefined
    },
    HTMLElement: { prototype: { popover: null } },
    AbortSignal,
    AbortController,
    Headers,
    URL,
    Intl,
    Array,
  })
  vi.stubGlobal('hatterasEarlyList', window.hatterasEarlyList)
  const isLeft = () => window.hatterasEarlyList !== undefined
  return { asked, isLeft, timers }
}

const signedIn: Visit = { device: { connections: [key], current: id } }

/** Asks for the list as the app does; what it was answered, and how often it asked itself. */
const ask = async (withKey = 'k') => {
  const own: Asked[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    own.push({ url, init })
    return Response.json(['own'])
  })
  const http = createHttp({
    fetch: fetchOrTake,
    baseUrl: '/api',
    service: 'sandbox',
    getKey: () => withKey,
    now: () => 0,
  })
  return { list: await http('list'), own }
}

beforeEach(() => {
  vi.stubGlobal('hatterasEarlyList', undefined)
})

test('it asks as the app does', async () => {
  const { asked } = visit(signedIn)
  vi.stubGlobal('hatterasEarlyList', undefined)
  const { own } = await ask()
  const plain = ({
    url,
    init: { headers, signal: _signal, method = 'GET', body = null, ...rest },
  }: Asked) => ({
    url,
    method,
    body,
    headers: [...new Headers(headers)],
    ...rest,
  })
  expect(asked.map(plain)).toEqual(own.map(plain))
})

test.each([
  ['kept on the device', signedIn],
  ['of this tab', { tab: { connections: [key], current: id } }],
  ['on another page', { ...signedIn, path: '/costs' }],
  ['at the root', { ...signedIn, path: '/' }],
  ['entered after a sign-out', { device: { ...signedIn.device, 'signed-out': [{ id, at: 0 }] } }],
] satisfies [string, Visit][])('with a key %s it asks for the list', (_what, how) => {
  expect(visit(how).asked).toHaveLength(1)
})

test.each([
  ['no key', {}],
  ['at sign-in', { ...signedIn, path: '/sign-in' }],
  ['at an address of no page', { ...signedIn, path: '/other' }],
  ['signed out of in this tab', { ...signedIn, tab: { current: '' } }],
  ['where this tab shows another account', { ...signedIn, tab: { current: 'c-2' } }],
  ['where nobody chose it', { device: { connections: [key] } }],
  ['signed out', { device: { ...signedIn.device, 'signed-out': [{ id, at: 1 }] } }],
  ['signed out with all others', { device: { ...signedIn.device, 'signed-out': [{ id: '*', at: 2 }] } }],
  ['of another service', { device: { connections: [{ ...key, service: 'https://other' }], current: id } }],
  ['of no known service', { device: { connections: [{ ...key, service: undefined }], current: id } }],
  [
    'of another service, before one of this tab',
    {
      device: { connections: [{ ...key, service: 'https://other' }], current: id },
      tab: { connections: [key], current: id },
    },
  ],
  ['among damaged ones', { device: { connections: [key, { id: 7 }], current: id } }],
  [
    'of a time that is no number',
    { device: { connections: [{ ...key, since: beyondNumbers }], current: id } },
  ],
  ['that is no text', { device: { connections: [{ ...key, key: 7 }], current: id } }],
  ['that no header can hold', { device: { connections: [{ ...key, key: 'a\nb' }], current: id } }],
] satisfies [string, Visit][])('with a key %s it asks for nothing', (_what, how) => {
  const { asked, isLeft } = visit(how)
  expect(asked).toEqual([])
  expect(isLeft()).toBe(false)
})

test('the answer is taken over, once, and nothing of it is left', async () => {
  const response = Response.json(['early'])
  const { isLeft, timers } = visit(signedIn, Promise.resolve(response))
  expect(await ask()).toEqual({ list: ['early'], own: [] })
  expect(response.arrivedAt).toBeGreaterThan(0)
  expect(isLeft()).toBe(false)
  expect(timers.size).toBe(0)
})

test('for another key it is given up', async () => {
  const { asked, isLeft } = visit(signedIn)
  expect((await ask('other')).list).toEqual(['own'])
  expect(isLeft()).toBe(false)
  expect(asked[0]?.init.signal?.aborted).toBe(true)
})

test('what asks for something else leaves it to the one that asks for the list', () => {
  visit(signedIn)
  expect(globalThis.hatterasEarlyList?.('/api/instance/u-1/', { method: 'GET' })).toBeNull()
  expect(globalThis.hatterasEarlyList?.('/api/instance/', { method: 'POST' })).toBeNull()
})

test('what has failed by then is of no use', async () => {
  const { isLeft } = visit(signedIn, Promise.reject(new TypeError('no network')))
  await vi.waitFor(() => expect(isLeft()).toBe(false))
})

test('an answer that nobody takes within five seconds is given up', async () => {
  const { asked, isLeft, timers } = visit(signedIn)
  await vi.waitFor(() => expect([...timers.keys()]).toEqual([5000]))
  timers.get(5000)?.()
  expect(isLeft()).toBe(false)
  expect(asked[0]?.init.signal?.aborted).toBe(true)
})

test('a request that is not answered and not taken is given up', () => {
  const { asked, isLeft, timers } = visit(signedIn, new Promise<Response>(() => undefined))
  expect([...timers.keys()]).toEqual([15_000])
  timers.get(15_000)?.()
  expect(isLeft()).toBe(false)
  expect(asked[0]?.init.signal?.aborted).toBe(true)
})

test('the one that took it ends it', async () => {
  const { asked } = visit(signedIn)
  const own = new AbortController()
  await globalThis.hatterasEarlyList?.('/api/instance/', {
    ...asked[0]?.init,
    method: 'GET',
    signal: own.signal,
  })
  own.abort()
  expect(asked[0]?.init.signal?.aborted).toBe(true)
})
