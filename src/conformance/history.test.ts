import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'

import { statsAnswer } from '#contract/answers.ts'
import { readInstanceList } from '#contract/instance.ts'
import { memoryStore } from '#lib/text-store.ts'
import { DAY, HOUR, MINUTE, SECOND } from '#lib/time.ts'
import { happeningsOf } from '#model/activity/happenings.ts'
import { recordSchema } from '#model/activity/record.ts'
import { usualStart } from '#model/activity/usual-starts.ts'
import { factsOf } from '#model/ledger/facts.ts'
import type { Ledger } from '#model/ledger/ledger.ts'
import { ledgerTotals, shareSeen, toUsd } from '#model/ledger/totals.ts'
import { fromStats, idleSince } from '#model/usage/usage.ts'
import { nameOf } from '#sandbox/history/ledger.ts'
import { type Life, livesOf } from '#sandbox/history/lives.ts'
import type { Machine } from '#sandbox/machine.ts'
import { hourly } from '#sandbox/meter.ts'
import { makeWorld } from '#sandbox/seeds/make-world.ts'
import { openTestSandbox, testStart } from '#sandbox/test-client.ts'
import { type MemoryDatabase, memoryDatabase, memoryKeyRange } from '#storage/memory-database.fixture.ts'

/**
 * The file of `GET /__sandbox/history` is made without any of the app's code. Here the app's own importer takes it, and what the app
 * makes of it is held against what the sandbox itself says of the same time.
 */

const connection = 'c-0123456789abcdef01234567'

let database: MemoryDatabase

beforeAll(() => {
  vi.doMock('#storage/database.ts', async (original) => ({
    ...(await original<Record<string, unknown>>()),
    withDatabase: (work: (db: MemoryDatabase) => unknown) => work(database),
  }))
})
afterAll(() => {
  vi.doUnmock('#storage/database.ts')
  vi.resetModules()
})
beforeEach(() => {
  database = memoryDatabase()
  vi.stubGlobal('IDBKeyRange', memoryKeyRange)
  vi.stubGlobal('localStorage', memoryStore())
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn<() => void>() }))
  vi.stubGlobal('addEventListener', vi.fn<typeof globalThis.addEventListener>())
  vi.resetModules()
})

const open = (key = 'sandbox-lab') => {
  const sandbox = openTestSandbox()
  const client = sandbox.client(key)
  let now = testStart
  return {
    client,
    now: () => now,
    pass: (seconds: number) => {
      sandbox.pass(seconds)
      now += seconds * 1000
    },
    history: async () => {
      const response = await client.send('GET', `/__sandbox/history?connection=${connection}`)
      return response.text()
    },
  }
}
type Browser = ReturnType<typeof open>

const take = async ({ history, now }: Browser) => {
  const { importStored } = await import('#storage/transfer.ts')
  return importStored(await history(), connection, now())
}

const loaded = async (at: number): Promise<Ledger> => {
  const { loadLedger } = await import('#storage/ledger.ts')
  return loadLedger(connection, at)
}

const fleetOf = async ({ client }: Browser) =>
  readInstanceList((await client.ask('GET', '/api/instance/')).json)?.instances ?? []

const nano = z.string().check(z.regex(/^\d+$/))
const billing = z.object({
  instances: z.array(
    z.object({
      uuid: z.string(),
      total: z.object({ compute: nano, gpu: nano, storage: nano, surcharge: nano }),
    }),
  ),
})

/** What the sandbox's own meter has charged since the world began, by uuid, in nano-dollars. */
const billed = async ({ client }: Browser): Promise<Map<string, bigint>> => {
  const { instances } = z.parse(billing, (await client.ask('GET', '/__sandbox/billing')).json)
  return new Map(
    instances.map(({ uuid, total: { compute, gpu, storage, surcharge } }) => [
      uuid,
      BigInt(compute) + BigInt(gpu) + BigInt(storage) + BigInt(surcharge),
    ]),
  )
}

const stores = ['samples', 'names', 'activity', 'ledger'] as const

