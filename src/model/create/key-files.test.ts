import { expect, test } from 'vitest'

import { keyAmong } from './key-files.ts'
import { publicKeyProblem } from './public-key.ts'

const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBPXzzPCmOojjmAmwI0G09IKQVv1zl7k1UnHcXwbgPBD ada@lab.example'
const other =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA/+ajXUzKF9mQIkca+UyjKpyaLUTlBxLEZF2FjO3QPO bob@lab.example'
const secret = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n'

const publicFile = { name: 'id_ed25519.pub', text: `${key}\n` }
const privateFile = { name: 'id_ed25519', text: secret }

test('the key is found among what was dropped with it', () => {
  expect(publicKeyProblem(key)).toBeNull()
  for (const files of [
    [publicFile],
    [privateFile, publicFile],
    [publicFile, { name: 'notes.txt', text: 'milk' }, { name: '.ssh', text: null }],
    [publicFile, { ...publicFile, name: 'copy.pub' }],
  ])
    expect(keyAmong(files)).toEqual({ key, problem: null })
})

test.each([
  ['a private key', [privateFile], /^id_ed25519 is a private key/],
  ['a private key among others', [{ name: 'notes.txt', text: 'milk' }, privateFile], /private key/],
  ['a folder', [{ name: '.ssh', text: null }], /^\.ssh is a folder, or cannot be read/],
  ['an empty file', [{ name: 'empty.pub', text: ' \n' }], /^empty\.pub holds no public key/],
  ['another file', [{ name: 'notes.txt', text: 'buy milk' }], /^notes\.txt holds no public key/],
  ['a picture', [{ name: 'me.png', text: '\u0089PNG\r\n' }], /^me\.png holds no public key/],
  ['two keys', [publicFile, { name: 'bob.pub', text: other }], /2 public keys: choose one/],
  ['nothing', [], /no file/],
])('%s is refused in words that repeat nothing', (_, files, words) => {
  const { key: found, problem } = keyAmong(files)
  expect(found).toBeNull()
  expect(problem).toMatch(words)
  expect(problem).not.toMatch(/b3Blbn|AAAAC3|milk/)
})
