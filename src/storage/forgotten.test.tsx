import { act, render } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'

import { memoryStore, noStore } from '#lib/text-store.ts'
import { emptyCreateForm } from '#model/create/create-form.ts'

import { forgottenAt, forgottenHere, noteForgotten, useForgetting, writtenNow } from './forgotten.ts'
import { createStoredByAccount } from './stored-value.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const Tab = () => {
  useForgetting()
  return null
}

const keep = (name: string, value: unknown) =>
  sessionStorage.setItem(`hatteras:${name}`, JSON.stringify(value))

/** As another tab does it: this one hears of it by an event, or when it is looked at again. */
const forgetElsewhere = (id: string, at: number, event: Event) =>
  act(() => {
    localStorage.setItem('hatteras:forgotten', JSON.stringify([{ id, at }]))
    globalThis.dispatchEvent(event)
  })

test.each(['storage', 'visibilitychange', 'pageshow'])(
  'a tab that hears of a forgetting by %s drops its own part of the account, and of no other',
  (event) => {
    const at = Date.now()
    const dropped: string[] = []
    const stop = forgottenHere.listen((id) => dropped.push(id))
    render(<Tab />)
    keep('create-draft', { connectionId: 'c-1', search: '', form: emptyCreateForm, at })
    keep('operations:c-1', { page: 'p', isLeft: true, operations: [], at })
    keep('operations:c-2', { page: 'p', isLeft: true, operations: [], at })
    keep('current', 'c-1')
    sessionStorage.setItem('of-another-app', JSON.stringify({ connectionId: 'c-1' }))
    forgetElsewhere('c-1', at, new Event(event))
    expect(Object.keys(sessionStorage).toSorted()).toEqual([
      'hatteras:current',
      'hatteras:operations:c-2',
      'of-another-app',
    ])
    expect(dropped).toEqual(['c-1'])
    act(() => void globalThis.dispatchEvent(new Event(event)))
    expect(dropped).toEqual(['c-1'])
    stop()
  },
)

test('what an earlier version left goes too, when a page is opened, and what was begun since stays', () => {
  noteForgotten('c-1')
  keep('create-draft', { connectionId: 'c-1', search: '', form: {} })
  keep('operations:c-1', { page: 'p', isLeft: true, operations: [], at: writtenNow('c-1') })
  render(<Tab />)
  expect(Object.keys(sessionStorage)).toEqual(['hatteras:operations:c-1'])
})

const notes = createStoredByAccount({
  name: 'notes',
  schema: z.array(z.string()),
  fallback: [],
  store: { ...memoryStore(), setItem: noStore.setItem },
})

test('what the browser would not store, and was in memory, goes at once, and what is begun after that stays', () => {
  render(<Tab />)
  for (const id of ['c-3', 'c-4']) expect(notes.of(id).write(['a note'])).toBe(false)
  noteForgotten('c-3')
  expect([notes.of('c-3').read(), notes.of('c-4').read()]).toEqual([[], ['a note']])
  notes.of('c-3').write(['begun anew'])
  act(() => void globalThis.dispatchEvent(new Event('visibilitychange')))
  expect(notes.of('c-3').read()).toEqual(['begun anew'])
  forgetElsewhere('c-3', forgottenAt('c-3') + 1, new Event('storage'))
  expect(notes.of('c-3').read()).toEqual([])
})

test('a clock that was ahead at a forgetting ends nothing that begins after it', () => {
  const at = Date.now() + 3_600_000
  localStorage.setItem('hatteras:forgotten', JSON.stringify([{ id: 'c-1', at }]))
  expect(writtenNow('c-1')).toBeGreaterThan(at)
  noteForgotten('c-1')
  expect(forgottenAt('c-1')).toBeGreaterThan(at)
  expect(forgottenAt('c-2')).toBe(-1)
})

test('it is remembered of a hundred accounts, and harms nothing where the browser stores nothing', () => {
  for (let index = 0; index < 120; index += 1) noteForgotten(`c-${index}`)
  expect(JSON.parse(localStorage.getItem('hatteras:forgotten') ?? '')).toHaveLength(100)
  expect(forgottenAt('c-19')).toBe(-1)
  const blocked = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('blocked')
  })
  noteForgotten('c-200')
  expect(forgottenAt('c-200')).toBeGreaterThan(0)
  blocked.mockRestore()
})
