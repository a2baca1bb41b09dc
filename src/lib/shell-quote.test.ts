import { spawnSync } from 'node:child_process'

import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { shellQuote } from './shell-quote.ts'

test.each([
  ['dev-server', 'dev-server'],
  ['ccloud@login.carolinacloud.io', 'ccloud@login.carolinacloud.io'],
  ['', "''"],
  ['two words', "'two words'"],
  ["it's", String.raw`'it'\''s'`],
  ['$(rm -rf ~)', "'$(rm -rf ~)'"],
  ['~', "'~'"],
  ['a\nb', "'a\nb'"],
])('%j is written %j', (text, quoted) => {
  expect(shellQuote(text)).toBe(quoted)
})

test('sh reads any text back as it was', () => {
  const special = `'"\\$\`!*~ \n\t;&|<>(){}[]#=%`.split('')
  const text = fc.string({ unit: fc.oneof(fc.string({ maxLength: 1 }), fc.constantFrom(...special)) })
  const words = fc.array(text, { minLength: 50, maxLength: 50 })
  fc.assert(
    fc.property(words, (texts) => {
      const sound = texts.map((text) => text.replaceAll('\0', ''))
      const { stdout } = spawnSync('sh', ['-c', `printf '%s\\0' ${texts.map(shellQuote).join(' ')}`], {
        encoding: 'utf8',
      })
      expect(stdout.split('\0').slice(0, -1)).toEqual(sound)
    }),
    { numRuns: 10 },
  )
})
