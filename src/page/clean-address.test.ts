import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { emptyCreateForm } from '#model/create/create-form.ts'
import { searchFromDraft } from '#model/create/recipe.ts'
import { fleetSearch } from '#model/fleet/fleet-search.ts'
import { paths } from '#model/paths.ts'

import { cleaned, plain } from './clean-address.ts'
import { secretNames } from './secret-names.ts'

const anthropicKey = 'sk-ant-api03-0123456789abcdef'

describe('an address', () => {
  test.each([
    // A parameter of no page.
    ['?aws_secret_access_key=hush&flavor=marimo', '?flavor=marimo', 'aws_secret_access_key'],
    ['?flavor=marimo&AWS_SECRET_ACCESS_KEY=hush#size', '?flavor=marimo#size', 'AWS_SECRET_ACCESS_KEY'],
    ['?Anthropic-Api-Key=hush', '', 'Anthropic-Api-Key'],
    ['?q=1?b&anthropic_api_key=hush', '?q=1?b', 'anthropic_api_key'],
    ['?q=1&api_key=hush&state=2', '?q=1&state=2', 'api_key'],
    ['?aws%5Fsecret_access_key=hush&q=1%3Fb', '?q=1%3Fb', 'aws_secret_access_key'],
    ['?CCLOUD_KEY=hush', '', 'CCLOUD_KEY'],
    ['?A%252570I+KEY=hush', '', 'ApI KEY'],
    ['?%25%37%34oken=hush', '', 'token'],
    ['?token%E2%80%8B=hush', '', 'token   '],
    ['?key=hush-0123456789abcdef', '', 'key'],
    ['?X-Amz-Signature=hush&q=1', '?q=1', 'X-Amz-Signature'],
    ['?api_key%3Dhush', '', 'api_key'],
    ['?x=api_key%253Dhush&q=1', '?q=1', 'api_key'],
    ['?x=b%253D1%2526api%252Bkey%253Dhush', '', 'api key'],
    ['?a=1;api_key=hush;b=2', '', 'api_key'],
    ['?next=%2Fcosts%3Ftoken%3Dhush', '', 'token'],
    // One that is of a page, with a value that is not.
    ['?state=running;api_key=hush', '', 'api_key'],
    ['?state=x%26token%3Dhush&q=1', '?q=1', 'token'],
    // What shows what it is needs no name.
    [`?x=${anthropicKey}&q=1`, '?q=1', ''],
    [`?${anthropicKey}`, '', ''],
    [`?${anthropicKey}=1`, '', ''],
    [`#${anthropicKey}`, '', ''],
    [`?q=box ${anthropicKey}&state=running`, '?state=running', ''],
    [`?q=ANTHROPIC_API_KEY%3D${anthropicKey}`, '', 'ANTHROPIC_API_KEY'],
    [`?q=a=${anthropicKey}`, '', ''],
    [`?tag=x%3B${anthropicKey}`, '', ''],
    [`?tag=x_${anthropicKey},%C3%A9${anthropicKey}`, '', ''],
    [`?q=%25C3%25A9${anthropicKey}`, '', ''],
    ['?q=sk%252Dant-api03-0123456789abcdef', '', ''],
    [`?q=web${anthropicKey}`, '', ''],
    [`?aws_access_key_id=${anthropicKey}`, '', ''],
    ['?id=AKIA0123456789ABCDEF', '', ''],
    ['?q=ASIA0123456789ABCDEF#a', '#a', ''],
    ['#x=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', '', ''],
    ['?public_key=-----BEGIN+OPENSSH+PRIVATE+KEY-----', '', ''],
    // In the hash.
    ['?q=1#access_token=hush&state=running', '?q=1', 'access_token'],
    ['#?anthropicApiKey=hush', '', 'anthropicApiKey'],
    ['#/costs%3Ftoken%3Dhush', '', 'token'],
    // In the page that sign-in leads to.
    ['?to=%2Fcosts%3Ftoken%3Dhush%23size', '?to=%2Fcosts%23size', 'token'],
    [
      '/sign-in?add&to=/instances/new%3Fflavor%3Dmarimo%26aws_secret_access_key%3Dhush',
      '/sign-in?add&to=%2Finstances%2Fnew%3Fflavor%3Dmarimo',
      'aws_secret_access_key',
    ],
    ['?to=%252Fcosts%253Ftoken%253Dhush', '?to=%252Fcosts', 'token'],
    ['?to=/costs%23token=hush', '?to=%2Fcosts', 'token'],
    ['?to=%2Fsign-in%3Fto%3D%252Fcosts%253Ftoken%253Dhush', '?to=%2Fsign-in', 'token'],
    // In the path.
    ['/costs%23api_key=hush', '/costs', 'api_key'],
    ['/costs%2523api_key%253Dhush', '/costs', 'api_key'],
    ['/costs%26api_key=hush?by=state', '/costs?by=state', 'api_key'],
    ['/instances&api_key=hush', '/instances', 'api_key'],
    ['/instances/a%2Fb%23token=hush#x', '/instances/a%2Fb#x', 'token'],
    [`/instances/${anthropicKey}?q=1`, '/instances?q=1', ''],
    ['/costs/api_key=hush', '/costs/', 'api_key'],
    ['/token=abc123/costs', '/', 'token'],
    ['/;token=abc/x', '/', 'token'],
    [`/${anthropicKey}//evil.example/`, '/evil.example/', ''],
    ['/%2F%2Ftoken=hush/evil', '/', '//token'],
    ['/costs?to=/token=abc/x', '/costs?to=%2F', 'token'],
    ['/instances%253Fa%252570i_key%253Dhush', '/instances', 'api_key'],
    ['/api_key=hush/costs', '/', 'api_key'],
    // More than once, each time spelled in another way.
    ['/instances?a%2570i_key=hush#x=api_key%253Dhush', '/instances', 'api_key'],
    ['/sign-in?to=%2Fcosts%3Fx%3Dapi_key%25253Dhush', '/sign-in?to=%2Fcosts', 'api_key'],
  ])('%s becomes %s', (address, clean, name) => {
    const { address: rest, removed } = cleaned(address)
    expect({ rest, names: secretNames(removed) }).toEqual({ rest: clean, names: [name] })
    expect(cleaned(rest)).toEqual({ address: rest, removed: '' })
  })

  test('loses what no page reads without a word where that is no secret', () => {
    for (const [address, clean] of [
      ['?utm_source=mail&q=a', '?q=a'],
      ['?author=ada&authority=x&tokens=3&password_hint=no&key=name-of-a-long-column', ''],
      ['?bypass=1&compass=2&x=brisk-ant-farm-in-the-field&id=eyJhb&y=akia0123456789abcdef', ''],
      ['/costs#page=2', '/costs'],
      ['?q=a&&state=', '?q=a&state='],
      ['?to=%2Fcosts%3Fx%3D1&to=https%3A%2F%2Fx.example%2F', '?to=%2Fcosts&to=https%3A%2F%2Fx.example%2F'],
    ]) {
      const { address: rest, removed } = cleaned(address ?? '')
      expect({ rest, names: secretNames(removed) }).toEqual({ rest: clean, names: [] })
    }
  })

  test('of this app stays as it was written', () => {
    for (const address of [
      '',
      '/instances/a%2Fb?q=%3Btoken%3D1',
      '?q=secret&state=running,error#password',
      '?q=api_key%253Dhush&instance=%2Fcosts%3Ftoken%3D1',
      '?public_key=ssh-ed25519+AAAA+auth=x&name=a;token=b&aws_prefill_bucket=my-token=x',
      '?aws_access_key_id=AKIA0123456789ABCDEF&sort=signature',
      '?to=/costs%3Fby%3Dtag',
      '?to=%2Finstances%3Fq%3Dtoken%253Dabc',
      '/instances/%C3%A9?q=%zz%25#keys',
      '/instances/foo;bar',
      '/instances/foo%26bar?q=brisk-ant-farm-in-the-field',
    ])
      expect(cleaned(address)).toEqual({ address, removed: '' })
  })

  test('takes no time, however long and deep', () => {
    for (const address of [
      `#${'a='.repeat(50_000)}`,
      `#${'c'.repeat(99_999)}=1`,
      `?x=${'%25'.repeat(20_000)}`,
      `?x=%${'25'.repeat(50_000)}`,
      `?${'to=/?'.repeat(20_000)}`,
      `/${'eyJ'.repeat(30_000)}?${'sk-ant-/'.repeat(10_000)}#${'&;'.repeat(50_000)}`,
    ]) {
      const { address: rest, removed } = cleaned(address)
      expect(rest.length + secretNames(removed).length).toBeLessThanOrEqual(address.length)
    }
    const many = 'api_key%253Dhush%2526'.repeat(10_000)
    const { address, removed } = cleaned(`?x=${many}&q=%252F`)
    expect([address, secretNames(removed)]).toEqual(['?q=%252F', ['api_key']])
  })

  test('that the app itself writes keeps whatever was typed', () => {
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
          gpu_model: text,
          aws_secret_access_key: 'hush',
          anthropic_api_key: 'hush',
        })
        const instance = paths.instance({ name: text, uuid: '0b1e9a5c-0000-4000-8000-000000000000' })
        const addresses = [paths.instances(fleet.toString()), paths.create(recipe.toString()), instance]
        for (const address of addresses) {
          expect(cleaned(address)).toEqual({ address, removed: '' })
          // What is typed may hold what looks like an address of its own; on the way over sign-in it does not count.
          const signIn = paths.signIn(address)
          expect(cleaned(signIn)).toEqual({ address: signIn, removed: '' })
        }
      }),
    )
  })

  test('holds no secret, under any layers of escapes, and is the same the second time', () => {
    const escaped = (letter: string, at: number) =>
      at % 3 === 0 ? `%${letter.codePointAt(0)?.toString(16) ?? ''}` : encodeURIComponent(letter)
    const layers = (count: number, text: string): string =>
      count === 0 ? text : layers(count - 1, Array.from(text, escaped).join(''))
    fc.assert(
      fc.property(
        fc.constantFrom(
          'api_key=hush',
          'token=hush',
          'Anthropic Api Key=hush',
          'key=hush-0123456789abcdef',
          'sk-ant-hush-0123456789ab',
        ),
        fc.array(
          fc.constantFrom(
            '/costs',
            '?',
            '#',
            '?q=1&',
            '?to=',
            '/costs?',
            '%3F',
            '#x=',
            'state=',
            ';',
            'to=/',
          ),
        ),
        fc.nat({ max: 4 }),
        fc.constantFrom('', '/', '/costs', '#x', '&q=1'),
        (secret, before, count, after) => {
          const { address, removed } = cleaned(`${before.join('')}&${layers(count, secret)}${after}`)
          expect(plain(address)).not.toMatch(/hush/)
          expect(address).not.toMatch(/^\/\//)
          expect(secretNames(removed).length).toBeGreaterThan(0)
          expect(cleaned(address)).toEqual({ address, removed: '' })
        },
      ),
    )
  })
})
