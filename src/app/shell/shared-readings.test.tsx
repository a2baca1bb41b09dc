import { waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { keys } from '#api/cache.ts'
import { useInstances } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'
import { openChannel } from '#session/tab-channel.ts'

import { renderSignedIn } from '../../testing/render-signed-in.tsx'
import SharedReadings from './shared-readings.ts'

const channels: (BroadcastChannel | null)[] = []
const otherTab = () => {
  const channel = openChannel('hatteras readings')
  channels.push(channel)
  return channel
}
afterEach(() => {
  for (const channel of channels.splice(0)) channel?.close()
})

const one = anInstance({ uuid: 'u', name: 'one', state: 'running' })
const stopped = { ...one, state: 'exited' }

const States = () => (
  <p>
    {useInstances()
      .data?.instances.map(({ state }) => state)
      .join()}
  </p>
)

/** All that is shown from now on. */
const watchShown = (shown: () => string | null | undefined) => {
  const seen = new Set<string | null | undefined>()
  const watcher = new MutationObserver(() => seen.add(shown()))
  watcher.observe(document.body, { subtree: true, characterData: true, childList: true })
  return seen
}

const setUp = async () => {
  const { account, poll, queries, service } = await renderSignedIn(
    <>
      <SharedReadings />
      <States />
    </>,
    { instances: [one] },
  )
  const { connectionId } = account.api
  const send = (instances: readonly Instance[], askedAt = Date.now(), at = Date.now()) =>
    otherTab()?.postMessage({
      connectionId,
      key: [connectionId, 'instances'],
      data: { instances, unreadable: 0 },
      askedAt,
      at,
    })
  const shown = () => document.querySelector('p')?.textContent
  return { account, poll, queries, service, send, shown }
}

test('what another tab has read is shown without asking the service, which is asked the next time', async () => {
  const { account, poll, queries, send, service, shown } = await setUp()
  const asked = vi.spyOn(account.api.client, 'list')
  send([stopped])
  await waitFor(() => expect(shown()).toBe('exited'))
  expect(asked).not.toHaveBeenCalled()
  // It waits a moment longer than the other tab, and no longer than that once it has read by itself.
  const query = queries.getQueryCache().find({ queryKey: [account.api.connectionId, 'instances'] })
  const wait = () => query !== undefined && account.api.pollTiming.delay(query, [stopped])
  expect(wait()).toBeGreaterThanOrEqual(11_000)
  service.instances = [{ ...one, state: 'error' }]
  await poll()
  await waitFor(() => expect(shown()).toBe('error'))
  expect(wait()).toBe(10_000)
})

test('what this tab reads is told to the others, and what it was told is not', async () => {
  const { poll, send, shown } = await setUp()
  const heard: unknown[] = []
  otherTab()?.addEventListener('message', ({ data }) => heard.push(data))
  send([stopped])
  await waitFor(() => expect(shown()).toBe('exited'))
  await poll()
  await waitFor(() => expect(heard).toHaveLength(2))
  expect(heard).toMatchObject([
    { data: { instances: [{ state: 'exited' }] } },
    { data: { instances: [{ state: 'running' }] } },
  ])
})

test('what is old, makes no sense, or was asked for before an action of this tab is left alone', async () => {
  const { account, send, shown } = await setUp()
  const now = Date.now()
  const seen = watchShown(shown)
  send([{ ...one, state: 'lost' }], now - 9000, now - 8000)
  otherTab()?.postMessage({ connectionId: account.api.connectionId, key: [], data: 'odd' })
  await account.operations.run({ action: 'stop', uuid: 'u', name: 'one' }, () => Promise.resolve(null))
    .answered
  send([{ ...one, state: 'idle' }], now - 1)
  // Messages come in their order, so what came before the last one was looked at.
  await waitFor(() => {
    send([stopped], Date.now() + 1)
    expect(shown()).toBe('exited')
  })
  expect([...seen]).toEqual(['exited'])
})

test('a list that was asked for before this tab has read one of its instances is left alone', async () => {
  const { account, queries, send, shown } = await setUp()
  const seen = watchShown(shown)
  const now = Date.now()
  queries.setQueryData(keys.detail(account.api.connectionId, 'u'), stopped, { updatedAt: now + 500 })
  send([{ ...one, state: 'error' }], now + 499, now + 600)
  send([stopped], now + 500, now + 600)
  await waitFor(() => expect(shown()).toBe('exited'))
  expect([...seen]).toEqual(['exited'])
})
