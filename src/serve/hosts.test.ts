import { describe, expect, it } from 'vitest'

import { allowedHosts } from './hosts.ts'
import { hostOf, isOwnAddress } from './plain-hosts.mjs'

const settings = {
  host: 'localhost',
  hosts: [],
  port: 5173,
  cache: null,
  backend: { kind: 'sandbox' },
  through: null,
} as const

describe('a Host header', () => {
  it.each([
    ['localhost:5173', 'localhost'],
    ['LocalHost', 'localhost'],
    ['127.0.0.1:80', '127.0.0.1'],
    ['[::1]:5173', '[::1]'],
    ['::1', '[::1]'],
    ['[0:0::1]', '[::1]'],
    ['2130706433', '127.0.0.1'],
    ['localhost.:5173', 'localhost'],
    ['LAB.example.', 'lab.example'],
    ['localhost..', 'localhost..'],
    ['.', '.'],
    ['', null],
    ['evil.example/localhost', null],
    ['user@localhost', null],
    ['localhost#x', null],
    ['local host', null],
    ['localhost:99999', null],
  ])('%j is of the host %j', (header, host) => {
    expect(hostOf(header)).toBe(host)
  })

  it.each(['localhost:5173', '127.0.0.1:5173', '[::1]:5173', 'localhost', 'localhost.:5173'])(
    'may be %s',
    (header) => {
      expect(allowedHosts(settings)(header)).toBe(true)
    },
  )

  it.each([
    'evil.example',
    'evil.example:5173',
    'evil.example.',
    'localhost..',
    'localhost.evil.example',
    '192.168.1.20:5173',
    '',
    '::',
  ])('may not be %j', (header) => {
    expect(allowedHosts(settings)(header)).toBe(false)
  })

  it('may be HOST, and what the setting lists', () => {
    const isAllowed = allowedHosts({ host: '192.168.1.20', hosts: ['dashboard.lab.example'] })
    expect(isAllowed('192.168.1.20:5173')).toBe(true)
    expect(isAllowed('Dashboard.lab.example')).toBe(true)
    expect(isAllowed('dashboard.lab.example.')).toBe(true)
    expect(isAllowed('192.168.1.21')).toBe(false)
    expect(isAllowed('lab.example')).toBe(false)
  })

  it.each(['0.0.0.0', '::'])('may be any address, but no name, on a server that listens on %s', (host) => {
    const isAllowed = allowedHosts({ host, hosts: [] })
    expect(isAllowed('192.168.1.20:5173')).toBe(true)
    expect(isAllowed('[fd00::2]:5173')).toBe(true)
    expect(isAllowed('evil.example:5173')).toBe(false)
  })
})

describe('the address of the service', () => {
  it.each([
    'http://localhost:5173/api',
    'http://127.0.0.1:5173/api',
    'http://[::1]:5173/api',
    'http://a.localhost:5173/api',
    'http://localhost.:5173/api',
  ])('is seen to be the server itself: %s', (url) => {
    expect(isOwnAddress(url, settings)).toBe(true)
    expect(isOwnAddress(url, { ...settings, host: '0.0.0.0' })).toBe(true)
  })

  it.each([
    'http://localhost:5174/api',
    'https://console.carolinacloud.io/api',
    'http://192.168.1.20:5173/api',
  ])('may be another server: %s', (url) => {
    expect(isOwnAddress(url, settings)).toBe(false)
  })

  it('has a port of its own where none is written', () => {
    expect(isOwnAddress('http://localhost/api', { ...settings, port: 80 })).toBe(true)
    expect(isOwnAddress('https://localhost/api', { ...settings, port: 80 })).toBe(false)
    expect(isOwnAddress('http://10.0.0.5:80/api', { ...settings, port: 80, host: '10.0.0.5' })).toBe(true)
    expect(isOwnAddress('http://lab.example/api', { ...settings, port: 80, hosts: ['lab.example'] })).toBe(
      true,
    )
  })
})
