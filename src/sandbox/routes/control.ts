import * as z from 'zod/mini'

import { type CpuTier, cpuTiers } from '#contract/vocabulary.ts'

import { readJson } from '../answers.ts'
import { free } from '../capacity.ts'
import { faultSchema } from '../faults.ts'
import { scenarios } from '../keys.ts'
import { type Bill, billOf, hourly } from '../meter.ts'
import { gpuModels } from '../rates.ts'
import { makeWorld, poolWith } from '../seeds/make-world.ts'
import { seedRow } from '../seeds/row.ts'
import type { SandboxApp, SandboxContext } from '../session.ts'
import { settle } from '../transitions.ts'
import { isObject } from '../validate.ts'
import type { World } from '../world.ts'

/** In ms: dates and bills stay sound within a hundred years. */
const furthest = 100 * 365 * 86_400_000
const earliest = Date.UTC(1990)
const latest = Date.UTC(2100)

const advanceBody = z.object({ seconds: z.number().check(z.gte(0), z.lte(furthest / 1000)) })
const clockBody = z.object({
  at: z.iso
    .datetime()
    .check(
      z.refine((at) => Date.parse(at) >= earliest && Date.parse(at) <= latest, 'A time from 1990 to 2100.'),
    ),
})
const faultsBody = z.object({ faults: z.array(faultSchema).check(z.maxLength(100)) })
const scenarioBody = z.object({ scenario: z.enum(scenarios) })
const instancesBody = z.object({ instances: z.array(seedRow) })
const amount = z.optional(z.number().check(z.gte(0), z.lte(1_000_000_000)))
const capacityBody = z.object({
  cpu_tier: z.optional(z.enum(cpuTiers)),
  free: z.optional(
    z.object({
      n_vcpus: amount,
      mem_gib: amount,
      disk_size_gib: amount,
      gpus: z.optional(z.partialRecord(z.enum(gpuModels), z.int().check(z.gte(0), z.lte(1_000_000)))),
    }),
  ),
  account_vcpus: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(1_000_000)))),
})
type CapacityChange = z.output<typeof capacityBody>['free']

const readBody = async <T>(c: SandboxContext, schema: z.ZodMiniType<T>): Promise<T | Response> => {
  const result = z.safeParse(schema, (await readJson(c))?.json)
  return result.success ? result.data : c.json({ error: z.prettifyError(result.error) }, 400)
}

const setFree = (world: World, tier: CpuTier, to: CapacityChange = {}): void => {
  const now = free(world, tier)
  world.pools[tier] = poolWith(world.machines, tier, {
    n_vcpus: to.n_vcpus ?? now.n_vcpus,
    mem_gib: to.mem_gib ?? now.mem_gib,
    disk_size_gib: to.disk_size_gib ?? now.disk_size_gib,
    gpus: { ...now.gpus, ...to.gpus },
  })
}

const inText = (bill: Bill) => ({
  compute: `${bill.compute}`,
  gpu: `${bill.gpu}`,
  storage: `${bill.storage}`,
  surcharge: `${bill.surcharge}`,
})

/** Moves time, plants worlds and makes trouble: for tests and for trying things by hand. See README.md. */
export const controlRoutes = (app: SandboxApp): void => {
  app.post('/__sandbox/advance', async (c) => {
    const body = await readBody(c, advanceBody)
    if (body instanceof Response) return body
    const session = c.get('session')
    const ms = Math.round(body.seconds * 1000)
    const now = c.get('now') + ms
    if (now > latest)
      return c.json({ error: 'A world can be moved on to the year 2100, and no further.' }, 400)
    if (session.stoppedAt === null) session.world.aheadMs += ms
    else session.stoppedAt = now
    settle(session.world.machines, now)
    return c.json({ now: new Date(now).toISOString() })
  })

  app.post('/__sandbox/clock', async (c) => {
    const body = await readBody(c, clockBody)
    if (body instanceof Response) return body
    c.get('session').stoppedAt = Date.parse(body.at)
    return c.json({ now: body.at })
  })

  app.post('/__sandbox/faults', async (c) => {
    const body = await readBody(c, faultsBody)
    if (body instanceof Response) return body
    c.get('session').faults = body.faults
    return c.json({ faults: body.faults })
  })

  app.post('/__sandbox/seed', async (c) => {
    const json = (await readJson(c))?.json
    // Not one schema with two shapes: it could not say which field is wrong.
    const body =
      isObject(json) && 'scenario' in json
        ? await readBody(c, scenarioBody)
        : await readBody(c, instancesBody)
    if (body instanceof Response) return body
    const session = c.get('session')
    const now = c.get('now')
    const { aheadMs, scenario } = session.world
    session.world =
      'scenario' in body
        ? makeWorld(body.scenario, session.id, now)
        : makeWorld(scenario, session.id, now, body.instances)
    session.world.aheadMs = aheadMs
    session.faults = []
    session.requests = []
    return c.json({ instances: session.world.machines.length })
  })

  app.post('/__sandbox/capacity', async (c) => {
    const body = await readBody(c, capacityBody)
    if (body instanceof Response) return body
    const { world } = c.get('session')
    for (const tier of body.cpu_tier === undefined ? cpuTiers : [body.cpu_tier])
      setFree(world, tier, body.free)
    if (body.account_vcpus !== undefined) world.accountVcpus = body.account_vcpus
    return c.json(Object.fromEntries(cpuTiers.map((tier) => [tier, free(world, tier)])))
  })

  app.get('/__sandbox/requests', (c) => c.json(c.get('session').requests))

  app.get('/__sandbox/billing', (c) => {
    const { world } = c.get('session')
    const now = c.get('now')
    return c.json({
      now: new Date(now).toISOString(),
      since: new Date(world.seededAt).toISOString(),
      unit: 'nano-dollars',
      instances: world.machines.map((machine) => ({
        uuid: machine.uuid,
        name: machine.name,
        hourly: inText(hourly(machine)),
        total: inText(billOf(machine, now)),
      })),
      deleted: world.closed,
    })
  })
}
