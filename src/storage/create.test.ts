import { describe, expect, it } from 'vitest'

import { testKeys } from '#model/create/public-key.fixture.ts'

import {
  adoptSharedKeys,
  keyFingerprint,
  keyLabel,
  maxRecipes,
  type Recipe,
  recipeNamed,
  rememberKey,
  sharedPublicKeys,
  usedKeys,
  withoutRecipe,
  withSaved,
} from './create.ts'

describe('keys used before', () => {
  it('are kept newest first, each once, and only a few', () => {
    const named = (count: number) => testKeys.ed25519.replace(/\S+$/, `key-${count}`)
    for (let count = 1; count <= 8; count += 1) rememberKey('c-1', named(count))
    rememberKey('c-1', `  ${named(5).replace('AAAA', 'AAAA\n')}\n`)
    expect(usedKeys('c-1').map(keyLabel)).toEqual(['key-5', 'key-8', 'key-7', 'key-6', 'key-4', 'key-3'])
    expect(usedKeys('c-2'), 'another account').toEqual([])
  })

  it('never hold what is no public key', () => {
    const before = usedKeys('c-1')
    rememberKey('c-1', '')
    rememberKey('c-1', '-----BEGIN OPENSSH PRIVATE KEY-----')
    rememberKey('c-1', 'hello')
    expect(usedKeys('c-1')).toEqual(before)
  })

  it('from before they were kept by account go to the one that is alone', () => {
    sharedPublicKeys.write([testKeys.ed25519.replace(/\S+$/, 'old-laptop')])
    adoptSharedKeys('c-3')
    expect(usedKeys('c-3').map(keyLabel)).toEqual(['old-laptop'])
    adoptSharedKeys('c-4')
    expect(usedKeys('c-4')).toEqual([])
  })

  it('have the fingerprint that ssh-keygen shows', () => {
    const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA8YgnHNMIsM1SUs4oDNXl6ANkCnThFya0Px+QChGtGc ada@lab'
    expect(keyFingerprint(key)).toBe('SHA256:MsR7RTNDMT9VAaLbuh+nUDQuIOnLyMmFHmLcFUbHT08')
    expect(keyFingerprint('ssh-ed25519 *** ada@lab')).toBe('without a fingerprint')
  })

  it('are told apart without a comment too', () => {
    expect(keyLabel(testKeys.nistp256.replace(/ \S+$/, ''))).toBe('ecdsa-sha2-nistp256 …JzOtI=')
  })
})

const recipe = (name: string, search = 'flavor=base'): Recipe => ({ name, search })
const book = [recipe('node 2'), recipe('node 10')]

it('keeps recipes in the order people read names in', () => {
  expect(withSaved(book, recipe('node 3'))?.map(({ name }) => name)).toEqual(['node 2', 'node 3', 'node 10'])
})

it('replaces the recipe of the same name, whatever its case', () => {
  const saved = withSaved(book, recipe('Node 2', 'flavor=marimo'))
  expect(saved).toEqual([recipe('Node 2', 'flavor=marimo'), recipe('node 10')])
  expect(recipeNamed(book, ' NODE 10 ')).toBe(book[1])
})

it('keeps no more than fifty, but a full book may still change', () => {
  const full = Array.from({ length: maxRecipes }, (_, index) => recipe(`recipe ${index}`))
  expect(withSaved(full, recipe('one more'))).toBeNull()
  expect(withSaved(full, recipe('recipe 7', 'flavor=marimo'))).toHaveLength(maxRecipes)
})

it('removes by name', () => {
  expect(withoutRecipe(book, 'NODE 2')).toEqual([recipe('node 10')])
})
