import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { canonicalPath, decodablePath, pathInAnyAccount, paths, returnPath } from './paths.ts'

test('the URLs that people have bookmarked stay as they are', () => {
  const all = {
    signIn: paths.signIn(),
    signInTo: paths.signIn('/instances/rna-atlas?x=1'),
    addKey: paths.addKey('/costs'),
    instances: paths.instances(),
    filtered: paths.instances('state=running'),
    create: paths.create(),
    recipe: paths.create('flavor=marimo'),
    instance: paths.instance({ name: 'rna-atlas', uuid: '0b8f6a1e-3f0c-4b57-9d0e-5c1f2a7d9e10' }),
    webApps: paths.webApps(),
    costs: paths.costs(),
    activity: paths.activity(),
    settings: paths.settings(),
  }
  expect(all).toMatchInlineSnapshot(`
    {
      "activity": "/activity",
      "addKey": "/sign-in?add&to=%2Fcosts",
      "costs": "/costs",
      "create": "/instances/new",
      "filtered": "/instances?state=running",
      "instance": "/instances/rna-atlas",
      "instances": "/instances",
      "recipe": "/instances/new?flavor=marimo",
      "settings": "/settings",
      "signIn": "/sign-in",
      "signInTo": "/sign-in?to=%2Finstances%2Frna-atlas%3Fx%3D1",
      "webApps": "/webapps",
    }
  `)
})

test('a deleted instance has its address by the uuid: its name may be in use again', () => {
  const row = { name: 'rna-atlas', uuid: 'u-1' }
  expect(paths.instance({ ...row, state: 'running' })).toBe('/instances/rna-atlas')
  expect(paths.instance({ ...row, state: 'deleted' })).toBe('/instances/u-1')
})

test('paths are one where the router takes them for one, and else stay apart', () => {
  expect(canonicalPath('/Instances/a%2Fb/')).toBe(canonicalPath('/instances/%61%2fb?x=1'))
  expect(canonicalPath('/instances/a%252Fb')).not.toBe(canonicalPath('/instances/a%2Fb'))
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const [a, b] = [one, other].map((ref) => canonicalPath(`/instances/${encodeURIComponent(ref)}x`))
      expect(a === b).toBe(one.toLowerCase() === other.toLowerCase())
    }),
  )
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '',
  '/sign-in?to=/x',
])('signing in never leads to %s', (to) => {
  expect(returnPath(to)).toBe('/instances')
})

test('whatever is asked for, the way back stays on this site', () => {
  fc.assert(
    fc.property(fc.string(), (to) => {
      expect(new URL(returnPath(to), 'https://hatteras.example').origin).toBe('https://hatteras.example')
    }),
  )
  expect(returnPath('/instances?state=running#top')).toBe('/instances?state=running#top')
})

test.each([
  ['/instances/rna-atlas', '/instances'],
  ['/instances/newest?x=1', '/instances'],
  ['/instances/new?flavor=marimo', '/instances/new?flavor=marimo'],
  ['/instances?state=running', '/instances?state=running'],
  ['/costs', '/costs'],
])('a switch of account leads from %s to %s', (from, to) => {
  expect(pathInAnyAccount(from)).toBe(to)
})

test.each([
  ['/instances/%', '/instances/%25'],
  ['/instances/50%zz%20b', '/instances/50%25zz%2520b'],
  ['/instances/%FF', '/instances/%25FF'],
  ['/instances/a%20b', '/instances/a%20b'],
])('an address that cannot be decoded, %s, is read as it is written', (path, sound) => {
  expect(decodablePath(path)).toBe(sound)
})
