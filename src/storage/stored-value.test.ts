import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'

import { memoryStore } from '#lib/text-store.ts'

import { createStored, createStoredByAccount } from './stored-value.ts'

beforeEach(() => {
  vi.stubGlobal('addEventListener', vi.fn<typeof globalThis.addEventListener>())
  vi.stubGlobal('removeEventListener', vi.fn<typeof globalThis.removeEventListener>())
})

const schema = z.array(z.string())
const setUp = (stored?: string) => {
  const store = memoryStore()
  if (stored !== undefined) store.setItem('hatteras:words', stored)
  return { store, stored: () => createStored({ name: 'words', schema, fallback: [], store }) }
}

describe('createKept', () => {
  it('keeps a value for the next time', () => {
    const { stored } = setUp()
    expect(stored().write(['a'])).toBe(true)
    expect(stored().read()).toEqual(['a'])
  })

  it.each(['{"a":1}', 'not json', '[1]', 'null'])('falls back where storage holds %s', (stored) => {
    expect(setUp(stored).stored().read()).toEqual([])
  })

  it('stores what the codec makes of it', () => {
    const { store } = setUp()
    const amount = z.codec(z.string(), z.bigint(), { decode: BigInt, encode: String })
    const stored = createStored({ name: 'words', schema: amount, fallback: 0n, store })
    stored.write(12n)
    expect(store.getItem('hatteras:words')).toBe('"12"')
    expect(createStored({ name: 'words', schema: amount, fallback: 0n, store }).read()).toBe(12n)
  })

  it('holds on to a value that the browser would not store, and says so', () => {
    const full = {
      ...memoryStore(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    const stored = createStored({ name: 'words', schema, fallback: [], store: full })
    expect(stored.write(['a'])).toBe(false)
    expect(stored.read()).toEqual(['a'])
  })

  it('tells its listeners, and hands out the same value until it changes', () => {
    const stored = setUp('["a"]').stored()
    const listener = vi.fn<() => void>()
    const stop = stored.subscribe(listener)
    expect(stored.read()).toBe(stored.read())
    stored.write(['b'])
    stop()
    stored.write(['c'])
    expect(listener).toHaveBeenCalledTimes(1)
  })
})

describe('another tab', () => {
  it('is followed at the next reading', () => {
    const { store, stored: open } = setUp('["a"]')
    const stored = open()
    expect(stored.read()).toEqual(['a'])
    store.setItem('hatteras:words', '["b"]')
    expect(stored.read()).toEqual(['b'])
  })
})

describe('createKeptByAccount', () => {
  it('never mixes two accounts', () => {
    const store = memoryStore()
    const words = createStoredByAccount({ name: 'words', schema, fallback: [], store })
    words.of('one').write(['a'])
    expect(words.of('one').read()).toEqual(['a'])
    expect(words.of('two').read()).toEqual([])
  })
})
