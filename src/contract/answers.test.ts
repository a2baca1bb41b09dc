import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { actionAnswer, portsAnswer, statsAnswer } from './answers.ts'

describe.each([
  ['an action', actionAnswer],
  ['ports', portsAnswer],
  ['stats', statsAnswer],
])('reading the answer of %s', (_, schema) => {
  it('takes any object, and never throws on anything', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const isObject = typeof json === 'object' && json !== null && !Array.isArray(json)
        expect(z.safeParse(schema, json).success).toBe(isObject)
      }),
    )
  })
})

describe('reading ports', () => {
  it('tells an empty list from none', () => {
    expect(z.parse(portsAnswer, { wan_ports: [] }).wan_ports).toEqual([])
    expect(z.parse(portsAnswer, { message: 'done', uuid: 'u', state: 'running' }).wan_ports).toBeNull()
  })
})

describe('reading stats', () => {
  it('takes the page’s example', () => {
    const stats = {
      cpu_percent: 45.2,
      mem_used_gib: 12.4,
      mem_total_gib: 16,
      disk_used_gib: 38.7,
      disk_total_gib: 100,
    }
    expect(z.parse(statsAnswer, stats)).toEqual(stats)
  })

  it('does not take nothing for zero', () => {
    expect(z.parse(statsAnswer, { cpu_percent: null, mem_used_gib: '' })).toMatchObject({
      cpu_percent: null,
      mem_used_gib: null,
      disk_used_gib: null,
    })
  })
})
