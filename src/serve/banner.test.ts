import { expect, it } from 'vitest'

import { sandboxKeys, scenarioOf } from '#sandbox/keys.ts'

import { banner, warnings } from './banner.ts'

const settings = { port: 5173, host: 'localhost', hosts: [], cache: null, through: null }
const proxied = (base: string) => ({ ...settings, backend: { kind: 'proxy', base } }) as const

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

it('tells every address of a server that listens on all, and no other', () => {
  const backend = { kind: 'sandbox' } as const
  const machine = ['192.168.1.20', '[fd00::2]']
  expect(banner({ ...settings, host: '0.0.0.0', backend }, machine).slice(0, 3)).toEqual([
    'Hatteras is at http://127.0.0.1:5173',
    '        and at http://192.168.1.20:5173',
    '        and at http://[fd00::2]:5173',
  ])
  expect(banner({ ...settings, host: '::', backend }, machine)[0]).toBe(
    'Hatteras is at http://localhost:5173',
  )
  expect(banner({ ...settings, host: '::1', backend }, machine).slice(0, 2)).toEqual([
    'Hatteras is at http://[::1]:5173',
    expect.stringContaining('sandbox'),
  ])
})

it('tells the proxy on the way, without its password', () => {
  const through = 'http://ada:hidden@proxy.lab.example:3128'
  const text = banner({ ...proxied('https://cloud.example/api'), through }).join('\n')
  expect(text).toContain('https://cloud.example/api/ through the proxy proxy.lab.example:3128')
  expect(text).not.toContain('hidden')
})

it('warns where a key could be read on the way', () => {
  expect(warnings(proxied('https://cloud.example/api'))).toEqual([])
  expect(warnings(proxied('http://127.0.0.1:8000/api'))).toEqual([])
  expect(warnings(proxied('http://cloud.example/api'))).toEqual([
    expect.stringContaining('go to cloud.example in the open'),
  ])
  for (const host of ['0.0.0.0', '::', '192.168.1.20', 'lab.example'])
    expect(warnings({ ...proxied('https://cloud.example/api'), host })).toEqual([
      expect.stringContaining('HOST lets'),
    ])
  for (const host of ['localhost', '127.0.0.1', '::1'])
    expect(warnings({ ...settings, host, backend: { kind: 'sandbox' } })).toEqual([])
})
