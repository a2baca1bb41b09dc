import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The lines of the app's sources that match, with their files; tests and the page of samples aside. */
const linesWith = (pattern: RegExp): string[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => /\.tsx?$/.test(file) && !/\.(?:test|fixture)\.|^(?:features\/design|testing)\//.test(file),
    )
    .flatMap((file) =>
      readFileSync(join('src', file), 'utf8')
        .split('\n')
        .filter((line) => pattern.test(line) && !/^\s*(?:\/?\*|\/\/)/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    )

test('everything that is written or ordered by a locale names the one of the app', () => {
  expect(linesWith(/\bIntl\.\w+\((?!LOCALE\b)/)).toEqual([])
  expect(linesWith(/\.toLocale\w*\(|\.localeCompare\(/)).toEqual([])
})

test('no amount of dollars is written by hand', () => {
  expect(linesWith(/^(?!.*\breplace).*["'`>]\$\d/)).toEqual([])
})
