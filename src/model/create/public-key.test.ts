import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { anyCodePoint } from '#lib/code-point.fixture.ts'

import { plainPublicKey, publicKeyComment, publicKeyProblem } from './public-key.ts'
import { testKeys } from './public-key.fixture.ts'

const { ed25519, rsa, nistp256, nistp384, nistp521, shortRsa, dsa, certificate } = testKeys
const takenKeys = [ed25519, rsa, nistp256, nistp384, nistp521] as const

const [, edBody = ''] = ed25519.split(' ')
const [, rsaBody = ''] = rsa.split(' ')

/** A key out of its fields, each a text of Latin-1. */
const encode = (...fields: readonly string[]): string =>
  btoa(
    fields
      .map((field) => `\0\0${String.fromCharCode(field.length >> 8, field.length % 256)}${field}`)
      .join(''),
  )

const skEd25519 = 'sk-ssh-ed25519@openssh.com'
const skKey = `${skEd25519} ${encode(skEd25519, 'x'.repeat(32), 'ssh:')} ada@token`

const ssh2 = (comment: string, body: string) =>
  `---- BEGIN SSH2 PUBLIC KEY ----\n${comment}${body.replaceAll(/.{1,64}/g, '$&\n')}---- END SSH2 PUBLIC KEY ----\n`

/** The text with a line break after each so many letters, as a terminal copies what it wrapped. */
const wrapped = (text: string, width: number, end = '\n'): string =>
  text.match(new RegExp(`.{1,${width}}`, 'g'))?.join(end) ?? ''

describe('a key that can be sent', () => {
  test.each(['', ' \n', ...takenKeys, skKey, ` ${rsa} \r\n`, `# mine\n${ed25519}\n`])('%j', (key) => {
    expect(publicKeyProblem(key)).toBeNull()
  })

  test('is sent as it is, without what stands around it', () => {
    for (const key of [...takenKeys, skKey]) expect(plainPublicKey(`\n ${key}\r\n`)).toBe(key)
    expect(plainPublicKey(`# mine\n${ed25519}\n`)).toBe(ed25519)
  })

  test('may have lost its padding', () => {
    const [type = '', body = '', comment = ''] = nistp384.split(' ')
    expect(body).toMatch(/==$/)
    expect(plainPublicKey(`${type} ${body.replace('==', '')} ${comment}`)).toBe(nistp384)
  })

  test('may be wrapped by a terminal, at any width', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...takenKeys),
        fc.integer({ min: 22, max: 300 }),
        fc.constantFrom('\n', '\r\n', ' \n', '\n  '),
        (key, width, end) => {
          const [type, body] = key.split(' ')
          const pasted = wrapped(`${type} ${body}`, width, end)
          expect(plainPublicKey(pasted)).toBe(`${type} ${body}`)
          expect(publicKeyProblem(pasted)).toBeNull()
        },
      ),
    )
    expect(plainPublicKey(wrapped(rsa, 80))).toMatch(/^ssh-rsa \S+ grace/)
  })

  test('may be an RSA key of exactly 2,048 bits', () => {
    const key = `ssh-rsa ${encode('ssh-rsa', '\u0003', `\0\u0080${'\0'.repeat(255)}`)}`
    expect(publicKeyProblem(key)).toBeNull()
    expect(plainPublicKey(key)).toBe(key)
  })

  test('may be in the form of PuTTY', () => {
    expect(plainPublicKey(ssh2('Comment: "ada at work"\n', edBody))).toBe(`ssh-ed25519 ${edBody} ada at work`)
    expect(plainPublicKey(ssh2('Comment: "on \\\ntwo lines"\nSubject: ada\n', rsaBody))).toBe(
      `ssh-rsa ${rsaBody} on two lines`,
    )
    expect(plainPublicKey(ssh2('', rsaBody).replaceAll('\n', '\r\n'))).toBe(`ssh-rsa ${rsaBody}`)
    expect(plainPublicKey(ssh2('Subject: a comment: no\nComment:  two  words  \n', edBody))).toBe(
      `ssh-ed25519 ${edBody} two words`,
    )
    expect(plainPublicKey(`${ssh2('', edBody)}\n \n`)).toBe(`ssh-ed25519 ${edBody}`)
  })

  test('is read the same again, and is plain letters on one line', () => {
    fc.assert(
      fc.property(fc.constantFrom(...takenKeys), fc.string({ unit: 'grapheme-ascii' }), (key, comment) => {
        const pasted = `${key} ${comment}`
        if (publicKeyProblem(pasted) !== null) return
        const plain = plainPublicKey(pasted)
        expect(plain).toMatch(/^[\w@.-]+ [A-Za-z0-9+/]+={0,2}(?: [\x20-\x7e]+)?$/)
        expect(plainPublicKey(plain)).toBe(plain)
      }),
    )
  })
})

