import { waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'
import { keepTryingOf } from '#operations/keep-trying.ts'
import { openChannel } from '#session/tab-channel.ts'
import { dismissToasts, readToasts } from '#ui/toast-store.ts'

import { renderSignedIn } from '../../testing/render-signed-in.tsx'
import OtherTabs from './other-tabs.ts'

// Those of the tests before it, too.
beforeEach(dismissToasts)

test('what is kept trying ends with the account, and is not sent with a key entered anew', async () => {
  const { account } = await renderSignedIn(<OtherTabs />, { instances: [] })
  const keepTrying = keepTryingOf(account.operations)
  keepTrying.start({ uuid: '', name: 'one', action: 'create' }, () => Promise.resolve(null))
  await account.forget()
  expect(keepTrying.all()).toEqual([])
})

test('a resize that is kept trying ends when another tab has resized the instance since, and says so', async () => {
  const one = anInstance({ uuid: 'u', name: 'one', n_vcpus: 2 })
  const { account } = await renderSignedIn(<OtherTabs />, { instances: [one] })
  const keepTrying = keepTryingOf(account.operations)
  const at = { uuid: 'u', name: 'one' }
  keepTrying.start({ ...at, action: 'resize' }, () => Promise.resolve(null))
  keepTrying.start({ uuid: 'v', name: 'two', action: 'resize' }, () => Promise.resolve(null))

  const otherTab = openChannel('hatteras')
  otherTab?.postMessage({
    kind: 'accepted',
    connectionId: account.api.connectionId,
    operations: [{ request: { ...at, action: 'resize', to: { n_vcpus: 4 } }, answeredAt: Date.now() }],
  })
  await waitFor(() => expect(keepTrying.all()).toMatchObject([{ request: { name: 'two' } }]))
  expect(readToasts()).toMatchObject([
    { title: 'Keep trying has ended.', detail: 'one was resized in another tab.' },
  ])
  keepTrying.cancelAll()
  otherTab?.close()
})
