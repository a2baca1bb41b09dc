import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

import { describe, expect, it } from 'vitest'

import {
  BadSetting,
  makeCache,
  readProxy,
  readSettings,
  readUpstream,
  unknownSettings,
} from './plain-settings.mjs'

describe('CCLOUD_API_URL', () => {
  it.each([
    'https://console.carolinacloud.io/api',
    'https://console.carolinacloud.io/api/',
    'https://console.carolinacloud.io',
    'https://console.carolinacloud.io/',
    '  https://console.carolinacloud.io/api//  ',
    'HTTPS://Console.CarolinaCloud.io/api',
  ])('leads to the same base from "%s"', (text) => {
    expect(readSettings({ CCLOUD_API_URL: text }).backend).toEqual({
      kind: 'proxy',
      base: 'https://console.carolinacloud.io/api',
    })
  })

  it.each([
    ['http://127.0.0.1:8000', 'http://127.0.0.1:8000/api'],
    ['http://[::1]:8000/api/', 'http://[::1]:8000/api'],
    ['https://gateway.lab.example/cloud', 'https://gateway.lab.example/cloud/api'],
    ['https://gateway.lab.example/cloud/api/', 'https://gateway.lab.example/cloud/api'],
    ['https://gateway.lab.example/API', 'https://gateway.lab.example/API'],
  ])('keeps port and path: %s', (text, base) => {
    expect(readUpstream(text)).toBe(base)
  })

  it.each([
    ['console.carolinacloud.io/api', /is not an address/],
    ['not a url', /is not an address/],
    ['https://', /is not an address/],
    ['ftp://console.carolinacloud.io', /must begin with https/],
    ['file:///etc/passwd', /must begin with https/],
    ['https://ada:hunter2@console.carolinacloud.io', /must not contain a user name/],
    ['https://ada@console.carolinacloud.io', /must not contain a user name/],
    ['https://console.carolinacloud.io/api?key=1', /must not contain a query/],
    ['https://console.carolinacloud.io/api?', /must not contain a query/],
    ['https://console.carolinacloud.io/api#top', /must not contain a fragment/],
    ['https://console.carolinacloud.io/api/docs', /must not go on after \/api/],
    ['https://console.carolinacloud.io/api\u200B', /characters that cannot be seen/],
  ])('refuses %s with a sentence', (text, sentence) => {
    expect(() => readUpstream(text)).toThrow(BadSetting)
    expect(() => readUpstream(text)).toThrow(sentence)
  })

  it('never repeats a password', () => {
    expect(() => readUpstream('https://ada:hunter2@console.carolinacloud.io')).not.toThrow(/hunter2/)
  })

  it.each([undefined, '', '  '])('is the sandbox when it is %j', (text) => {
    expect(readSettings({ CCLOUD_API_URL: text }).backend).toEqual({ kind: 'sandbox' })
  })
})

describe('PORT', () => {
  it.each([
    [undefined, 5173],
    ['', 5173],
    ['8080', 8080],
    [' 1 ', 1],
    ['65535', 65_535],
  ])('%j is %i', (text, port) => {
    expect(readSettings({ PORT: text }).port).toBe(port)
  })

  it.each(['0', '65536', '-1', '80.5', 'http', '0x50', '1e3', '999999'])(
    'refuses %s with a sentence',
    (text) => {
      expect(() => readSettings({ PORT: text })).toThrow(
        new BadSetting(`PORT must be a whole number from 1 to 65535, not "${text}".`),
      )
    },
  )
})

describe('the other settings', () => {
  it('have quiet defaults', () => {
    expect(readSettings({})).toEqual({
      port: 5173,
      host: 'localhost',
      hosts: [],
      cache: null,
      backend: { kind: 'sandbox' },
      through: null,
    })
  })

  it('can be set', () => {
    expect(readSettings({ HOST: '0.0.0.0', HATTERAS_CACHE: '/var/cache' })).toMatchObject({
      host: '0.0.0.0',
      cache: '/var/cache',
    })
    expect(readSettings({ HOST: '[::1]' }).host).toBe('::1')
    expect(readSettings({ HOST: 'fe80::1%eth0' }).host).toBe('fe80::1%eth0')
    // As it is compared with: any other spelling would not be known for what it is.
    expect(readSettings({ HOST: 'LOCALHOST' }).host).toBe('localhost')
    expect(readSettings({ HOST: 'localhost.' }).host).toBe('localhost')
    expect(readSettings({ HOST: '0' }).host).toBe('0.0.0.0')
    expect(readSettings({ HOST: '::0' }).host).toBe('::')
  })

  it.each(['http://0.0.0.0', '0.0.0.0:8080', '*', 'lab example'])('refuse the HOST %s', (text) => {
    expect(() => readSettings({ HOST: text })).toThrow(/^HOST must be an address or a name of this machine/)
  })
})

describe('HATTERAS_HOSTS', () => {
  it('lists names as they stand in a URL', () => {
    expect(
      readSettings({ HATTERAS_HOSTS: ' Dashboard.lab.example.,10.0.0.5  fd00::2, [fd00::3] ' }).hosts,
    ).toEqual(['dashboard.lab.example', '10.0.0.5', '[fd00::2]', '[fd00::3]'])
  })

  it.each([
    'https://dashboard.lab.example',
    'dashboard.lab.example/x',
    'dashboard.lab.example:8080',
    '[fd00::3]:80',
    '*',
  ])('refuses %s with a sentence', (text) => {
    expect(() => readSettings({ HATTERAS_HOSTS: text })).toThrow(/HATTERAS_HOSTS must be host names/)
  })
})

