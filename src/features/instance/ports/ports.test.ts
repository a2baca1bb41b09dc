import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { portInfo, portPresets, portProblem, portUrl } from './ports.ts'

describe('a typed port', () => {
  test.each(['443', ' 8080 ', '1', '65535'])('%j can be opened', (text) => {
    expect(portProblem(text, [80])).toBeNull()
  })

  test.each(['', '0', '65536', '-1', '80.5', '1e3', '0x50', 'https', '99999999999999999999'])(
    '%j is no port number',
    (text) => {
      expect(portProblem(text, [])).toBe('A port is a whole number from 1 to 65535.')
    },
  )

  test('is refused when it is open already, 22 always', () => {
    expect(portProblem('0443', [443])).toBe('Port 443 is already open.')
    expect(portProblem('22', [])).toBe('Port 22 (SSH) is always open.')
  })

  test('is sound exactly when it is one that can be opened', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 70_000 }), (port) => {
        const canOpen = port >= 1 && port <= 65_535 && port !== 22
        expect(portProblem(String(port), []) === null).toBe(canOpen)
      }),
    )
  })
})

describe('what is known of a port', () => {
  test('databases and notebooks are better not open to the world', () => {
    for (const port of [3306, 5432, 6379, 8787, 8888, 27_017])
      expect(portInfo(port).risky).toMatch(/, (?:open to the whole internet|unencrypted)\.$/)
    for (const port of [22, 80, 443, 3000, 8000, 8080]) expect(portInfo(port).risky).toBeNull()
  })

  test('a port of no known use has neither service nor link', () => {
    expect(portInfo(12_345)).toEqual({ service: null, scheme: null, risky: null })
  })

  test('the ready ones can all be opened', () => {
    for (const port of portPresets) expect(portProblem(String(port), [])).toBeNull()
  })
})

describe('a link to a port', () => {
  test.each([
    [80, 'http://10.10.10.10'],
    [443, 'https://10.10.10.10'],
    [8080, 'http://10.10.10.10:8080'],
    [5432, null],
    [12_345, null],
  ])('%d: %s', (port, url) => {
    expect(portUrl('10.10.10.10', port)).toBe(url)
  })

  test('leads to an address, and nowhere else', () => {
    expect(portUrl('2001:db8::1', 8080)).toBe('http://[2001:db8::1]:8080')
    expect(portUrl('evil.example/?', 80)).toBeNull()
    expect(portUrl('', 80)).toBeNull()
  })
})
