import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  canonicalPath,
  decodablePath,
  instanceRef,
  isCreatePath,
  pathInAnyAccount,
  paths,
  returnPath,
} from './paths.ts'

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
  '/Sign-In/',
  '/%73ign-in',
  '/',
  'instances',
  '/instances\\x',
  '/costs x',
  null,
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
  ['/Instances/RNA-atlas/', '/instances'],
  ['/instances/', '/instances/'],
  ['/instances/a/b', '/instances/a/b'],
  ['/Instances/NEW', '/Instances/NEW'],
  ['/x/instances/a', '/x/instances/a'],
])('a switch of account leads from %s to %s', (from, to) => {
  expect(pathInAnyAccount(from)).toBe(to)
})

test.each([
  ['/instances/%', '/instances/%25'],
  ['/instances/50%zz%20b', '/instances/50%25zz%2520b'],
  ['/instances/%FF', '/instances/%25FF'],
  ['/instances/a%20b', '/instances/a%20b'],
  ['/', '/'],
])('an address that cannot be decoded, %s, is read as it is written', (path, sound) => {
  expect(decodablePath(path)).toBe(sound)
})

const uuid = '0b8f6a1e-3f0c-4b57-9d0e-5c1f2a7d9e10'

test.each([
  'new',
  'NEW',
  '',
  '.',
  '..',
  '9d0e5c1f-3f0c-4b57-9d0e-0b8f6a1e3f0c',
  'a/b',
  'a\\b',
  '50%',
  'x\uD800',
  'x'.repeat(201),
])('an instance called %j has its address by the uuid, as its name would lead elsewhere', (name) => {
  expect(paths.instance({ name, uuid })).toBe(`/instances/${uuid}`)
})

test.each([
  ['newest', 'newest'],
  ['renew', 'renew'],
  ['...', '...'],
  ['a b', 'a%20b'],
  ['9d0e5c1f-3f0c-4b57-9d0e', '9d0e5c1f-3f0c-4b57-9d0e'],
  ['x'.repeat(200), 'x'.repeat(200)],
])('one called %j has it by its name', (name, segment) => {
  expect(paths.instance({ name, uuid })).toBe(`/instances/${segment}`)
})

test('a ref has a page of its own unless it is dots, and is read from its address again', () => {
  expect([paths.instanceByRef('.'), paths.instanceByRef('..')]).toEqual(['/instances', '/instances'])
  for (const ref of ['...', 'a/b', 'x..', '50%', uuid])
    expect(instanceRef(paths.instanceByRef(ref))).toBe(ref)
  expect(instanceRef('/instances/50%')).toBe('50%')
  expect([instanceRef('/instances'), instanceRef('/instances/a/b')]).toEqual(['', 'a'])
})

test('the page of creating an instance is known however its path is written', () => {
  expect(
    [
      '/instances/new',
      '/Instances/NEW/?n_vcpus=4',
      '/instances/%6eew#x',
      '/instances/newest',
      '/instances',
    ].map(isCreatePath),
  ).toEqual([true, true, true, false, false])
})

test('a path that cannot be decoded is compared as it is written', () => {
  expect(canonicalPath('/Instances/50%/?q=1#top')).toBe('/instances/50%')
  expect(canonicalPath('///')).toBe('')
  expect(canonicalPath('/a%2525')).toBe('/a%2525')
})

test('signing in without a place to return to has no such parameter', () => {
  expect([paths.signIn('/'), paths.signIn('/costs')]).toEqual(['/sign-in', '/sign-in?to=%2Fcosts'])
})
