import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { useInstances } from '#api/queries.ts'
import { MINUTE } from '#lib/time.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'

import { renderSignedIn } from '../../testing/render-signed-in.tsx'
import UsageReader from './usage-reader.ts'

const container = (uuid: string, state: string) =>
  anInstance({ uuid, name: uuid, state, resource_type: 'container' })

const Fleet = () => {
  useInstances()
  return <UsageReader />
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Shows a fleet, and returns the paths of usage that are asked for from then on. */
const open = async (instances: ReturnType<typeof container>[]) => {
  await renderSignedIn(<Fleet />, { instances })
  const asked = vi.spyOn(globalThis, 'fetch')
  return () =>
    asked.mock.calls.flatMap(([url]) =>
      typeof url === 'string' ? (/instance\/(.+)\/stats\//.exec(url)?.[1] ?? []) : [],
    )
}

test('what runs and is measured is read every few minutes, and nothing else', async () => {
  const asked = await open([
    container('runs', 'running'),
    container('rests', 'exited'),
    anInstance({ uuid: 'machine', name: 'machine', resource_type: 'vm', state: 'running' }),
  ])
  await vi.advanceTimersByTimeAsync(3 * MINUTE)
  expect(asked()).toEqual([])
  await vi.advanceTimersByTimeAsync(2 * MINUTE)
  expect(asked()).toEqual(['runs'])
})

test('of a fleet of thousands only some are read', async () => {
  const asked = await open(Array.from({ length: 80 }, (_, index) => container(`box-${index}`, 'running')))
  await vi.advanceTimersByTimeAsync(5 * MINUTE)
  await vi.waitFor(() => expect(asked()).toHaveLength(50))
})

test('nothing is read while nobody looks', async () => {
  const asked = await open([container('runs', 'running')])
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  await vi.advanceTimersByTimeAsync(5 * MINUTE)
  expect(asked()).toEqual([])
})
