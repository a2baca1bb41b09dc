import { statsWire } from '#contract/wire.ts'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { brokenPromise, openTestSandbox } from '../test-client.ts'

const open = () => {
  const sandbox = openTestSandbox()
  const client = sandbox.client('sandbox-lab')
  return { ...sandbox, client, stats: (ref: string) => client.ask('GET', `/api/instance/${ref}/stats/`) }
}

describe('stats', () => {
  it('tell the use of a running container, by name or uuid', async () => {
    const { client, stats } = open()
    const { uuid } = await client.get('rna-atlas')
    const answer = await stats('rna-atlas')
    expect(answer).toMatchObject({ status: 200, json: { mem_total_gib: 64, disk_total_gib: 500 } })
    expect(brokenPromise('stats', answer)).toBeNull()
    expect((await stats(uuid)).json).toEqual(answer.json)
  })

  it('move with time', async () => {
    const { pass, stats } = open()
    const before = (await stats('rna-atlas')).json
    pass(30)
    expect((await stats('rna-atlas')).json).not.toEqual(before)
  })

  it('show a GPU box that idles', async () => {
    const { pass, stats } = open()
    for (let minute = 0; minute < 60; minute += 1) {
      pass(60)
      expect(z.parse(statsWire, (await stats('llama-tune')).json).cpu_percent).toBeLessThan(5)
    }
  })

  it.each([
    ['gateway', 400, 'a VM'],
    ['geo-maps-2025', 400, 'stopped'],
    ['brave-box-979', 400, 'provisioning'],
    ['star-index', 400, 'in error'],
    ['far-host', 502, 'out of reach'],
    ['no-such-box', 404, 'not there'],
  ])('of %s are %i: it is %s', async (ref, status) => {
    const answer = await open().stats(ref)
    expect(answer).toMatchObject({ status, json: { error: expect.any(String) } })
    expect(brokenPromise('stats', answer)).toBeNull()
  })
})