describe('the address of the server itself', () => {
  it.each([
    { CCLOUD_API_URL: 'http://localhost:5173/api' },
    { CCLOUD_API_URL: 'http://127.0.0.1:8080', PORT: '8080' },
    { CCLOUD_API_URL: 'http://[::1]:8080', PORT: '8080', HOST: '::' },
    { CCLOUD_API_URL: 'http://10.0.0.5', PORT: '80', HOST: '10.0.0.5' },
    { CCLOUD_API_URL: 'http://0:5173' },
    { CCLOUD_API_URL: 'http://[::ffff:127.0.0.1]:5173' },
  ])('is no service: %j', (env) => {
    expect(() => readSettings(env)).toThrow(
      /^CCLOUD_API_URL is the address of this server itself\. Use an address/,
    )
  })
})

describe('HTTPS_PROXY', () => {
  const base = 'https://console.carolinacloud.io/api'
  const proxy = 'http://proxy.lab.example:3128'

  it.each([
    [{ HTTPS_PROXY: proxy }, proxy],
    [{ https_proxy: proxy, HTTPS_PROXY: 'http://other.example' }, proxy],
    [{ HTTPS_PROXY: 'proxy.lab.example:3128' }, proxy],
    [{ HTTP_PROXY: proxy }, null],
    [{ HTTPS_PROXY: ' ' }, null],
    [{ HTTPS_PROXY: proxy, NO_PROXY: 'localhost, carolinacloud.io' }, null],
    [{ HTTPS_PROXY: proxy, no_proxy: '.carolinacloud.io' }, null],
    [{ HTTPS_PROXY: proxy, NO_PROXY: '*.carolinacloud.io:443' }, null],
    [{ HTTPS_PROXY: proxy, NO_PROXY: '*' }, null],
    [{ HTTPS_PROXY: proxy, NO_PROXY: 'cloud.io,carolinacloud.io:8443,.' }, proxy],
  ])('with %j leads by %j', (env, through) => {
    expect(readSettings({ CCLOUD_API_URL: base, ...env }).through).toBe(through)
  })

  it('is HTTP_PROXY for a plain-http service, and never in the way to this machine', () => {
    expect(readProxy('http://gateway.lab.example/api', { HTTP_PROXY: proxy, HTTPS_PROXY: 'http://x' })).toBe(
      proxy,
    )
    for (const local of ['http://localhost:8000/api', 'http://127.0.0.1:8000/api', 'http://[::1]:8000/api'])
      expect(readProxy(local, { HTTP_PROXY: proxy })).toBeNull()
  })

  it.each(['socks5://ada:hunter2@proxy', 'http://ada:hunter2@'])(
    'refuses %s, and repeats no password',
    (text) => {
      const read = () => readSettings({ CCLOUD_API_URL: base, HTTPS_PROXY: text })
      expect(read).toThrow(/^HTTPS_PROXY must be the address of an HTTP proxy/)
      expect(read).not.toThrow(/hunter2/)
    },
  )
})

describe('a name that begins like a setting and is none', () => {
  it('is told', () => {
    expect(unknownSettings({ HATTERAS_BASE: '/x', HATTERAS_HOSTS: 'a', PATH: '' })).toEqual(['HATTERAS_BASE'])
    expect(unknownSettings({ CCLOUD_URL: 'x', CCLOUD_API_BASE: 'x', CCLOUD_API_URL: 'x' })).toEqual([
      'CCLOUD_URL',
      'CCLOUD_API_BASE',
    ])
  })

  it('is not what holds a key', () => {
    expect(unknownSettings({ CCLOUD_API_KEY: 'ck_1', CCLOUD_KEY: 'ck_1' })).toEqual([])
  })
})

describe('HATTERAS_CACHE', () => {
  it('is made where it is not there, by any name, and left as it is where it is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hatteras-cache-'))
    const { backend } = readSettings({})
    makeCache({ backend, cache: join(folder, 'a', 'b') })
    makeCache({ backend, cache: relative('.', join(folder, 'c')) })
    makeCache({ backend, cache: folder })
    for (const made of ['a/b', 'c']) expect(readdirSync(join(folder, made))).toEqual([])
    expect(readdirSync(folder)).toHaveLength(2)
    rmSync(folder, { recursive: true })
  })

  it('has folders for the worlds of the sandbox in it, which are left as they are', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hatteras-cache-'))
    const { backend } = readSettings({})
    writeFileSync(join(folder, 'sandbox'), '')
    expect(() => makeCache({ backend, cache: folder })).toThrow(`${join(folder, 'sandbox')} is no folder`)
    rmSync(join(folder, 'sandbox'))
    mkdirSync(join(folder, 'sandbox', 'worlds'), { recursive: true })
    makeCache({ backend, cache: folder })
    expect(readdirSync(folder, { recursive: true })).toEqual(['sandbox', join('sandbox', 'worlds')])
    rmSync(folder, { recursive: true })
  })

  it('is nothing where it is empty, and does not matter before the service', () => {
    expect(readSettings({ HATTERAS_CACHE: ' ' }).cache).toBeNull()
    makeCache(readSettings({ HATTERAS_CACHE: ' ' }))
    makeCache(readSettings({ HATTERAS_CACHE: '/dev/null', CCLOUD_API_URL: 'https://cloud.example' }))
  })
})
