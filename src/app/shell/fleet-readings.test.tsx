import { QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { expect, test, vi } from 'vitest'

import { useApi } from '#api/api-context.ts'
import { keys } from '#api/cache.ts'
import { useInstances } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'

import { renderSignedIn } from '../../testing/render-signed-in.tsx'
import { listenToFleet, listenToLists } from './fleet-readings.ts'

const fleet = ['a', 'b', 'c'].map((uuid) => anInstance({ uuid, name: uuid }))
const names = (instances: readonly Instance[]) => instances.map(({ name }) => name).join('')

/** Reads the fleet, once for each of these answers of the service and the last one ever after; what is listened to says what it told. */
const readFleet = async (...answers: (readonly Instance[])[]) => {
  const told = { lists: new Array<string>(), changes: new Array<string>() }
  const Fleet = () => {
    useInstances()
    const { connectionId } = useApi()
    const queries = useQueryClient()
    useEffect(() => {
      const stops = [
        listenToLists(queries, connectionId, ({ instances }) => told.lists.push(names(instances))),
        listenToFleet(queries, connectionId, (instances) => told.changes.push(names(instances))),
      ]
      return () => {
        for (const stop of stops) stop()
      }
    }, [connectionId, queries])
    return null
  }
  const { account, poll } = await renderSignedIn(<Fleet />, { instances: fleet })
  const left = [...answers]
  vi.spyOn(account.api.client, 'list').mockImplementation(() => {
    const instances = (left.length > 1 ? left.shift() : left[0]) ?? []
    return Promise.resolve({ instances: [...instances], unreadable: 0 })
  })
  told.lists.length = 0
  told.changes.length = 0
  return { told, poll }
}

test.each([
  ['none of it', []],
  ['the smaller part of it', fleet.slice(0, 1)],
])(
  'a fleet of which one answer has %s is read again at once, and nothing is told of that',
  async (_, few) => {
    const { told, poll } = await readFleet(few, fleet)
    await poll()
    expect(told).toEqual({ lists: ['abc'], changes: [] })
  },
)

test('what two answers in a row lack is gone, and what one of them lacks of a larger part is believed', async () => {
  const gone = await readFleet([])
  await gone.poll()
  expect(gone.told).toEqual({ lists: [''], changes: [''] })
  const fewer = await readFleet(fleet.slice(0, 2))
  await fewer.poll()
  expect(fewer.told.changes).toEqual(['ab'])
})

test.each([
  [[], fleet, ['abc']],
  [[], [], ['']],
])('an empty first list is told of only when the next is empty too', async (first, second, expected) => {
  const queries = new QueryClient()
  const told = { lists: new Array<string>(), changes: new Array<string>() }
  listenToLists(queries, 'c', ({ instances }) => told.lists.push(names(instances)))
  listenToFleet(queries, 'c', (instances) => told.changes.push(names(instances)))
  for (const instances of [first, second])
    await queries.fetchQuery({ queryKey: keys.list('c'), queryFn: () => ({ instances, unreadable: 0 }) })
  expect(told).toEqual({ lists: expected, changes: expected })
})
