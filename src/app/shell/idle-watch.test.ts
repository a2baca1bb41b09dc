import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import type { Api } from '#api/api-context.ts'
import { ApiError } from '#api/api-error.ts'
import { createPollTiming } from '#api/poll-timing.ts'
import { statsAnswer } from '#contract/answers.ts'
import { instanceSchema } from '#contract/instance.ts'
import { createLimiter } from '#lib/limiter.ts'
import { MINUTE } from '#lib/time.ts'
import type { UsageSample } from '#model/usage/usage.ts'

import { checkForIdle } from './idle-watch.ts'

const tune = z.parse(instanceSchema, {
  uuid: 'tune',
  name: 'llama-tune',
  state: 'running',
  resource_type: 'container',
})

const setUp = () => {
  let cpu: number | 'fails' = 1
  let hasHole = false
  const now = Date.now
  const unused = () => Promise.reject(new Error('not asked for'))
  const api: Api = {
    connectionId: `watched ${Math.random()}`,
    client: {
      list: unused,
      get: unused,
      create: unused,
      update: unused,
      stop: unused,
      restart: unused,
      delete: unused,
      addPort: unused,
      removePort: unused,
      stats: () =>
        cpu === 'fails'
          ? Promise.reject(new ApiError({ kind: 'network', message: 'The service could not be reached.' }))
          : Promise.resolve(z.parse(statsAnswer, { cpu_percent: cpu })),
    },
    serviceDate: () => null,
    pollTiming: createPollTiming({
      isTransition: () => false,
      pendingSince: () => new Map(),
      now,
      isHidden: () => false,
      pace: () => 'normal',
    }),
    statsLimiter: createLimiter(4),
    now,
  }
  const sample = (minutes: number): UsageSample => ({
    at: now() - minutes * MINUTE,
    cpu: cpu === 'fails' ? null : cpu,
    memUsed: null,
    memTotal: null,
    diskUsed: null,
    diskTotal: null,
  })
  const recall = () =>
    Promise.resolve(
      hasHole ? [sample(50), sample(0)] : Array.from({ length: 41 }, (_, index) => sample(40 - index)),
    )
  const check = async () => {
    const notified: string[] = []
    const queries = new QueryClient()
    await checkForIdle(api, queries, [tune], ({ title }) => notified.push(title), recall)
    return notified
  }
  return {
    check,
    read: (next: typeof cpu, { hole = false } = {}) => {
      cpu = next
      hasHole = hole
    },
  }
}

test('one that idles is told of once, a failed reading or a sleep of the computer in between', async () => {
  const { check, read } = setUp()
  expect(await check()).toEqual(['llama-tune is idle'])
  expect(await check()).toEqual([])
  read('fails')
  expect(await check()).toEqual([])
  read(1, { hole: true })
  expect(await check()).toEqual([])
  read(1)
  expect(await check()).toEqual([])
})

test('and again after it has worked', async () => {
  const { check, read } = setUp()
  expect(await check()).toEqual(['llama-tune is idle'])
  read(80)
  expect(await check()).toEqual([])
  read(1)
  expect(await check()).toEqual(['llama-tune is idle'])
})
