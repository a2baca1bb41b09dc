import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { emptyCreateForm } from '#model/create/create-form.ts'
import { searchFromDraft } from '#model/create/recipe.ts'
import { fleetSearch } from '#model/fleet/fleet-search.ts'
import { paths } from '#model/paths.ts'

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
    ['?token=hush', ''],
    ['?flavor=marimo&id_token=hush&size=1', '?flavor=marimo&size=1'],
    ['#access_token=hush&state=running', '#state=running'],
    ['?Password=hush', ''],
    ['?passwd=hush', ''],
    ['?pwd=hush', ''],
    ['?secret=hush', ''],
    ['?apikey=hush', ''],
    ['?Authorization=Bearer%20hush', ''],
    ['?auth=hush', ''],
    ['?q=a&%74oken=hush', '?q=a'],
    ['?key=sk-ant-0123456789abcdef', ''],
    ['?api%255Fkey=hush', ''],
    ['?api_keys=hush&a=1', '?a=1'],
    ['?private_key=hush', ''],
    ['?pass=hush', ''],
    ['?a=1;api_key=hush;b=2', '?a=1;b=2'],
    ['/instances&api_key=hush', '/instances'],
    ['?next=%2Fcosts%3Ftoken%3Dhush', '?next=%2Fcosts'],
    ['?TO=https%3A%2F%2Fx.example%2F%3Ftoken%3Dhush', '?TO=https%3A%2F%2Fx.example%2F'],
    ['?to=%2Fcosts%3Ftoken%3Dhush%23x', '?to=%2Fcosts%23x'],
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
      '?key=name-of-a-long-column',
      '?author=ada&authority=x&tokens=3&password_hint=no',
      '?q=token%3Dabc&state=running#password',
      '?public_key=ssh&name=api-key',
      '?bypass=1&compass=2',
      '/instances/a%2Fb?q=%3Btoken%3D1',
      '?to=%2Fcosts#keys',
      '?a&&b=#',
    ])
      expect(withoutSecrets(address)).toEqual({ address, found: [] })
  })

  test('are none of what the app itself writes into its addresses, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('token=abc', '?password=x&key=0123456789abcdef0', '#auth=1', 'secret'),
    )
    fc.assert(
      fc.property(typed, fc.array(typed, { maxLength: 3 }), (text, words) => {
        const fleet = fleetSearch.write({ ...fleetSearch.read(new URLSearchParams()), q: text, tag: words })
        const recipe = searchFromDraft({
          ...emptyCreateForm,
          name: text,
          public_key: text,
          gpu_model: text,
          aws_endpoint_url: text,
          aws_access_key_id: text,
          aws_prefill_bucket: text,
          aws_secret_access_key: 'hush',
          anthropic_api_key: 'hush',
        })
        const addresses = [paths.instances(fleet.toString()), paths.create(recipe.toString())]
        for (const address of addresses) {
          expect(withoutSecrets(address)).toEqual({ address, found: [] })
          // What is typed may hold what looks like an address of its own; on the way over sign-in it does not count.
          const signIn = paths.signIn(address)
          expect(withoutSecrets(signIn)).toEqual({ address: signIn, found: [] })
        }
      }),
    )
  })

  test('are gone wherever they stand, and everything else still reads as before', () => {
    const part = fc.constantFrom('a=1', 'b=%3F%26', 'c', 'd=x%20y', 'e=', '%zz=%zz')
    const secret = fc
      .constantFrom('aws_secret_access_key', 'ANTHROPIC_API_KEY', 'api-key', 'token', 'Password')
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
