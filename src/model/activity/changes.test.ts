import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { instanceSchema } from '#contract/instance.ts'

import { askedOf, changesBetween, isReportedAlready } from './changes.ts'

const instance = (fields: Record<string, unknown>) =>
  z.parse(instanceSchema, {
    uuid: 'u1',
    name: 'one',
    state: 'running',
    resource_type: 'vm',
    n_vcpus: 2,
    mem_gib: 4,
    disk_size_gib: 50,
    vcpu_cost_hourly_usd: 0.01,
    ram_cost_hourly_usd: 0.005,
    storage_cost_hourly_usd: 0.0001,
    ...fields,
  })

const changes = (before: Record<string, unknown>[], after: Record<string, unknown>[]) =>
  changesBetween(before.map(instance), after.map(instance))

test('an unchanged fleet says nothing', () => {
  expect(changes([{}], [{}])).toEqual([])
})

test('states, names, sizes and ports are noted with what they were', () => {
  const size = { n_vcpus: 2, mem_gib: 4, disk_size_gib: 50 }
  const change = (after: Record<string, unknown>, before = {}) =>
    changes([before], [after]).map((seen) => seen.change)
  expect(change({ state: 'exited' })).toEqual([{ of: 'state', from: 'running', to: 'exited' }])
  expect(change({ name: 'uno' })).toEqual([{ of: 'name', from: 'one', to: 'uno' }])
  expect(change({ n_vcpus: 4 })).toEqual([{ of: 'size', from: size, to: { ...size, n_vcpus: 4 } }])
  expect(change({ wan_ports: [443] }, { wan_ports: [80] })).toEqual([
    { of: 'ports', opened: [443], closed: [80] },
  ])
  expect(change({ wan_ports: [80, 443] }, { wan_ports: [443, 80] })).toEqual([])
})

test('each change has an outcome by which another tab knows it, and the environment it was seen in', () => {
  const outcomes = (before: Record<string, unknown>[], after: Record<string, unknown>[]) =>
    changes(before, after).map(({ outcome }) => outcome)
  const all = { name: 'uno', state: 'exited', n_vcpus: 4, wan_ports: [80, 443] }
  expect(outcomes([{}], [all])).toEqual(['name uno', 'state exited', 'size 4/4/50', 'ports 80,443'])
  expect(outcomes([{}], [{ uuid: 'u2' }])).toEqual(['presence there', 'presence gone'])
  const [seen] = changes([{}], [{ flavor: 'marimo', state: 'exited' }])
  expect(seen?.environment).toEqual({ flavor: 'marimo', resource_type: 'vm', distro: null })
})

test('newcomers and the gone are noted', () => {
  const seen = changes([{}], [{ uuid: 'u2', name: 'two', state: 'provisioning' }])
  expect(seen.map(({ name, change: { of } }) => [name, of])).toEqual([
    ['two', 'there'],
    ['one', 'gone'],
  ])
})

test('what it makes of the price per hour is noted once, however much changed', () => {
  const [stopped] = changes([{}], [{ state: 'shut_off' }])
  expect(stopped?.effect).toEqual({ known: '-40000000', unknown: [] })
  const both = changes([{}], [{ state: 'shut_off', name: 'uno' }])
  expect(both.map(({ effect }) => effect?.known)).toEqual([undefined, '-40000000'])
  expect(changes([{}], [{ name: 'uno' }])[0]?.effect).toBeUndefined()
  expect(changes([{}], [])[0]?.effect?.known).toBe('-45000000')
  const resized = changes([{}], [{ name: 'uno', n_vcpus: 4 }])
  expect(resized.map(({ effect }) => effect?.known)).toEqual([undefined, '20000000'])
  const gpu = { n_gpus: 1, gpu_model: 'H200' }
  expect(changes([gpu], [{ ...gpu, state: 'shut_off' }])[0]?.effect).toEqual({
    known: '-40000000',
    unknown: ['gpu'],
  })
  const silent = { ...gpu, vcpu_cost_hourly_usd: null, ram_cost_hourly_usd: null }
  expect(changes([silent], [{ ...silent, state: 'shut_off' }])[0]?.effect).toEqual({
    known: '0',
    unknown: ['vcpu', 'ram', 'gpu'],
  })
})

test('a change is told once, whichever tab saw it first and from which beginning', () => {
  const [seen] = changes([{}], [{ state: 'exited' }])
  const [late] = changes([{ state: 'stopping' }], [{ state: 'exited' }])
  const [back] = changes([{ state: 'exited' }], [{}])
  const [renamed] = changes([{}], [{ name: 'uno' }])
  if (!seen || !late || !back || !renamed) throw new Error('A change was not seen.')
  expect(isReportedAlready(seen, [])).toBe(false)
  expect(isReportedAlready(seen, [late])).toBe(true)
  expect(isReportedAlready(seen, [late, renamed])).toBe(true)
  expect(isReportedAlready(seen, [late, back])).toBe(false)
  expect(isReportedAlready({ ...seen, uuid: 'u2' }, [seen])).toBe(false)
})

test('what was asked for is noted with its arguments, and a refusal with its status', () => {
  const whom = { uuid: 'u1', name: 'one' }
  expect(askedOf({ ...whom, action: 'stop' })).toStrictEqual({ action: 'stop' })
  expect(askedOf({ ...whom, action: 'rename', to: 'uno' })).toStrictEqual({ action: 'rename', to: 'uno' })
  expect(askedOf({ ...whom, action: 'openPort', port: 443 })).toStrictEqual({ action: 'openPort', port: 443 })
  expect(askedOf({ ...whom, action: 'create', prefill: 'lab/run-7' })).toStrictEqual({
    action: 'create',
    prefill: 'lab/run-7',
  })
  expect(askedOf({ ...whom, action: 'create' })).toStrictEqual({ action: 'create' })
  expect(askedOf({ ...whom, action: 'restart' }, 422)).toStrictEqual({ action: 'restart', refused: 422 })
})
