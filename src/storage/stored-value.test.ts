import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'

import { memoryStore } from '#lib/text-store.ts'

import { createKept, createKeptByAccount } from './stored-value.ts'

beforeEach(() => {
  vi.stubGlobal('addEventListener', vi.fn<typeof globalThis.addEventListener>())
  vi.stubGlobal('removeEventListener', vi.fn<typeof globalThis.removeEventListener>())
})

const schema = z.array(z.string())
const setUp = (stored?: string) => {
  const store = memoryStore()
  if (stored !== undefined) store.setItem('hatteras:words', stored)
  return { store, kept: () => createKept({ name: 'words', schema, fallback: [], store }) }
}

describe('createKept', () => {
  it('keeps a value for the next time', () => {
    const { kept } = setUp()
    expect(kept().write(['a'])).toBe(true)
    expect(kept().read()).toEqual(['a'])
  })

  it.each(['{"a":1}', 'not json', '[1]', 'null'])('falls back where storage holds %s', (stored) => {
    expect(setUp(stored).kept().read()).toEqual([])
  })

  it('stores what the codec makes of it', () => {
    const { store } = setUp()
    const amount = z.codec(z.string(), z.bigint(), { decode: BigInt, encode: String })
    const kept = createKept({ name: 'words', schema: amount, fallback: 0n, store })
    kept.write(12n)
    expect(store.getItem('hatteras:words')).toBe('"12"')
    expect(createKept({ name: 'words', schema: amount, fallback: 0n, store }).read()).toBe(12n)
  })

  it('holds on to a value that the browser would not store, and says so', () => {
    const full = {
      ...memoryStore(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    const kept = createKept({ name: 'words', schema, fallback: [], store: full })
    expect(kept.write(['a'])).toBe(false)
    expect(kept.read()).toEqual(['a'])
  })

  it('tells its listeners, and hands out the same value until it changes', () => {
    const kept = setUp('["a"]').kept()
    const listener = vi.fn<() => void>()
    const stop = kept.subscribe(listener)
    expect(kept.read()).toBe(kept.read())
    kept.write(['b'])
    stop()
    kept.write(['c'])
    expect(listener).toHaveBeenCalledTimes(1)
  })
})

describe('another tab', () => {
  it('is followed at the next reading', () => {
    const { store, kept: open } = setUp('["a"]')
    const kept = open()
    expect(kept.read()).toEqual(['a'])
    store.setItem('hatteras:words', '["b"]')
    expect(kept.read()).toEqual(['b'])
  })
})

describe('createKeptByAccount', () => {
  it('never mixes two accounts', () => {
    const store = memoryStore()
    const words = createKeptByAccount({ name: 'words', schema, fallback: [], store })
    words.of('one').write(['a'])
    expect(words.of('one').read()).toEqual(['a'])
    expect(words.of('two').read()).toEqual([])
  })
})
