import { expect, test, vi } from 'vitest'

import type { Instance } from '#contract/instance.ts'
import { later } from '#operations/operations.fixture.ts'
import { createSendCreate } from '#operations/create.ts'
import { signIn } from '#session/session-changes.ts'
import { dismissToasts, readToasts } from '#ui/toast-store.ts'

import { createApp } from './app.tsx'

const id = 'c-1'
const row = { uuid: 'u', name: 'one', state: 'running', original_ccloud_password: 'f1rst-passw0rd' }

/** Signed in, with a service that answers when the test says so. */
const open = () => {
  const gate = later<null>()
  const sent = vi.fn<(url: string, init?: RequestInit) => Promise<Response>>(
    async (_url, { method } = {}) => {
      await gate.promise
      return Response.json(method === 'GET' ? [row] : row)
    },
  )
  vi.stubGlobal('fetch', sent)
  const { session, queries, accounts } = createApp()
  signIn(session, { id, name: 'Mine', key: 'a-key' }, false)
  const { api, operations } = accounts.of(id)
  const findByName = vi.fn<(name: string) => Promise<Instance | null>>(async (name) => {
    const { instances } = await api.client.list()
    return instances.find((one) => one.name === name) ?? null
  })
  const sendCreate = createSendCreate({ connectionId: id, client: api.client, queries, findByName })
  const answer = () => gate.give(null)
  /** All that React Query keeps, once what waits for the end of the task is done. */
  const kept = async () => {
    await new Promise((resolve) => setTimeout(resolve))
    return [...queries.getQueryCache().getAll(), ...queries.getMutationCache().getAll()].map(
      ({ state }) => state,
    )
  }
  return { session, client: api.client, operations, sendCreate, sent, answer, kept }
}

test('what is answered after signing out gets into no cache, and is not looked for', async () => {
  const { session, client, operations, sendCreate, sent, answer, kept } = open()
  const created = sendCreate(
    { name: 'one', resource_type: 'vm', n_vcpus: 1, mem_gib: 1, disk_size_gib: 9 },
    () => undefined,
  )
  const { answered } = operations.run({ action: 'rename', uuid: 'u', name: 'old', to: 'one' })
  const read = client.list()
  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(3))
  session.signOut()
  const aborted = { kind: 'aborted' }
  answer()
  await Promise.all([
    expect(created).rejects.toMatchObject(aborted),
    expect(read).rejects.toMatchObject(aborted),
    answered,
  ])
  expect(await kept()).toEqual([])
  expect(sent).toHaveBeenCalledTimes(3)
})

test('nothing is sent with an account that is signed out', async () => {
  const { session, client, sent } = open()
  session.signOut()
  await expect(client.get('u')).rejects.toMatchObject({ kind: 'aborted' })
  expect(sent).not.toHaveBeenCalled()
})

test('of what was answered before, nothing is kept either, in no cache and for no listener that comes later', async () => {
  const { session, operations, answer, kept } = open()
  const { answered } = operations.run({ action: 'rename', uuid: 'u', name: 'old', to: 'one' })
  answer()
  await answered
  session.signOut()
  expect(await kept()).toEqual([])
  const steps: unknown[] = []
  operations.follow('late', (event) => steps.push(event))
  expect(steps).toEqual([])
})

test('what is on its way is told as one signs out, without names, and nothing where nothing was', async () => {
  dismissToasts()
  const { session, operations, sent } = open()
  operations.run({ action: 'restart', uuid: 'u', name: 'secret-name' })
  operations.run({ action: 'restart', uuid: 'v', name: 'another' })
  operations.run({ action: 'delete', uuid: 'w', name: 'third' })
  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(3))
  session.signOut()
  await vi.waitFor(() => expect(readToasts()).toHaveLength(1))
  expect(readToasts()[0]).toMatchObject({
    title: '3 actions were on the way as you signed out.',
    detail:
      'Restarting an instance, deleting an instance: whether it was done is not known, and what runs is billed. Look at the instances of that account.',
  })
  dismissToasts()
  open().session.signOut()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(readToasts()).toEqual([])
})
