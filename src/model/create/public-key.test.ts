import { expect, test } from 'vitest'

import { publicKeyComment, publicKeyProblem } from './public-key.ts'

test.each([
  '',
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5... user@example.com',
  ' ssh-rsa AAAAB3NzaC1yc2E \n',
  'ecdsa-sha2-nistp256 AAAAE2VjZHNh me',
  'sk-ssh-ed25519@openssh.com AAAAGnNr me',
])('%j can be sent', (key) => {
  expect(publicKeyProblem(key)).toBeNull()
})

test.each([
  ['-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn', 'private key'],
  ['ssh-ed25519 AAAA a\nssh-ed25519 BBBB b', 'One key only'],
  ['AAAAC3NzaC1lZDI1NTE5', 'starts with its type'],
  ['ssh-ed25519', 'starts with its type'],
  ['ssh-dss AAAAB3NzaC1kc3MAAACBAP me', 'no longer accepted'],
])('%j cannot: %s', (key, why) => {
  expect(publicKeyProblem(key)).toContain(why)
})

test('a key is known by its comment', () => {
  expect(publicKeyComment('ssh-ed25519 AAAA ada at work ')).toBe('ada at work')
  expect(publicKeyComment('ssh-ed25519 AAAA')).toBeNull()
})
