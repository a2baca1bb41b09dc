import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { readErrorBody } from './errors.ts'
import { instanceSchema, readInstanceList } from './instance.ts'
import * as read from './tolerant.ts'

const anyText = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0, max: 0x10_ff_ff }).map((point) => String.fromCodePoint(point)) }),
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

  it.each([
    ['word', 100],
    ['name', 255],
    ['sentence', 1000],
  ] as const)('that is a %s is whole up to %d units, and ends in … beyond', (kind, most) => {
    expect(z.parse(read.text(kind), 'a'.repeat(most))).toBe('a'.repeat(most))
    expect(z.parse(read.text(kind), 'a'.repeat(most + 1))).toBe(`${'a'.repeat(most - 1)}…`)
  })

  it('that says nothing, or is none, is null', () => {
    for (const value of ['', ' ', '\n\t', 3, true, {}, ['a'], null, undefined]) {
      expect(z.parse(read.text(), value)).toBeNull()
      expect(z.parse(read.exact(), value)).toBeNull()
      expect(z.parse(read.name(), value)).toBeNull()
      expect(z.parse(read.wordOr('unknown'), value)).toBe('unknown')
    }
    expect(z.parse(read.wordOr('unknown'), 'running')).toBe('running')
  })

  it('that is used as it is, such as a link, is kept whole or not at all', () => {
    const link = `https://app.example/?token=${'a'.repeat(5000)}`
    expect(z.parse(read.exact(), link)).toBe(link)
    expect(z.parse(read.exact(), 'a'.repeat(8192))).toBe('a'.repeat(8192))
    expect(z.parse(read.exact(), 'a'.repeat(8193))).toBeNull()
    expect(z.parse(read.exact(), ' pass word ')).toBe(' pass word ')
    expect(z.parse(read.exact(), 'secret\uD800')).toBeNull()
  })
})

describe('a number', () => {
  it.each([
    ['rate', 10_000],
    ['gib', 1_048_576],
    ['count', 100_000],
    ['percent', 100_000],
    ['minutes', 5_256_000],
    ['port', 65_535],
  ] as const)('of kind %s may be as large as %d, and zero, and no larger', (kind, most) => {
    expect(z.parse(read.amount(kind), most)).toBe(most)
    expect(z.parse(read.amount(kind), String(most))).toBe(most)
    expect(z.parse(read.amount(kind), most + 1)).toBeNull()
    expect(z.parse(read.amount(kind), 0)).toBe(0)
  })

  it.each([
    ['a decimal in spaces', ' 0.25 ', 0.25],
    ['a decimal with an exponent', '5e-3', 0.005],
    ['zero with a sign, without it', -0, 0],
    ['zero with a sign in a text', '-0.0', 0],
    ['nothing between digits and end', '5.', null],
    ['a number before words', '5 GiB', null],
    ['words before a number', 'about 5', null],
    ['a number in another base', '0x10', null],
    ['a list of one', [5], null],
    ['64 digits', `0.${'0'.repeat(61)}1`, 1e-62],
    ['65 digits', `0.${'0'.repeat(62)}1`, null],
  ])('%s: %j is %j', (_, value, told) => {
    expect(z.parse(read.amount('rate'), value)).toBe(told)
  })

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
    [1, 1],
    [65_535, 65_535],
    [65_536, null],
    [22.5, null],
    [-22, null],
    ['ssh', null],
    [null, null],
  ])('for a port: %j is %j', (value, port) => {
    expect(z.parse(read.port(), value)).toBe(port)
  })

  it('of ports is bounded too', () => {
    const all = Array.from({ length: 65_535 }, (_, index) => 65_535 - index)
    expect(z.parse(read.ports(), all)).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1))
  })

  it('of ports is none where there is no list, and null where that has to be told apart', () => {
    for (const value of [null, undefined, 'none', 443, { 0: 443 }]) {
      expect(z.parse(read.ports(), value)).toEqual([])
      expect(z.parse(read.portsOrNull(), value)).toBeNull()
    }
    expect(z.parse(read.portsOrNull(), [8080, '443', 80, 443])).toEqual([80, 443, 8080])
  })
})

describe('a date', () => {
  it.each([
    ['2025-12-21T12:09:52.144Z', true],
    ['0001-01-01T00:00:00Z', false],
    ['9999-12-31T23:59:59Z', false],
    ['+275760-09-13', false],
    ['2025-12-21', true],
    [' 2025-12-21', true],
    ['on 2025-12-21', false],
    ['1999-12-31', false],
    ['2025-12-21\u202E', false],
    [`2025-12-21${' '.repeat(90)}`, true],
    [`2025-12-21${' '.repeat(91)}`, false],
    ['yesterday', false],
    [1e300, false],
  ])('%j can be real: %s', (value, isReal) => {
    expect(z.parse(read.date(), value)).toBe(isReal ? value : null)
  })
})

it('a flag is true or false, and nothing else', () => {
  expect([true, false, 'true', 1, 0, null, undefined].map((value) => z.parse(read.flag(), value))).toEqual([
    true,
    false,
    null,
    null,
    null,
    null,
    null,
  ])
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
    expect(uuids).toEqual(['x\uFFFDd800', 'x\uFFFDd801'])
    expect(uuidsOf('', 7, null, 'u')).toEqual({ uuids: ['u'], unreadable: 3 })
    for (const uuid of uuids) expect(() => encodeURIComponent(uuid)).not.toThrow()
  })

  it('is never a step up the path: such a uuid is unreadable, and such a name is not used', () => {
    expect(uuidsOf('.', '..', 'a/../b')).toEqual({ uuids: ['a/../b'], unreadable: 2 })
    for (const name of ['.', '..']) expect(z.parse(instanceSchema, { uuid: 'u', name }).name).toBe('u')
    expect(z.parse(instanceSchema, { uuid: 'u', name: '...' }).name).toBe('...')
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
    // All of these fields have the same first hundred letters, and so one name.
    expect(Object.keys(told)).toEqual([`${'a'.repeat(99)}…`])
    expect(JSON.stringify(told).length).toBeLessThan(50 * 21_000)
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`f${index}`, endless]))
    expect(Object.keys(readErrorBody(many).fields)).toHaveLength(50)
    expect(readErrorBody({ name: Array.from({ length: 21 }, () => 'No.') }).fields['name']).toHaveLength(20)
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
