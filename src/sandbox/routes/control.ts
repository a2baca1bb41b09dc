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
import type { World } from '../world.ts'

const advanceBody = z.object({ seconds: z.number().check(z.gte(0)) })
const clockBody = z.object({ at: z.iso.datetime() })
const faultsBody = z.object({ faults: z.array(faultSchema) })
const seedBody = z.union([
  z.object({ scenario: z.enum(scenarios) }),
  z.object({ instances: z.array(z.looseObject({ name: z.string() })) }),
])
const amount = z.optional(z.number().check(z.gte(0)))
const capacityBody = z.object({
  cpu_tier: z.optional(z.enum(cpuTiers)),
  free: z.optional(
    z.object({
      n_vcpus: amount,
      mem_gib: amount,
      disk_size_gib: amount,
      gpus: z.optional(z.partialRecord(z.enum(gpuModels), z.int())),
    }),
  ),
  account_vcpus: z.optional(z.nullable(z.int())),
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
    const now = c.get('now') + body.seconds * 1000
    if (session.stoppedAt === null) session.world.aheadMs += body.seconds * 1000
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
    const body = await readBody(c, seedBody)
    if (body instanceof Response) return body
    const session = c.get('session')
    const now = c.get('now')
    const { aheadMs, scenario } = session.world
    session.world =
      'scenario' in body
        ? makeWorld(body.scenario, session.id, now)
        : makeWorld(scenario, session.id, now, z.parse(z.array(seedRow), body.instances))
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
