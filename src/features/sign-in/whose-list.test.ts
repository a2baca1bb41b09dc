import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'

import { keys } from '#api/cache.ts'
import type { InstanceList } from '#contract/instance.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'

import { accountWith, isOtherAccount } from './whose-list.ts'

const listOf = (uuids: readonly string[], owner: string | null = null): InstanceList => ({
  instances: uuids.map((uuid) => anInstance({ uuid, owner_email: owner })),
  unreadable: 0,
})
const nothing = { list: undefined, remembered: 0, shared: 0 }

test.each([
  ['has one of its instances', listOf(['a', 'n']), { ...nothing, list: listOf(['a', 'b']) }, false],
  ['has none of them', listOf(['n']), { ...nothing, list: listOf(['a', 'b']) }, true],
  ['is empty, where the other was not', listOf([]), { ...nothing, list: listOf(['a']) }, true],
  ['has one that is remembered', listOf(['n']), { list: listOf(['a']), remembered: 3, shared: 1 }, false],
  ['has none of those remembered', listOf(['n']), { ...nothing, remembered: 3 }, true],
  ['is owned by the same', listOf(['n'], 'ada'), { ...nothing, list: listOf(['a'], 'ada') }, false],
  ['is owned by another', listOf(['n'], 'mallory'), { ...nothing, list: listOf(['a'], 'ada') }, true],
  ['nothing is known of', listOf(['n']), nothing, false],
  ['follows an empty account', listOf(['n']), { ...nothing, list: listOf([]) }, false],
])('a list that %s: %#', (_what, next, known, isOther) => {
  expect(isOtherAccount(next, known)).toBe(isOther)
})

test('a new key is known by the instances of an account that is here, and not by its own', async () => {
  const queries = new QueryClient()
  queries.setQueryData(keys.list('c-lab'), listOf(['a', 'b']))
  queries.setQueryData(keys.list('c-other'), listOf(['z']))
  const find = (uuids: readonly string[], id = 'c-new', passed: readonly string[] = []) =>
    accountWith(queries, listOf(uuids), id, ['c-other', 'c-lab'], new Set(passed))
  expect(await find(['b', 'n'])).toBe('c-lab')
  expect(await find(['n'])).toBeNull()
  expect(await find([])).toBeNull()
  expect(await find(['b'], 'c-lab')).toBeNull()
  expect(await find(['b'], 'c-new', ['c-lab'])).toBeNull()
})
