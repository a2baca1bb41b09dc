import { expect, it } from 'vitest'

import { sandboxKeys, scenarioOf } from '#sandbox/keys.ts'

import { banner } from './banner.ts'

const settings = { port: 5173, host: '127.0.0.1', cache: null }

it('tells the address and every sandbox key', () => {
  const text = banner({ ...settings, backend: { kind: 'sandbox' } }).join('\n')
  expect(text).toContain('http://localhost:5173')
  for (const { key, says } of sandboxKeys) {
    expect(text).toContain(key)
    expect(text).toContain(says)
    expect(scenarioOf(key) === null).toBe(key === 'sandbox-expired')
  }
})

it('tells where the API leads, and no keys', () => {
  const backend = { kind: 'proxy', base: 'https://console.carolinacloud.io/api' } as const
  const text = banner({ ...settings, port: 80, host: '::', backend }).join('\n')
  expect(text).toContain('http://localhost:80')
  expect(text).toContain('https://console.carolinacloud.io/api/')
  expect(text).not.toContain('sandbox')
})
