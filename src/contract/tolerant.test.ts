import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { readErrorBody } from './errors.ts'
import { instanceSchema, readInstanceList } from './instance.ts'
import * as read from './tolerant.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 400 })
    .map((units) => String.fromCharCode(...units)),
)

describe('text', () => {
  it('is safe in a URL and on a page, and no longer than its kind, whatever comes', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('word', 'name', 'sentence'), (value, kind) => {
        const told = z.parse(read.text(kind), value) ?? ''
        expect(() => encodeURIComponent(told)).not.toThrow()
        expect(told).not.toMatch(/(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u)
        if (kind !== 'sentence') expect(told).not.toMatch(/[\n\t\u061C\u200E\u200F]/u)
        expect(told.length).toBeLessThanOrEqual(1000)
      }),
    )
  })

  it.each([
    ['x\uD800y', 'x\uFFFDy'],
    ['x\uDC00', 'x\uFFFD'],
    ['a\0b\u001Bc\u007Fd', 'a\uFFFDb\uFFFDc\uFFFDd'],
    ['two\r\nlines\tand', 'two\nlines\tand'],
    ['\u202Etxt.exe', '\uFFFDtxt.exe'],
    ['👩🏽‍🔬 الحوسبة ../%2e', '👩🏽‍🔬 الحوسبة ../%2e'],
  ])('%j is read as %j', (value, told) => {
    expect(z.parse(read.text(), value)).toBe(told)
  })

  it('that is a word or a name is one line, without marks of direction', () => {
    expect(z.parse(read.text('word'), '10.0.0.1\nrm -rf ~\t\u200E')).toBe(
      '10.0.0.1\uFFFDrm -rf ~\uFFFD\uFFFD',
    )
    expect(z.parse(read.name(), 'a\r\nb')).toBe('a\uFFFDb')
    expect(z.parse(read.exact(), 'pass\nword')).toBeNull()
    expect(z.parse(read.text(), 'ב\u200F ok')).toBe('ב\u200F ok')
  })

  it('is cut between characters, never through one', () => {
    expect(z.parse(read.text('word'), '🦩'.repeat(80))).toBe(`${'🦩'.repeat(49)}…`)
  })

  it('that is used as it is, such as a link, is kept whole or not at all', () => {
    const link = `https://app.example/?token=${'a'.repeat(5000)}`
    expect(z.parse(read.exact(), link)).toBe(link)
    expect(z.parse(read.exact(), 'a'.repeat(9000))).toBeNull()
    expect(z.parse(read.exact(), 'secret\uD800')).toBeNull()
  })
})

describe('a number', () => {
  it.each([
    ['rate', 1e300],
    ['rate', 10_001],
    ['gib', 1e308],
    ['count', 1e9],
    ['percent', 1e6],
    ['minutes', 1e12],
    ['rate', -1],
    ['rate', Number.NaN],
    ['rate', Number.POSITIVE_INFINITY],
    ['rate', '1e400'],
    ['rate', `0.${'0'.repeat(100_000)}1`],
  ] as const)('of kind %s that cannot be real is unknown: %d', (kind, value) => {
    expect(z.parse(read.amount(kind), value)).toBeNull()
  })

  it.each([
    [30140, 30140],
    ['30140', 30140],
    [0, null],
    [65_536, null],
    [22.5, null],
  ])('for a port: %j is %j', (value, port) => {
    expect(z.parse(read.port(), value)).toBe(port)
  })

  it('of ports is bounded too', () => {
    const all = Array.from({ length: 65_535 }, (_, index) => 65_535 - index)
    expect(z.parse(read.ports(), all)).toHaveLength(1000)
  })
})

describe('a date', () => {
  it.each([
    ['2025-12-21T12:09:52.144Z', true],
    ['0001-01-01T00:00:00Z', false],
    ['9999-12-31T23:59:59Z', false],
    ['+275760-09-13', false],
    ['yesterday', false],
    [1e300, false],
  ])('%j can be real: %s', (value, isReal) => {
    expect(z.parse(read.date(), value) !== null).toBe(isReal)
  })
})

describe('what names a row', () => {
  const uuidsOf = (...uuids: unknown[]) => {
    const list = readInstanceList(uuids.map((uuid) => ({ uuid })))
    return { uuids: list?.instances.map(({ uuid }) => uuid), unreadable: list?.unreadable }
  }

  it('stays itself: never cut, and two odd ones stay two', () => {
    const long = 'a'.repeat(5000)
    expect(uuidsOf(long, `${long}b`)).toEqual({ uuids: [long, `${long}b`], unreadable: 0 })
    const { uuids = [] } = uuidsOf('x\uD800', 'x\uD801')
    expect(new Set(uuids).size).toBe(2)
    for (const uuid of uuids) expect(() => encodeURIComponent(uuid)).not.toThrow()
  })

  it('is never a step up the path: such a uuid is unreadable, and such a name is not used', () => {
    expect(uuidsOf('.', '..', 'a/../b')).toEqual({ uuids: ['a/../b'], unreadable: 2 })
    expect(z.parse(instanceSchema, { uuid: 'u', name: '..' }).name).toBe('u')
  })
})

describe('an error', () => {
  it('says no more than one can read, however much the body holds', () => {
    const endless = 'a'.repeat(5000)
    const fields = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `${endless}${index}`,
        Array.from({ length: 200 }, () => endless),
      ]),
    )
    const { message, fields: told } = readErrorBody({ ...fields, detail: endless })
    expect(message).toHaveLength(1000)
    expect(Object.keys(told).length).toBeLessThanOrEqual(50)
    expect(JSON.stringify(told).length).toBeLessThan(50 * 21_000)
  })

  it('has only numbers that can be real in a 422', () => {
    const size = { n_vcpus: 1e300, mem_gib: -1, disk_size_gib: 50, gpu_model: 'x\uD800' }
    const { capacity } = readErrorBody({
      detail: { bottleneck: ['n_vcpus', '\uD800'.repeat(1000)], requested: size, nearest_available: size },
    })
    const told = { n_vcpus: null, mem_gib: null, disk_size_gib: 50, gpu_model: 'x\uFFFD' }
    expect(capacity).toMatchObject({ requested: told, nearest: told })
    expect(JSON.stringify(capacity?.bottleneck).length).toBeLessThan(200)
  })
})
