import { describe, expect, it } from 'vitest'

import {
  keyLabel,
  maxRecipes,
  type Recipe,
  recipeNamed,
  rememberKey,
  usedKeys,
  withoutRecipe,
  withSaved,
} from './create.ts'

describe('keys used before', () => {
  it('are kept newest first, each once, and only a few', () => {
    for (let count = 1; count <= 8; count += 1) rememberKey(`ssh-ed25519 AAAA${count} key-${count}`)
    rememberKey('  ssh-ed25519 AAAA5 key-5\n')
    expect(usedKeys().map(keyLabel)).toEqual(['key-5', 'key-8', 'key-7', 'key-6', 'key-4', 'key-3'])
  })

  it('never hold what is no public key', () => {
    const before = usedKeys()
    rememberKey('')
    rememberKey('-----BEGIN OPENSSH PRIVATE KEY-----')
    rememberKey('hello')
    expect(usedKeys()).toEqual(before)
  })

  it('are told apart without a comment too', () => {
    expect(keyLabel('ssh-rsa AAAAB3NzaC1yc2EAAAADAQABx9Zk')).toBe('ssh-rsa …ABx9Zk')
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
