import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

/** What comes in one file with `after-rows` or `fleet-parts` (see serve/first-load.ts), which are missing as a whole there. */
const inOneFile = new Set([
  'action-dialogs',
  'attention',
  'burn-bar',
  'copy-ssh',
  'empty-fleet',
  'fleet-foot',
  'group-row',
  'instance-action',
  'more-cells',
  'page-failure',
  'saved-views',
  'stale',
  'unreadable-rows',
  'usage-cell',
  'view-options',
  'views',
])

test('each part that comes later is missing in turn in a browser test', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
    .map((path) => readFileSync(`src/${path}`, 'utf8'))
  const parts = sources.flatMap((text) =>
    [...text.matchAll(/lazyPart(?:<[^>]*>)?\(\s*\(\) =>\s*import\('[^']*?([\w-]+)\.tsx?'\)/g)].map(
      ([, part = '']) => part,
    ),
  )
  const tested = ['missing-parts', 'missing-parts-of-pages']
    .map((name) => readFileSync(`e2e/journeys/${name}.spec.ts`, 'utf8'))
    .join('')
  expect(parts.length).toBeGreaterThan(20)
  expect([...new Set(parts)].filter((part) => !inOneFile.has(part) && !tested.includes(`'${part}'`))).toEqual(
    [],
  )
})
