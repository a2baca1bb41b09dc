import { act } from '@testing-library/react'
import { expect, test, vi } from 'vitest'

import type { Instance, InstanceList } from '#contract/instance.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'

import { renderSignedIn } from '../testing/render-signed-in.tsx'
import { keys } from './cache.ts'
import { useInstances } from './queries.ts'
import { useInstance } from './use-instance.ts'

const running = anInstance({ uuid: 'u', name: 'one', state: 'running' })
const exited = anInstance({ uuid: 'u', name: 'one', state: 'exited' })

const States = () => (
  <p>{[...(useInstances().data?.instances ?? []), useInstance('u').data].map((one) => one?.state).join()}</p>
)

/** A page of list and instance, whose requests are answered when a test says so, each with the one before it. */
const setUp = async () => {
  const { account, queries } = await renderSignedIn(<States />, { instances: [running] })
  const { client, connectionId } = account.api
  const lists: ((list: InstanceList) => void)[] = []
  const ones: ((instance: Instance) => void)[] = []
  vi.spyOn(client, 'list').mockImplementation(() => new Promise((resolve) => void lists.push(resolve)))
  vi.spyOn(client, 'get').mockImplementation(() => new Promise((resolve) => void ones.push(resolve)))
  const ask = (queryKey: readonly string[]) => void queries.invalidateQueries({ queryKey, exact: true })
  return {
    lists,
    ones,
    askForList: () => ask(keys.list(connectionId)),
    askForOne: () => ask(keys.detail(connectionId, 'u')),
    asked: (answers: readonly unknown[], times: number) =>
      vi.waitFor(() => expect(answers).toHaveLength(times)),
    answer: (instance: Instance, to: 'list' | 'one', nth: number) =>
      act(async () => {
        if (to === 'one') ones[nth - 1]?.(instance)
        else lists[nth - 1]?.({ instances: [instance], unreadable: 0 })
      }),
    shown: () => document.querySelector('p')?.textContent,
  }
}

test('a list that is on its way while its instance has changed is asked for again', async () => {
  const { lists, ones, askForList, askForOne, asked, answer, shown } = await setUp()
  expect(shown()).toBe('running,running')
  askForList()
  askForOne()
  await asked(ones, 1)
  await answer(exited, 'one', 1)
  expect(shown()).toBe('exited,exited')
  await asked(lists, 2)
  await answer(running, 'list', 1)
  expect(shown()).toBe('exited,exited')
  await answer(running, 'list', 2)
  expect(shown()).toBe('running,exited')

  // Nothing new is no reason to ask again.
  askForList()
  askForOne()
  await asked(ones, 2)
  await answer(running, 'one', 2)
  await asked(lists, 3)
})

test('an instance that is on its way while the list has told of a change is asked for again, once', async () => {
  const { lists, ones, askForList, askForOne, asked, answer, shown } = await setUp()
  askForOne()
  await asked(ones, 1)
  askForList()
  await asked(lists, 1)
  await answer(exited, 'list', 1)
  expect(shown()).toBe('exited,running')
  await answer(running, 'one', 1)
  expect(shown()).toBe('exited,running')
  await asked(ones, 2)
  await answer(exited, 'one', 2)
  expect(shown()).toBe('exited,exited')
  expect(ones).toHaveLength(2)
})
