import { describe, expect, it } from 'vitest'

import { BadSetting, readSettings, readUpstream } from './settings.ts'

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
      host: '127.0.0.1',
      cache: null,
      backend: { kind: 'sandbox' },
    })
  })

  it('can be set', () => {
    expect(readSettings({ HOST: '0.0.0.0', HATTERAS_CACHE: '/var/cache' })).toMatchObject({
      host: '0.0.0.0',
      cache: '/var/cache',
    })
  })
})
