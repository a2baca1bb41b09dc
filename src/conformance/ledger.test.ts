import { expect, it } from 'vitest'
import * as z from 'zod/mini'

import { type Instance, readInstanceList } from '#contract/instance.ts'
import type { BillingAction } from '#model/instance/actions.ts'
import { observe, observeActions } from '#model/ledger/observe.ts'
import { ledgerTotals, toUsd } from '#model/ledger/totals.ts'
import { emptyLedger, type Ledger, type LedgerPart, type Tally } from '#model/ledger/ledger.ts'
import { openTestSandbox, testStart } from '#sandbox/test-client.ts'

const nano = z.string().check(z.regex(/^\d+$/))
const billSchema = z.object({ compute: nano, gpu: nano, storage: nano, surcharge: nano })
const billsSchema = z.object({
  instances: z.array(z.object({ name: z.string(), total: billSchema })),
  deleted: z.array(z.object({ name: z.string(), ...billSchema.shape })),
})

const inParts = (total: z.output<typeof billSchema>): Record<LedgerPart, bigint> => ({
  compute: BigInt(total.compute),
  gpu: BigInt(total.gpu),
  storage: BigInt(total.storage),
  other: BigInt(total.surcharge),
})

const day = 24 * 3600
const container = { resource_type: 'container', n_vcpus: 3, mem_gib: 7, disk_size_gib: 130 } as const
const big = { n_vcpus: 6, mem_gib: 20, disk_size_gib: 260 }

/** A sandbox and a browser that looks at it, on one clock. */
const openDay = () => {
  const sandbox = openTestSandbox()
  const client = sandbox.client('sandbox-empty')
  let now = testStart
  let ledger: Ledger = emptyLedger

  const fleet = async (): Promise<readonly Instance[]> =>
    readInstanceList((await client.ask('GET', '/api/instance/')).json)?.instances ?? []

  const poll = async () => {
    ledger = observe(ledger, { at: now, instances: await fleet(), complete: true })
  }
  const pass = (seconds: number) => {
    sandbox.pass(seconds)
    now += seconds * 1000
  }

  return {
    client,
    poll,
    pass,
    now: () => now,
    ledger: () => ledger,
    /** Lets time go by, looking at its end and every so many seconds before. */
    watch: async (seconds: number, every: number) => {
      for (let left = seconds; left > 0; left -= every) {
        pass(Math.min(left, every))
        await poll()
      }
    },
    /** Asks for an action from this browser, which knows the instant at which it was accepted. */
    action: async (name: string, action: BillingAction) => {
      const instance = (await fleet()).find((row) => row.name === name)
      if (instance === undefined) throw new Error(`There is no ${name}`)
      const path = `/api/instance/${name}/`
      const { status } = await (action === 'delete'
        ? client.ask('DELETE', path)
        : client.action(name, action))
      expect(status).toBeLessThan(300)
      ledger = observeActions(ledger, [{ action, instance, at: now }])
    },
    /** What the sandbox's own meter has charged, by name and in all, in whole nano-dollars. */
    billed: async () => {
      const { instances, deleted } = z.parse(
        billsSchema,
        (await client.ask('GET', '/__sandbox/billing')).json,
      )
      return new Map([
        ...instances.map(({ name, total }) => [name, inParts(total)] as const),
        ...deleted.map(({ name, ...total }) => [name, inParts(total)] as const),
      ])
    },
  }
}
type Day = ReturnType<typeof openDay>

const inUsd = ({ parts: { compute, gpu, storage, other } }: Tally): Record<LedgerPart, bigint> => ({
  compute: toUsd(compute),
  gpu: toUsd(gpu),
  storage: toUsd(storage),
  other: toUsd(other),
})

const totalOf = (bills: Awaited<ReturnType<Day['billed']>>): bigint => {
  let total = 0n
  for (const { compute, gpu, storage, other } of bills.values()) total += compute + gpu + storage + other
  return total
}

it('a day watched closely, with its actions done in this browser, comes to what the sandbox charges, to the nano-dollar', async () => {
  const browser = openDay()
  const { client, watch, poll, action } = browser
  await poll()
  await client.create({ ...container, name: 'my-box' })
  await client.create({ ...container, name: 'gpu-box', gpu_model: 'RTX 5090' })
  await client.create({ ...container, name: 'vm-box', resource_type: 'vm' })
  await poll()
  await watch(10, 2)
  await watch(2 * 3600, 30)
  await action('my-box', 'stop')
  await watch(10, 2)
  await watch(3 * 3600, 30)
  await action('my-box', 'restart')
  await action('gpu-box', 'stop')
  await watch(10, 2)
  await watch(3600, 30)
  await poll()
  await client.ask('PATCH', '/api/instance/my-box/', big)
  await poll()
  await watch(5 * 3600 + 7, 30)
  await action('vm-box', 'delete')
  await watch(day - 11 * 3600 - 37, 30)

  const bills = await browser.billed()
  const { total, byInstance } = ledgerTotals(browser.ledger(), [testStart, testStart + day * 1000])
  expect(browser.now()).toBe(testStart + day * 1000)
  expect(byInstance.map(({ name }) => name).toSorted()).toEqual([...bills.keys()].toSorted())
  for (const { name, tally } of byInstance) {
    expect([name, inUsd(tally)]).toEqual([name, bills.get(name)])
    expect([name, tally.low, tally.high]).toEqual([name, tally.estimate, tally.estimate])
  }
  expect(total).toMatchObject({
    observedMs: day * 1000,
    presumedMs: 0,
    unseenMs: 0,
    unknown: [],
    assumed: false,
  })
})

it('a day seen in part, with its actions done elsewhere, holds what the sandbox charges between low and high, and equals it wherever all was observed', async () => {
  const browser = openDay()
  const { client, poll, pass } = browser
  const change: Record<number, () => Promise<unknown>> = {
    3: () => client.create({ ...container, name: 'my-box' }),
    40: () => client.action('my-box', 'stop'),
    70: () => client.action('my-box', 'restart'),
    100: () => client.create({ ...container, name: 'vm-box', resource_type: 'vm' }),
    400: () => client.action('vm-box', 'stop'),
    410: () => client.action('vm-box', 'restart'),
    900: () => client.action('my-box', 'stop'),
    1200: () => client.ask('DELETE', '/api/instance/vm-box/'),
  }
  /** Whether the browser is open: not at lunch, not in the evening. */
  const isOpen = (step: number) => step < 350 || (step > 500 && step < 850) || step > 2300

  // At steps of 36 s each charge is a whole number of nano-dollars.
  const step = 36
  const polls: { at: number; billed: bigint }[] = []
  for (let index = 0; index * step < day; index += 1) {
    if (isOpen(index)) {
      await poll()
      polls.push({ at: browser.now(), billed: totalOf(await browser.billed()) })
    }
    await change[index]?.()
    pass(step)
  }

  const { total, byDay } = ledgerTotals(
    browser.ledger(),
    polls.map(({ at }) => at),
  )
  const charged = byDay.map((_, index) => (polls[index + 1]?.billed ?? 0n) - (polls[index]?.billed ?? 0n))
  for (const [index, { from, to, tally }] of byDay.entries()) {
    const bill = charged[index] ?? 0n
    expect(toUsd(tally.low)).toBeLessThanOrEqual(bill)
    expect(toUsd(tally.high)).toBeGreaterThanOrEqual(bill)
    if (tally.observedMs === to - from) expect(toUsd(tally.estimate)).toBe(bill)
  }
  for (const time of [total.observedMs, total.presumedMs, total.unseenMs]) expect(time).toBeGreaterThan(0)
})
