import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { instanceSchema } from '#contract/instance.ts'

import { changesBetween, isReportedAlready } from './activity.ts'

const instance = (fields: Record<string, unknown>) =>
  z.parse(instanceSchema, {
    uuid: 'u1',
    name: 'one',
    state: 'running',
    n_vcpus: 2,
    mem_gib: 4,
    disk_size_gib: 50,
    ...fields,
  })

const texts = (before: Record<string, unknown>[], after: Record<string, unknown>[]) =>
  changesBetween(before.map(instance), after.map(instance)).map(({ name, text }) => `${name} ${text}`)

test('an unchanged fleet says nothing', () => {
  expect(texts([{}], [{}])).toEqual([])
})

test('states, names, sizes and ports are told in words', () => {
  expect(texts([{}], [{ state: 'exited' }])).toEqual(['one went from running to stopped'])
  expect(texts([{}], [{ name: 'uno' }])).toEqual(['uno was renamed from one'])
  expect(texts([{}], [{ n_vcpus: 4 }])).toEqual([
    'one was resized from 2 vCPU · 4\u00a0GiB · 50\u00a0GiB to 4 vCPU · 4\u00a0GiB · 50\u00a0GiB',
  ])
  expect(texts([{}], [{ wan_ports: [443] }])).toEqual(['one has open ports 443'])
  expect(texts([{ wan_ports: [443] }], [{}])).toEqual(['one has no open ports any more'])
})

test('newcomers and the gone are told', () => {
  expect(texts([{}], [{ uuid: 'u2', name: 'two', state: 'provisioning' }])).toEqual([
    'two appeared, starting',
    'one is gone from the account',
  ])
})

test('a change is told once, whichever tab saw it first and from which beginning', () => {
  const [seen] = changesBetween([instance({})], [instance({ state: 'exited' })])
  const [late] = changesBetween([instance({ state: 'stopping' })], [instance({ state: 'exited' })])
  const [back] = changesBetween([instance({ state: 'exited' })], [instance({})])
  const [renamed] = changesBetween([instance({})], [instance({ name: 'uno' })])
  if (!seen || !late || !back || !renamed) throw new Error('A change was not seen.')
  expect(isReportedAlready(seen, [])).toBe(false)
  expect(isReportedAlready(seen, [late])).toBe(true)
  expect(isReportedAlready(seen, [late, renamed])).toBe(true)
  expect(isReportedAlready(seen, [late, back])).toBe(false)
  expect(isReportedAlready({ ...seen, uuid: 'u2' }, [seen])).toBe(false)
})