describe('a key that cannot be sent, with the reason', () => {
  test.each([
    ['-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn', 'private key'],
    ['-----BEGIN ENCRYPTED PRIVATE\nKEY-----\nMII', 'private key'],
    ['PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none', 'private key'],
    ['b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ', 'private key'],
    ['-----BEGIN PUBLIC KEY-----\nMIIBIjAN\n-----END PUBLIC KEY-----', 'ssh-keygen -i'],
    [`${ed25519}\n${rsa}`, 'One key only'],
    [`${ed25519} ${ed25519}`, 'One key only'],
    [ssh2('', edBody) + ssh2('', edBody), 'One key only'],
    [edBody, 'starts with its type'],
    ['hello', 'starts with its type'],
    [`no-pty,command="a b" ${ed25519}`, 'stands before “ssh-ed25519”'],
    [dsa, 'no longer accepted'],
    [ssh2('', dsa.split(' ')[1] ?? ''), 'no longer accepted'],
    [certificate, 'certificate'],
    ['ssh-ed448 AAAA', 'no type of SSH key'],
    [shortRsa, 'An RSA key of 1024 bits is too short to be safe. Make a new one: ssh-keygen -t ed25519.'],
    [`ssh-rsa ${encode('ssh-rsa', '\u0003', `\u007f${'\u00ff'.repeat(255)}`)}`, 'An RSA key of 2047 bits'],
    [`ssh-rsa ${encode('ssh-rsa', '\u0003', `\0\u0080${'\0'.repeat(254)}`)}`, 'An RSA key of 2040 bits'],
    [`ssh-rsa ${encode('ssh-rsa', '\0', `\0\u0080${'\0'.repeat(255)}`)}`, 'not whole'],
    [`ssh-rsa ${encode('ssh-rsa', '\0\u0003', `\0\u0080${'\0'.repeat(255)}`)}`, 'not whole'],
    [`ssh-rsa ${encode('ssh-rsa', '\u0003', `\u0080${'\0'.repeat(255)}`)}`, 'not whole'],
    [`ecdsa-sha2-nistp256 ${encode('ecdsa-sha2-nistp256', 'nistp256', '\u0004'.repeat(64))}`, 'not whole'],
    [`${skEd25519} ${encode(skEd25519, 'x'.repeat(32), 'ssh:\n')}`, 'not whole'],
    [`${skEd25519} ${encode(skEd25519, 'x'.repeat(32), '\nssh:')}`, 'not whole'],
    ['ssh-ed25519', 'not whole'],
    ['ssh-ed25519 AAAA…', 'cut off'],
    [`“${ed25519}”`, 'quotation marks'],
    [`"${ed25519}"`, 'quotation marks'],
    ['ssh-ed25519 AAAA', 'not whole'],
    ['ssh-ed25519 ada@lab.example', 'not whole'],
    [`ssh-rsa ${edBody} ada`, 'a key of another type: ssh-ed25519'],
    [`ssh-ed25519 ${edBody}AAAA ada`, 'not whole'],
    [`ssh-ed25519 ${encode('ssh-ed25519', 'x'.repeat(31))}`, 'not whole'],
    [`ssh-ed25519 ${encode('ssh-ed25519', 'x'.repeat(32), 'more')}`, 'not whole'],
    [`ecdsa-sha2-nistp256 ${encode('ecdsa-sha2-nistp256', 'nistp384', '\u0004'.repeat(65))}`, 'not whole'],
    [`ecdsa-sha2-nistp256 ${encode('ecdsa-sha2-nistp256', 'nistp256', '\u0002'.repeat(65))}`, 'not whole'],
    [`ssh-rsa ${encode('ssh-rsa', '\u0001\0\u0001', '\u00ff'.repeat(256))}`, 'not whole'],
    [`${skEd25519} ${encode(skEd25519, 'x'.repeat(32), '')}`, 'not whole'],
    [`${ed25519.slice(0, 40)}\u200b${ed25519.slice(40)}`, 'invisible character in the key (U+200B)'],
    [ed25519.replace(' ', '\u00a0'), 'invisible character in the key (U+00A0)'],
    [`${ed25519}\u0007`, 'invisible character in the key (U+0007)'],
    [`ssh-ed25519 ${edBody} zoë`, '“ë” (U+00EB)'],
    [ssh2('', edBody).slice(0, -40), 'not whole'],
    [`ssh-ed25519 ${'A '.repeat(10_000)}`, 'not whole'],
  ])('%j: %s', (key, why) => {
    expect(publicKeyProblem(key)).toContain(why)
  })

  test('is one that was cut, wherever', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...takenKeys, skKey),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (key, part) => {
          const [type = '', body = '', comment = ''] = key.split(' ')
          const bare = body.replace(/=+$/, '')
          const cut = bare.slice(0, Math.floor(bare.length * part))
          expect(publicKeyProblem(`${type} ${cut}`)).not.toBeNull()
          expect(publicKeyProblem(`${type} ${cut} ${comment}`)).not.toBeNull()
        },
      ),
    )
  })

  test('is one with anything but plain letters in it, wherever', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...takenKeys),
        fc.nat(),
        fc.constantFrom('\u200b', '\u200d', '\u2060', '\u00ad', '\u202e', '\u0000', '\u001b', 'é', '，'),
        (key, at, odd) => {
          const place = 1 + (at % (key.length - 1))
          expect(publicKeyProblem(`${key.slice(0, place)}${odd}${key.slice(place)}`)).not.toBeNull()
        },
      ),
    )
  })

  test('is never turned into another', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: anyCodePoint }),
          fc.string().map((text) => `ssh-rsa ${text}`),
        ),
        (text) => {
          if (publicKeyProblem(text) !== null) expect(plainPublicKey(text)).toBe(text.trim())
        },
      ),
    )
  })
})

test('a key is known by its comment', () => {
  expect(publicKeyComment(`ssh-ed25519 ${edBody} ada at work `)).toBe('ada at work')
  expect(publicKeyComment(`ssh-ed25519 ${edBody}`)).toBeNull()
  expect(publicKeyComment('hello')).toBeNull()
})
