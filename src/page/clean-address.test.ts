import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { emptyCreateForm } from '#model/create/create-form.ts'
import { searchFromDraft } from '#model/create/recipe.ts'
import { fleetSearch } from '#model/fleet/fleet-search.ts'
import { paths } from '#model/paths.ts'

import { withoutSecrets } from './clean-address.ts'

const plainText = (text: string): string => {
  const next = decodeURIComponent(text)
  return next === text ? text : plainText(next)
}

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
    ['#?anthropicApiKey=hush', '#'],
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
    ['?a%2570i_key=hush', ''],
    ['?A%252570I+KEY=hush', ''],
    ['?a%2525255fb=1&%2574o%256Ben=hush', '?a%2525255fb=1'],
    ['?%25%37%34oken=hush', ''],
    ['?k%65y=sk%252Dant%252D0123456789abcdef', ''],
    ['#a%2570i_key=hush', ''],
    ['?api_key%3Dhush', ''],
    ['#api_key%253Dhush&a=1', '#a=1'],
    ['?x=api_key%3Dhush', '?x='],
    ['?x=api_key%253Dhush&a=1', '?x=&a=1'],
    ['?x=api_key=hush', '?x='],
    ['?x=b%253D1%2526api%252Bkey%253Dhush', '?x=b%253D1'],
    ['?x%3Db%26token%3Dhush', '?x%3Db'],
    ['#x=b%3B%2570wd%3Dhush', '#x=b'],
    ['?to=%252Fcosts%253Ftoken%253Dhush', '?to=%252Fcosts'],
    ['?to=%2Fcosts%3Fa%252570i_key%3Dhush', '?to=%2Fcosts'],
    ['?to=%2Fcosts%3Fx%3Dapi_key%25253Dhush%23y', '?to=%2Fcosts%3Fx%3D%23y'],
    ['?to=costs?token=hush', '?to=costs'],
    ['?to=/costs%3Ftoken%3Dhush', '?to=/costs'],
    ['?to=/costs%3Ftoken%3Dhush?a=1', '?to=/costs?a=1'],
    ['?to=/costs%23token=hush', '?to=/costs'],
    ['?u=https:%2F%2Fx.example%2F%3Ftoken%3Dhush', '?u=https:%2F%2Fx.example%2F'],
    ['#/costs%3Ftoken%3Dhush', '#/costs'],
    [
      '/sign-in?to=/instances/new%3Fflavor%3Dmarimo%26aws_secret_access_key%3Dhush',
      '/sign-in?to=/instances/new%3Fflavor%3Dmarimo',
    ],
    ['?to=%2Fsign-in%3Fto%3D%252Fcosts%253Ftoken%253Dhush', '?to=%2Fsign-in%3Fto%3D%252Fcosts'],
    ['?jwt=hush', ''],
    ['?a=1&sig=hush', '?a=1'],
    ['?X-Amz-Signature=hush&a=1', '?a=1'],
    ['?apiKeyValue=hush', ''],
    ['?bearer=hush', ''],
    ['?aws_access_key=hush', ''],
    ['?vault_secret_id=hush', ''],
    ['?session_cookie=hush', ''],
    // What shows what it is needs no name.
    ['?x=sk-ant-api03-0123456789abcdef&a=1', '?a=1'],
    ['?sk-ant-api03-0123456789abcdef', ''],
    ['#sk-ant-api03-0123456789abcdef', ''],
    ['?q=box sk-ant-api03-0123456789abcdef&state=running', '?state=running'],
    ['?x=sk%252Dant-api03-0123456789abcdef', ''],
    ['?to=%2Fcosts%3Fx%3Dsk-ant-api03-0123456789abcdef', '?to=%2Fcosts'],
    ['?id=AKIA0123456789ABCDEF', ''],
    ['?id=ASIA0123456789ABCDEF#a', '#a'],
    ['#x=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', ''],
    // In the path.
    ['/costs%23api_key=hush', '/costs'],
    ['/costs%2523api_key%253Dhush', '/costs'],
    ['/costs%26api_key=hush?by=state', '/costs?by=state'],
    ['/instances/a%2Fb%23token=hush#x', '/instances/a%2Fb#x'],
    // What stands beside it stays as it was written.
    ['?to=%2Fcosts%3Fa%3D%252F%zz%26token%3Dhush', '?to=%2Fcosts%3Fa%3D%252F%zz'],
    ['?to=/a%20b+c%3Fx%3D%C3%A9%26token%3Dhush%26y%3D%25252F', '?to=/a%20b+c%3Fx%3D%C3%A9%26y%3D%25252F'],
    ['?to=/a%2fb%3ftoken%3Dhush%26y%3D(%2B)', '?to=/a%2fb%3fy%3D(%2B)'],
    ['?a&&b=&token=hush&c=#&', '?a&&b=&c=#&'],
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
      '?q=api_key%253Dhush&instance=%2Fcosts%3Ftoken%3D1',
      '?x=%zz%25&y=token%26auth',
      `#${'a='.repeat(9999)}`,
      // Neither takes its time.
      `#${'c'.repeat(99_999)}=1`,
      `?x=${'%25'.repeat(20_000)}`,
      `?x=%${'25'.repeat(50_000)}`,
      `/${'eyJ'.repeat(30_000)}?${'sk-ant-/'.repeat(10_000)}#${'&;'.repeat(50_000)}`,
      '?aws_access_key_id=AKIA0123456789ABCDEF&config=x&design=y&cookies=no&sort=signature',
      '/instances/a?x=brisk-ant-farm-in-the-field&id=eyJhb&y=akia0123456789abcdef#sk-ant',
    ])
      expect(withoutSecrets(address)).toEqual({ address, found: [] })
  })

  test('are none of what the app itself writes into its addresses, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'token=abc',
        '/x?token=abc',
        'token%3Dabc',
        '%26auth%3Dabc',
        '?password=x&key=0123456789abcdef0',
        '#auth=1',
        'secret',
      ),
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

  test('are found among a hundred thousand in no time, however deep', () => {
    const many = 'api_key%253Dhush%2526'.repeat(10_000)
    const { address, found } = withoutSecrets(`?x=${many}&y=%252F`)
    expect([address, found.length]).toEqual(['?x=&y=%252F', 10_000])
  })

  test('are gone under any layers of escapes, in a name, a value, the hash, and in the page that sign-in leads to', () => {
    const escaped = (letter: string, at: number) =>
      at % 3 === 0 ? `%${letter.codePointAt(0)?.toString(16) ?? ''}` : encodeURIComponent(letter)
    const layers = (count: number, text: string): string =>
      count === 0 ? text : layers(count - 1, Array.from(text, escaped).join(''))
    fc.assert(
      fc.property(
        fc.constantFrom('api_key=hush', 'token=hush', 'Anthropic Api Key=hush', 'key=hush-0123456789abcdef'),
        fc.constantFrom('?', '#', '?a=1&', '?to=', '?to=/costs?', '?to=/costs%3F', '#x=', '?x=a=1&y='),
        fc.nat({ max: 4 }),
        (secret, before, count) => {
          const { address, found } = withoutSecrets(before + layers(count, secret))
          expect(plainText(address)).not.toContain('hush')
          expect(found).toHaveLength(1)
        },
      ),
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
