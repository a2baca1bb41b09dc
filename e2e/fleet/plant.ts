import { type APIRequestContext, expect } from '@playwright/test'

import type { Sandbox } from '../support/fixtures.ts'

/** Plants a fleet of one's own in the world of the test; what a row leaves out is as a small running container has it. */
export const plant = async (
  request: APIRequestContext,
  { key }: Sandbox,
  instances: readonly Record<string, unknown>[],
) => {
  const answer = await request.post('/__sandbox/seed', {
    headers: { Authorization: `Bearer ${key}` },
    data: { instances },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
}

/** A machine at rest, without usage to ask for. */
export const atRest = (name: string) => ({ name, resource_type: 'vm', state: 'shut_off' })
