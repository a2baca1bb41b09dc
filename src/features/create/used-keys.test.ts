import { describe, expect, it } from 'vitest'

import { keyLabel, rememberKey, usedKeys } from './used-keys.ts'

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
