import * as z from 'zod/mini'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'

import { instanceSchema, type InstanceList } from '#contract/instance.ts'

import { dropInstance, findInstance, keys, putInstance, shareInstances } from './cache.ts'

const instance = (uuid: string, fields: Record<string, unknown> = {}) =>
  z.parse(instanceSchema, { uuid, name: `name-${uuid}`, state: 'running', ...fields })
const list = (...uuids: string[]): InstanceList => ({
  instances: uuids.map((uuid) => instance(uuid)),
  unreadable: 0,
})

const isList = (value: unknown): value is InstanceList =>
  typeof value === 'object' && value !== null && 'instances' in value

test('an instance that did not change keeps its identity, wherever it now stands', () => {
  const before = list('a', 'b')
  const after = {
    instances: [instance('c'), instance('b', { state: 'exited' }), instance('a')],
    unreadable: 0,
  }
  const shared = shareInstances(before, after)
  if (!isList(shared)) throw new Error('not a list')
  expect(shared.instances[2]).toBe(before.instances[0])
  expect(shared.instances[1]).not.toBe(before.instances[1])
  expect(shared).toEqual(after)
})

test('an unchanged poll is the very same list', () => {
  const before = list('a', 'b')
  expect(shareInstances(before, list('a', 'b'))).toBe(before)
})

test('a uuid is found before a name that looks like one', () => {
  const instances = [instance('x', { name: 'u-2' }), instance('u-2')]
  expect(findInstance({ instances, unreadable: 0 }, 'u-2')?.uuid).toBe('u-2')
  expect(findInstance({ instances, unreadable: 0 }, 'name-u-2')?.uuid).toBe('u-2')
})

test('a name that a deleted instance had as well means the other', () => {
  const instances = [
    instance('old', { name: 'twin', state: 'deleted' }),
    instance('new', { name: 'twin' }),
    instance('gone', { name: 'gone', state: 'deleted' }),
  ]
  const find = (ref: string) => findInstance({ instances, unreadable: 0 }, ref)?.uuid
  expect([find('twin'), find('old'), find('gone'), find('none')]).toEqual(['new', 'old', 'gone', undefined])
})

test('an answered instance is put in the list and under both its references; a deleted one leaves the list', () => {
  const queries = new QueryClient()
  queries.setQueryData(keys.list('c'), list('a'))
  putInstance(queries, 'c', instance('a', { state: 'exited' }))
  expect(queries.getQueryData<InstanceList>(keys.list('c'))?.instances[0]?.state).toBe('exited')
  expect(queries.getQueryData(keys.detail('c', 'name-a'))).toEqual(instance('a', { state: 'exited' }))
  putInstance(queries, 'c', instance('b'))
  expect(queries.getQueryData<InstanceList>(keys.list('c'))?.instances).toHaveLength(2)
  dropInstance(queries, 'c', 'a')
  expect(queries.getQueryData<InstanceList>(keys.list('c'))?.instances.map(({ uuid }) => uuid)).toEqual(['b'])
})
