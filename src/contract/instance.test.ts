import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { pageExample } from './instance.fixture.ts'
import { instanceSchema, readInstanceList, type Instance } from './instance.ts'
import { instanceWire } from './wire.ts'

const read = (row: object): Instance => {
  const [instance] = readInstanceList([{ uuid: 'u', ...row }])?.instances ?? []
  if (instance === undefined) throw new Error('the row was lost')
  return instance
}

/** A row that must never be lost: it has a uuid, and whatever JSON in any other field. */
const soundRow = fc
  .tuple(
    fc.uuid(),
    fc.dictionary(fc.constantFrom(...Object.keys(pageExample), '__proto__', 'distro'), fc.jsonValue()),
  )
  .map(([uuid, fields]) => Object.assign(fields, { uuid }))

/** Anything that JSON can hold and that is no sound row. */
const unsoundRow = fc.jsonValue().filter((value) => !z.safeParse(instanceSchema, value).success)

it('has every field that the API page promises, and so has the example', () => {
  const promised = Object.keys(instanceWire.shape)
  expect(Object.keys(read({}))).toEqual(expect.arrayContaining(promised))
  expect(new Set([...Object.keys(pageExample), 'owner_email'])).toEqual(new Set(promised))
})

describe('reading the list', () => {
  it('never throws, whatever JSON comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const list = readInstanceList(json)
        expect(list === null || Array.isArray(list.instances)).toBe(true)
      }),
    )
  })

  it('keeps every sound row in its order and counts the others', () => {
    const rows = fc.array(
      fc.oneof(
        soundRow.map((row) => ({ row: row as unknown, uuid: row.uuid })),
        unsoundRow.map((row) => ({ row: row as unknown, uuid: null })),
      ),
    )
    fc.assert(
      fc.property(rows, (rows) => {
        const list = readInstanceList(rows.map(({ row }) => row))
        const sound = rows.flatMap(({ uuid }) => (uuid === null ? [] : [uuid]))
        expect(list?.instances.map(({ uuid }) => uuid)).toEqual([...new Set(sound)])
        expect(list?.unreadable).toBe(rows.length - sound.length)
      }),
    )
  })

  it('reads every field to its own type or to null', () => {
    fc.assert(
      fc.property(soundRow, (row) => {
        const instance = read(row)
        for (const value of [instance.name, instance.state, instance.flavor, instance.resource_type])
          expect(value.trim()).not.toBe('')
        for (const value of [instance.n_vcpus, instance.mem_gib, instance.vcpu_cost_hourly_usd])
          expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true)
        for (const port of instance.wan_ports) expect(Number.isInteger(port)).toBe(true)
      }),
    )
  })

  it('takes a uuid that comes twice once, and the last row of it', () => {
    const list = readInstanceList([
      { uuid: 'one', state: 'running' },
      { uuid: 'one', state: 'exited' },
    ])
    expect(list?.instances).toMatchObject([{ uuid: 'one', state: 'exited' }])
  })

  it('takes a page of results too', () => {
    expect(readInstanceList({ count: 1, results: [pageExample] })?.instances).toHaveLength(1)
  })

  it.each([null, 'rows', 3, {}, { results: 'none' }])('says that %j is no list', (json) => {
    expect(readInstanceList(json)).toBeNull()
  })
})

describe('reading an instance', () => {
  it('takes the page’s own example whole', () => {
    expect(read(pageExample)).toMatchObject(pageExample)
    expect(read(pageExample)).toMatchObject({ owner_email: null, hourly_cost_usd: null })
  })

  it.each(['idle', 'lost', 'unhealthy', 'migrating', 'hibernating'])(
    'keeps the state %s as it is',
    (state) => {
      expect(read({ state }).state).toBe(state)
    },
  )

  it.each(['jupyterlab', 'vm', 'sandboxbio', 'anything'])('keeps the flavor %s as it is', (flavor) => {
    expect(read({ flavor }).flavor).toBe(flavor)
  })

  it.each([
    [null, null],
    ['', null],
    ['rtx-5090', 'rtx-5090'],
    ['NVIDIA GeForce RTX 5090', 'NVIDIA GeForce RTX 5090'],
  ])('reads the GPU %j as %j', (gpu_model, told) => {
    expect(read({ gpu_model }).gpu_model).toBe(told)
  })

  it.each([
    [0.5, 0.5],
    ['16', 16],
    ['0.015', 0.015],
    [null, null],
    ['', null],
    ['much', null],
    [-1, null],
    [true, null],
  ])('reads the memory %j as %j', (mem_gib, told) => {
    expect(read({ mem_gib }).mem_gib).toBe(told)
  })

  it.each([
    [
      [443, 80, 443],
      [80, 443],
    ],
    [['8080'], [8080]],
    [[0, 70_000, 1.5, null, {}], []],
    [null, []],
    ['none', []],
    [undefined, []],
  ])('reads the ports %j as %j', (wan_ports, told) => {
    expect(read({ wan_ports }).wan_ports).toEqual(told)
  })

  it('reads what only the live service says', () => {
    const live = {
      hourly_cost_usd: 1.62,
      sentieon_hourly_cost_usd: 0.25,
      currently_running_sentieon: true,
      distro: 'debian',
      auto_stop_enabled: true,
      auto_stop_minutes: 30,
      project: 'atlas',
      host: 'node-1',
    }
    expect(read(live)).toMatchObject(live)
  })

  it('is called by its uuid where it has no name', () => {
    expect(read({ name: '' }).name).toBe('u')
  })
})
