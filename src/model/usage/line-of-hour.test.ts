import { expect, test } from 'vitest'

import { MINUTE } from '#lib/time.ts'

import { lineOfHour } from './line-of-hour.ts'

/** Readings at so many minutes. */
const readings = (...ats: number[]) =>
  ats.map((at) => ({
    at: at * MINUTE,
    cpu: 50,
    memUsed: 1,
    memTotal: 4,
    diskUsed: 10,
    diskTotal: 50,
  }))
const lineAt = (now: number, ...ats: number[]) => lineOfHour(readings(...ats), now * MINUTE)

test('the line stays for the readings of a minute, and is another in the next', () => {
  const { key } = lineAt(100.2, 99.5, 100.1)
  expect(lineAt(100.9, 99.5, 100.1, 100.3, 100.8).key).toBe(key)
  expect(lineAt(100.9, 99.5, 100.1, 100.3, 100.8).drawn).toEqual(readings(99.5, 100.1))
  expect(lineAt(101.2, 99.5, 100.1, 100.8, 101.1).key).not.toBe(key)
})

test('it is another once earlier readings come from storage, and goes on where none come', () => {
  const { key } = lineAt(100.2, 100.1)
  expect(lineAt(100.2).key).not.toBe(key)
  expect(lineAt(100.2, 70, 100.1).key).not.toBe(key)
  expect(lineAt(104, 100.1).key).not.toBe(key)
})

test('it is the same while what is older than it goes', () => {
  expect(lineAt(100.4, 40.5, 70, 100.1).key).toBe(lineAt(100.2, 40.3, 40.5, 70, 100.1).key)
})
