import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'
import { renderSignedIn } from '#testing/render-signed-in.tsx'

import UsageCell from './usage-cell.tsx'

type Tell = (entries: readonly { isIntersecting: boolean }[]) => void

/** All is on the screen. */
class AllSeen {
  readonly tell: Tell
  constructor(tell: Tell) {
    this.tell = tell
  }
  observe() {
    this.tell([{ isIntersecting: true }])
  }
  disconnect() {}
}

const stats = {
  cpu_percent: 45.2,
  mem_used_gib: 12.4,
  mem_total_gib: 16,
  disk_used_gib: 38.7,
  disk_total_gib: 100,
}

test('no answer stands in the row, and in the note of a phone, while the next reading is on its way', async () => {
  vi.stubGlobal('IntersectionObserver', AllSeen)
  const instance = anInstance({ uuid: 'u-1', resource_type: 'container', state: 'running' })
  const cells = (
    <>
      <UsageCell instance={instance} idleSince={null} />
      <UsageCell instance={instance} idleSince={null} isNote />
    </>
  )
  const { poll, queries } = await renderSignedIn(cells, { instances: [instance] })
  vi.stubGlobal('fetch', async () => Response.json({ error: 'Failed to reach the host' }, { status: 502 }))
  await poll()
  expect(screen.getAllByText(/^no answer/)).toHaveLength(2)

  let answer = () => {}
  const late = new Promise<Response>((resolve) => {
    answer = () => resolve(Response.json(stats))
  })
  vi.stubGlobal('fetch', () => late)
  const reading = queries.refetchQueries()
  await act(async () => {})
  expect(queries.isFetching()).toBeGreaterThan(0)
  expect(screen.getAllByText(/^no answer/)).toHaveLength(2)

  await act(async () => {
    answer()
    await reading
  })
  expect(screen.queryByText(/^no answer/)).toBeNull()
})
