import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { withoutSecrets } from './clean-address.ts'

describe('secrets in an address', () => {
  test.each([
    ['?aws_secret_access_key=hush&flavor=marimo', '?flavor=marimo'],
    ['?flavor=marimo&AWS_SECRET_ACCESS_KEY=hush#size', '?flavor=marimo#size'],
    ['?Anthropic-Api-Key=hush', ''],
    ['?a=1?b&anthropic_api_key=hush', '?a=1?b'],
    ['?aws%5Fsecret_access_key=hush&a=1%3Fb', '?a=1%3Fb'],
    ['?a=1&api_key=hush&b=2', '?a=1&b=2'],
    ['?CCLOUD_KEY=hush', ''],
    ['?claude_key=hush', ''],
    ['?AWS_SECRET=hush', ''],
    ['#aws_secret_access_key=hush', ''],
    ['?a=1#x=2&secretAccessKey=hush&y=3', '?a=1#x=2&y=3'],
    ['#?anthropicApiKey=hush', ''],
    [
      '?to=%2Finstances%2Fnew%3Fflavor%3Dmarimo%26anthropic_api_key%3Dhush',
      '?to=%2Finstances%2Fnew%3Fflavor%3Dmarimo',
    ],
  ])('%s becomes %s', (address, cleaned) => {
    const { address: rest, found } = withoutSecrets(address)
    expect(rest).toBe(cleaned)
    expect(found).toHaveLength(1)
  })

  test('are not seen in what is none', () => {
    for (const address of [
      '',
      '?q=secret',
      '?key=1',
      '?public_key=ssh&name=api-key',
      '?to=%2Fcosts#keys',
      '?a&&b=#',
    ])
      expect(withoutSecrets(address)).toEqual({ address, found: [] })
  })

  test('are gone wherever they stand, and everything else still reads as before', () => {
    const part = fc.constantFrom('a=1', 'b=%3F%26', 'c', 'd=x%20y', 'e=', '%zz=%zz')
    const secret = fc
      .constantFrom('aws_secret_access_key', 'ANTHROPIC_API_KEY', 'api-key')
      .map((name) => `${name}=hush`)
    fc.assert(
      fc.property(
        fc.array(fc.oneof(part, secret), { minLength: 1 }),
        fc.constantFrom('?', '#'),
        (parts, mark) => {
          const { address, found } = withoutSecrets(`${mark}${parts.join('&')}`)
          const others = parts.filter((one) => !one.endsWith('=hush'))
          expect(address).not.toContain('hush')
          expect(found).toHaveLength(parts.length - others.length)
          expect([...new URLSearchParams(address.slice(1))]).toEqual([
            ...new URLSearchParams(others.join('&')),
          ])
        },
      ),
    )
  })
})
