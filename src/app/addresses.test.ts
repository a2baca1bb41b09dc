import * as fc from 'fast-check'
import { matchRoutes } from 'react-router'
import { describe, expect, test } from 'vitest'

import { anyCodePoint } from '#lib/code-point.fixture.ts'

import { activitySearch } from '#features/activity/activity-search.ts'
import { costsSearch } from '#features/costs/costs-search.ts'
import { windowSearch } from '#features/instance/usage/chart-data.ts'
import { fleetSearch } from '#model/fleet/fleet-search.ts'
import { isCreatePath, pathInAnyAccount, paths, returnPath } from '#model/paths.ts'
import { draftFromSearch, recipeText } from '#model/create/recipe.ts'

const text = fc.oneof(
  fc.string({ unit: anyCodePoint }),
  fc.string({ unit: fc.constantFrom(',', '%', '%2C', '\ud800', 'a', '&', '=', '+', ' ', '🧬') }),
  fc.string({ minLength: 9_000, maxLength: 10_000, unit: fc.constantFrom('a', ',', '%', '🧬') }),
)

describe('every query string', () => {
  const readsBack = <V extends object>(codec: {
    read: (params: URLSearchParams) => V
    write: (values: V) => URLSearchParams
  }) => {
    const known = Object.keys(codec.read(new URLSearchParams()))
    const names = fc.constantFrom(...known, '__proto__', 'constructor')
    fc.assert(
      fc.property(fc.array(fc.tuple(names, text)), (parameters) => {
        const view = codec.read(new URLSearchParams(parameters))
        expect(codec.read(new URLSearchParams(codec.write(view).toString()))).toEqual(view)
      }),
      { numRuns: 60 },
    )
  }

  test.each([
    ['the fleet', () => readsBack(fleetSearch)],
    ['costs', () => readsBack(costsSearch)],
    ['activity', () => readsBack(activitySearch)],
    ['an instance', () => readsBack(windowSearch)],
  ])('of %s is read without throwing, and reads back as it is written', (_, check) => {
    check()
  })

  test('of the fleet can hold whatever owners and tags are called', () => {
    const nothing = fleetSearch.read(new URLSearchParams())
    const words = fc.uniqueArray(text.filter((word) => word !== '' && !/\p{Surrogate}/u.test(word)))
    fc.assert(
      fc.property(text, words, words, (q, owner, tag) => {
        const written = fleetSearch.write({ ...nothing, q, owner, tag })
        expect(fleetSearch.read(new URLSearchParams(written.toString()))).toMatchObject({ owner, tag })
      }),
      { numRuns: 60 },
    )
  })

  test('that is no recipe pre-fills nothing, and never throws', () => {
    const names = fc.constantFrom('flavor', 'n_vcpus', 'name', 'public_key', 'gpu_model', 'cpu_tier', 'x')
    fc.assert(
      fc.property(fc.array(fc.tuple(names, text)), (parameters) => {
        const search = new URLSearchParams(parameters)
        expect(() => draftFromSearch(search)).not.toThrow()
        expect(recipeText(search.toString())).not.toBe('')
      }),
      { numRuns: 60 },
    )
  })
})

/** The page that the routes of `routes.tsx` show under a path. */
const pageOf = (path: string) => {
  const { pathname } = new URL(path, 'https://hatteras.example')
  const routes = ['/instances', '/instances/new', '/instances/:ref', '*'].map((route) => ({ path: route }))
  const match = matchRoutes(routes, pathname)?.[0]
  return match?.route.path === '/instances/:ref' ? { ref: match.params['ref'] } : match?.route.path
}

describe('the paths agree with the router', () => {
  const uuid = '0b8f6a1e-3f0c-4b57-9d0e-5c1f2a7d9e10'

  test.each([
    'new',
    'New',
    'NEW',
    '',
    '.',
    '..',
    'a/b',
    'a\\b',
    '/',
    'x%2Fy',
    '%',
    'x\ud800y',
    uuid,
    'n'.repeat(10_000),
  ])('an instance called %j is found by its uuid', (name) => {
    expect(pageOf(paths.instance({ name, uuid }))).toEqual({ ref: uuid })
  })

  test('every instance leads to its own page, by its name wherever that is safe', () => {
    expect(pageOf(paths.instance({ name: 'rna-atlas', uuid }))).toEqual({ ref: 'rna-atlas' })
    expect(pageOf(paths.instance({ name: 'a b+c', uuid }))).toEqual({ ref: 'a b+c' })
    expect(pageOf(paths.instance({ name: 'a b?c#d+e', uuid }))).toEqual({ ref: uuid })
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (name) => {
        const page = pageOf(paths.instance({ name, uuid }))
        expect([{ ref: name }, { ref: uuid }]).toContainEqual(page)
      }),
    )
  })

  test.each([
    ['/instances/new', true],
    ['/instances/new/', true],
    ['/Instances/new', true],
    ['/INSTANCES/NEW//', true],
    ['/instances/%6eew', true],
    ['/instances/new?flavor=marimo#size', true],
    ['/instances/newest', false],
    ['/instances/', false],
    ['/instances/new/x', false],
    ['/instances/%zz', false],
  ])('%s is the page of creating: %s', (path, isCreate) => {
    expect(isCreatePath(path)).toBe(isCreate)
    expect(pageOf(path) === '/instances/new').toBe(isCreate)
  })

  test('a switch of account leaves the page of an instance, however it is written', () => {
    const slashes = fc.constantFrom('', '/', '//')
    const first = fc.constantFrom('instances', 'Instances', 'INSTANCES', 'costs')
    const second = fc.constantFrom('', '/new', '/New', '/%6Eew', '/newest', '/rna-atlas')
    fc.assert(
      fc.property(first, second, slashes, fc.constantFrom('', '?x=1', '#y'), (...parts) => {
        const path = `/${parts.join('')}`
        expect(pathInAnyAccount(path)).toBe(typeof pageOf(path) === 'object' ? '/instances' : path)
      }),
    )
  })

  test.each(['/sign-in', '/Sign-in', '/sign-in/', '/sign%2Din?to=/costs', '/SIGN-IN?add'])(
    'signing in does not lead back to %s',
    (path) => {
      expect(returnPath(path)).toBe('/instances')
    },
  )
})
