import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { activitySearch } from '#features/activity/activity-search.ts'
import { costsSearch } from '#features/costs/costs-search.ts'
import { windowSearch } from '#features/instance/usage/chart-data.ts'
import { webAppsSearch } from '#features/web-apps/web-apps-page.tsx'
import { emptyCreateForm } from '#model/create/create-form.ts'
import { draftFromSearch } from '#model/create/recipe.ts'
import { fleetSearch } from '#model/fleet/fleet-search.ts'
import { cleaned } from '#page/clean-address.ts'

const codecs = { activitySearch, costsSearch, fleetSearch, webAppsSearch, windowSearch }

const isReadByCreate = (name: string): boolean => {
  const { draft, identity, ignored } = draftFromSearch(new URLSearchParams([[name, 'x']]))
  return name in draft || name in identity || ignored.includes(name)
}

describe('an address keeps', () => {
  test('every parameter that a page reads', () => {
    const names = [
      ...Object.values(codecs).flatMap(({ read }) => Object.keys(read(new URLSearchParams()))),
      ...Object.keys(emptyCreateForm).filter(isReadByCreate),
      'to',
      'add',
      'part',
      'theme',
    ]
    expect(names.length).toBeGreaterThan(30)
    for (const name of names) {
      const address = `/?${name}=x`
      expect(cleaned(address)).toEqual({ address, removed: '' })
    }
  })

  test('those of every codec there is', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /^(?!.*\.test\.)(?:features|model|page|app|ui)\/.*\.tsx?$/.test(file),
    )
    const text = files.map((file) => readFileSync(`src/${file}`, 'utf8')).join('')
    const made = Array.from(text.matchAll(/export const (\w+) = searchCodec\(/g), ([, name]) => name)
    expect(made.toSorted()).toEqual(Object.keys(codecs).toSorted())
  })
})
