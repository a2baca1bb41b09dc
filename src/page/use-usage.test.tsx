import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'

import { HOUR } from '#lib/time.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'

import { renderSignedIn } from '../testing/render-signed-in.tsx'
import { useUsageHistory } from './use-usage.ts'

const Usage = () => {
  const { last, query } = useUsageHistory('u-1', { span: HOUR, isRead: true, until: Infinity })
  return (
    <p>
      {last?.cpu ?? 'nothing'}; {query.error?.message ?? 'all is well'}
    </p>
  )
}

const stats = (cpu: number) =>
  Response.json({
    cpu_percent: cpu,
    mem_used_gib: 12.4,
    mem_total_gib: 16,
    disk_used_gib: 38.7,
    disk_total_gib: 100,
  })

test.each([
  ['a 400', () => Response.json({ error: 'Instance is not running' }, { status: 400 }), 'is not running'],
  ['a 404', () => Response.json({ error: 'Instance not found' }, { status: 404 }), 'Instance not found'],
  ['a 502', () => Response.json({ error: 'Failed to reach the host' }, { status: 502 }), 'reach the host'],
  ['half an answer', () => new Response('{"cpu_percent": 4', { status: 200 }), 'could not be read'],
  [
    'a dropped connection',
    () => {
      throw new TypeError('Failed to fetch')
    },
    'could not be reached',
  ],
] as const)('%s of usage is told beside the last reading, and passes', async (_, fail, says) => {
  const { poll } = await renderSignedIn(<Usage />, { instances: [anInstance({ uuid: 'u-1' })] })
  const fetch = vi.fn<() => Promise<Response>>(async () => stats(45.2))
  vi.stubGlobal('fetch', fetch)
  await poll()
  expect(screen.getByText('45.2; all is well')).toBeDefined()
  fetch.mockImplementation(async () => fail())
  await poll()
  expect(screen.getByText(/^45\.2; /).textContent).toContain(says)
  fetch.mockImplementation(async () => stats(50))
  await poll()
  expect(screen.getByText('50; all is well')).toBeDefined()
})
