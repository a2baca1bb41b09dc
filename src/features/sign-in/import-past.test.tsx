import { beforeEach, expect, test, vi } from 'vitest'

import { noteForgotten } from '#storage/forgotten.ts'
import { importStored } from '#storage/transfer.ts'

import { importPast } from './import-past.ts'

vi.mock('#storage/transfer.ts', () => ({ importStored: vi.fn<() => void>() }))

const account = { id: 'c-1', key: 'a-key' }
const unfinished = () => sessionStorage.getItem('hatteras:import')

beforeEach(() => {
  document.head.innerHTML = '<meta name="hatteras-past" content="/past">'
})

/** A server that responds when told to, to the requests in their order. */
const openServer = () => {
  const waiting: (() => void)[] = []
  vi.stubGlobal(
    'fetch',
    () =>
      new Promise((resolve) => {
        waiting.push(() => resolve(new Response('{}')))
      }),
  )
  return () => waiting.shift()?.()
}

test('a past that comes after its account was forgotten is not taken in', async () => {
  const respond = openServer()
  const taken = importPast(account)
  noteForgotten('c-1')
  respond()
  await taken
  expect(importStored).not.toHaveBeenCalled()
  expect(unfinished()).toBeNull()
})

test('signed in again meanwhile, one takes the new one in, and goes on with it after a reload', async () => {
  const respond = openServer()
  const before = importPast(account)
  noteForgotten('c-1')
  const next = importPast(account)
  respond()
  await before
  expect(unfinished()).toBe('c-1')
  respond()
  await next
  expect(importStored).toHaveBeenCalledOnce()
  expect(unfinished()).toBeNull()
})
