import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { holdLead } from './tab-lead.ts'

const refused = () => new DOMException('Site data is blocked.', 'SecurityError')

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

describe('which tab leads', () => {
  let visible: () => void = () => undefined
  const lead = (request: (...args: unknown[]) => Promise<unknown>) => {
    const said: boolean[] = []
    vi.stubGlobal('navigator', { locks: { request } })
    const stop = holdLead('work', (leads) => said.push(leads))
    return { said, stop }
  }
  beforeEach(() => {
    vi.stubGlobal('document', {
      visibilityState: 'visible',
      addEventListener: (_: string, listener: () => void) => {
        visible = listener
      },
      removeEventListener: () => undefined,
    })
  })

  test('this one where the browser refuses its locks, and it stays so', async () => {
    const request = vi.fn(() => Promise.reject(refused()))
    const { said, stop } = lead(request)
    await vi.waitFor(() => expect(said).toEqual([true]))
    visible()
    expect(request).toHaveBeenCalledTimes(1)
    stop()
  })

  test('not this one while it waits for its turn, nor after another took over', async () => {
    let takenOver: (reason: unknown) => void = () => undefined
    const request = vi.fn((_name: unknown, options: unknown, granted: unknown) => {
      // Whoever waits in the queue waits for good.
      if (JSON.stringify(options) !== '{"steal":true}' || typeof granted !== 'function')
        return new Promise(() => undefined)
      granted()
      return new Promise((_, reject) => {
        takenOver = reject
      })
    })
    const { said, stop } = lead(request)
    await vi.waitFor(() => expect(said).toEqual([true]))
    takenOver(new DOMException('The lock was stolen.', 'AbortError'))
    await vi.waitFor(() => expect(said).toEqual([true, false]))
    stop()
  })
})

test('a browser that refuses a channel between tabs has none, and that is all', async () => {
  vi.stubGlobal('BroadcastChannel', () => {
    throw refused()
  })
  const { tabChannel } = await import('./tab-channel.ts')
  expect(() => tabChannel.send({ kind: 'key-removed', connectionId: 'one' })).not.toThrow()
  tabChannel.listen(() => undefined)()
})