const measured = z.nullable(z.number())
const sampleRow = z.object({
  uuid: z.string(),
  at: z.number(),
  cpu: measured,
  memUsed: measured,
  memTotal: measured,
  diskUsed: measured,
  diskTotal: measured,
})
const samplesOf = (uuid: string | undefined) =>
  z.parse(z.array(sampleRow), database.rows('samples')).filter((row) => row.uuid === uuid)

const happenings = (now: number) =>
  happeningsOf(z.parse(z.array(recordSchema), database.rows('activity')), now)

/** What a machine that was like this for so many milliseconds came to, in nano-dollars an hour × ms. */
const charge = (machine: Machine, lasts: number): bigint => {
  const { compute, gpu, storage, surcharge } = hourly(machine)
  return (compute + gpu + storage + surcharge) * BigInt(lasts)
}

/** What a life came to until `end`, by the sandbox's meter. */
const chargedUntil = ({ turns }: Life, end: number): bigint =>
  turns.reduce(
    (sum, { at, machine }, index) =>
      machine === null ? sum : sum + charge(machine, (turns[index + 1]?.at ?? end) - at),
    0n,
  )

describe('the history of the sandbox', () => {
  it.each(['sandbox-lab', 'sandbox-full', 'sandbox-slow', 'sandbox-flaky'])(
    'is taken whole by the app’s importer: %s',
    async (key) => {
      const done = await take(open(key))
      const taken = stores.reduce((sum, name) => sum + database.rows(name).length, 0)
      expect(done).toEqual({ taken, elsewhere: 0, present: 0, setAside: 0, rejected: 0 })
      for (const name of stores) expect(database.rows(name).length, name).toBeGreaterThan(10)
    },
  )

  it('adds nothing when it comes twice', async () => {
    const browser = open()
    await take(browser)
    expect(await take(browser)).toMatchObject({ taken: 0, setAside: 0, rejected: 0 })
  })

  it('prices every instance as the app does', async () => {
    const browser = open()
    const fleet = await fleetOf(browser)
    await take(browser)
    const { instances } = await loaded(browser.now())
    const last = (uuid: string) => instances.get(uuid)?.entries.at(-1)?.facts ?? null
    for (const instance of fleet)
      expect([instance.name, last(instance.uuid)]).toEqual([instance.name, factsOf(instance)])
  })

  it('has the readings that the sandbox gives', async () => {
    const browser = open()
    const at = browser.now()
    const names = ['rna-atlas', 'llama-tune', 'qc-dashboard']
    const fleet = await fleetOf(browser)
    const read = await Promise.all(
      names.map((name) => browser.client.ask('GET', `/api/instance/${name}/stats/`)),
    )
    browser.pass(60)
    await take(browser)
    for (const [index, name] of names.entries()) {
      const uuid = fleet.find((instance) => instance.name === name)?.uuid
      const taken = samplesOf(uuid).find((sample) => sample.at === at)
      expect([name, taken]).toEqual([
        name,
        { uuid, ...fromStats(z.parse(statsAnswer, read[index]?.json), at) },
      ])
    }
  })

  it('shows a day of use, an hour of it without a hole, and who idles', async () => {
    const browser = open()
    const fleet = await fleetOf(browser)
    await take(browser)
    const now = browser.now()
    const of = (name: string) => samplesOf(fleet.find((instance) => instance.name === name)?.uuid)
    const day = of('rna-atlas')
    expect(day[0]?.at).toBeLessThan(now - DAY + 10 * MINUTE)
    const hour = day.filter(({ at }) => at >= now - HOUR)
    for (const [index, { at }] of hour.entries())
      expect((hour[index + 1]?.at ?? now) - at).toBeLessThanOrEqual(10 * SECOND)
    expect(now - (idleSince(of('llama-tune'), now) ?? now)).toBeGreaterThan(8 * HOUR)
    expect(idleSince(day, now)).toBeNull()
    for (const name of ['dev-server', 'gateway', 'far-host', 'star-index']) expect(of(name)).toEqual([])
  })

  it('tells what happened, as the app puts it, and how long starts usually take', async () => {
    const browser = open()
    await take(browser)
    const now = browser.now()
    const told = happenings(now)
    const kinds = ['created', 'started', 'stopped', 'resized', 'renamed', 'ports', 'deleted', 'failed']
    expect(kinds.filter((kind) => !told.some((one) => one.kind === kind))).toEqual([])
    expect(told).toContainEqual(
      expect.objectContaining({
        name: 'star-index',
        kind: 'failed',
        title: 'Failed while starting, not billed',
      }),
    )
    expect(told.filter(({ isOpen }) => isOpen).map(({ name }) => name)).toEqual(['brave-box-979'])
    for (const { kind, isOpen, took, isOwn } of told)
      if (isOwn && !isOpen && kind !== 'failed') expect(took).toBeLessThan(10 * SECOND)
    for (const flavor of ['marimo', 'rstudioserver'])
      expect(usualStart(told, { flavor, resource_type: 'container' })?.starts.length).toBeGreaterThan(2)
    const { watches } = await loaded(now)
    for (const { isOwn, at } of told)
      if (isOwn) expect(watches.some(({ from, to }) => from <= at && at <= to)).toBe(true)
  })

  it('holds the week’s bill between its bounds, and sees only a part of it', async () => {
    const browser = open()
    await browser.client.list()
    await take(browser)
    const now = browser.now()
    const ledger = await loaded(now)
    const start = ledger.watches[0]?.from ?? now
    const { total, byInstance } = ledgerTotals(ledger, [start, now])
    const lives = livesOf(makeWorld('lab', 'any', testStart), 'any')
    for (const { name, tally } of byInstance) {
      const life = lives.find((one) => nameOf(one) === name)
      const bill = life === undefined ? -1n : chargedUntil(life, now)
      expect([name, tally.low <= bill, bill <= tally.high]).toEqual([name, true, true])
    }
    expect(byInstance.length).toBeGreaterThan(20)
    expect(shareSeen(total)).toBeGreaterThan(0.3)
    expect(shareSeen(total)).toBeLessThan(0.6)
    // One was stopped elsewhere in a night: all of that night is unseen.
    expect(total.unseenMs).toBeGreaterThan(HOUR)
    expect(total.unseenMs).toBeLessThan(DAY)
    expect(total.low).toBeLessThan(total.high)
  })

  it('goes on with the world, and comes to its own bill to the nano-dollar where it was watched', async () => {
    const browser = open()
    await browser.client.list()
    browser.pass(2 * 3600)
    await take(browser)
    const now = browser.now()
    const { byInstance } = ledgerTotals(await loaded(now), [testStart, now])
    const bills = [...(await billed(browser))].filter(([, bill]) => bill > 0n)
    const told = new Map(byInstance.flatMap(({ uuid, tally }) => (uuid === null ? [] : [[uuid, tally]])))
    for (const [uuid, bill] of bills)
      expect([uuid, toUsd(told.get(uuid)?.low ?? -1n), toUsd(told.get(uuid)?.high ?? -1n)]).toEqual([
        uuid,
        bill,
        bill,
      ])
  })

  it('knows no more than it can where others changed the world meanwhile', async () => {
    const browser = open()
    const { client, pass } = browser
    await client.list()
    pass(3 * 3600)
    await client.action('rna-atlas', 'stop')
    await client.action('dev-server', 'restart')
    pass(3600)
    await client.action('rna-atlas', 'restart')
    await client.create({ name: 'new-one' })
    pass(3 * 3600)
    await client.list()
    expect(await take(browser)).toMatchObject({ setAside: 0, rejected: 0 })
    const now = browser.now()
    const { byInstance, total } = ledgerTotals(await loaded(now), [testStart, now])
    for (const [uuid, bill] of await billed(browser)) {
      const tally = byInstance.find((one) => one.uuid === uuid)?.tally
      expect(toUsd(tally?.low ?? 0n)).toBeLessThanOrEqual(bill)
      expect(toUsd(tally?.high ?? 0n)).toBeGreaterThanOrEqual(bill)
    }
    expect(total.unseenMs).toBeGreaterThan(3 * HOUR)
  })
})
