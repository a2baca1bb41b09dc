import { expect, test } from 'vitest'

import { powerShellQuote, shellQuote } from './shell-quote.ts'

// That the shells read them back as they were is held in src/conformance/shells.test.ts.

test.each([
  ['dev-server', 'dev-server'],
  ['ccloud@login.carolinacloud.io', 'ccloud@login.carolinacloud.io'],
  ['', "''"],
  ['two words', "'two words'"],
  ["it's", String.raw`'it'\''s'`],
  ['$(rm -rf ~)', "'$(rm -rf ~)'"],
  ['~', "'~'"],
  ['a\nb', "'a\nb'"],
  [String.raw`a\b`, String.raw`'a'\\'b'`],
  ['%self', "'%self'"],
  ['a\0 b', "'a b'"],
  ['a%20b', 'a%20b'],
])('%j is written %j', (text, quoted) => {
  expect(shellQuote(text)).toBe(quoted)
})

test.each([
  ['plain', "'plain'"],
  ["it's ’quoted‘", "'it''s ’’quoted‘‘'"],
  ['$env:KEY `n', "'$env:KEY `n'"],
])('%j is written %s for PowerShell', (text, quoted) => {
  expect(powerShellQuote(text)).toBe(quoted)
})
