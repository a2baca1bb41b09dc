/** What a pasted text comes to: one key, on one line as OpenSSH writes it, or what is wrong, in one sentence. */
type Read = { key: string; comment: string } | { problem: string }

const wrong = (problem: string): Read => ({ problem })

const newKey = 'Make a new one: ssh-keygen -t ed25519.'
const noType = 'A public key starts with its type, such as “ssh-ed25519 AAAA…”.'
const broken = 'The key is not whole: part of it is missing or was changed. Copy it again from the .pub file.'
const several = 'One key only: leave out the others.'
const privateKey = 'This is a private key: keep it to yourself. Paste the .pub file beside it instead.'

/** No public key is longer. Letters. */
const longest = 16_384

/** What the RSA keys that are made today have at least, and many servers ask for. Bits. */
const leastRsa = 2048

/** What is wrong with one field of a decoded key; null where nothing is. */
type Check = (field: Uint8Array) => string | null

const asText = (field: Uint8Array): string => String.fromCharCode(...field)
const brokenUnless = (isSound: boolean): string | null => (isSound ? null : broken)
const ofLength =
  (length: number): Check =>
  (field) =>
    brokenUnless(field.length === length)
const reading =
  (text: string): Check =>
  (field) =>
    brokenUnless(asText(field) === text)
/** A point of a curve, written whole: a 4 and both coordinates. */
const point =
  (length: number): Check =>
  (field) =>
    brokenUnless(field.length === length && field[0] === 4)
/** What the key on a token is for, such as "ssh:". */
const application: Check = (field) => brokenUnless(/^[\x20-\x7e]+$/.test(asText(field)))

/** The bits of a number above zero in its shortest form; null where it is none. */
const bitsOf = (field: Uint8Array): number | null => {
  const [first = 0, second = 0] = field
  if (first === 0) return second < 128 ? null : (field.length - 1) * 8
  return first < 128 ? (field.length - 1) * 8 + (32 - Math.clz32(first)) : null
}
const exponent: Check = (field) => brokenUnless(bitsOf(field) !== null)
const modulus: Check = (field) => {
  const bits = bitsOf(field)
  if (bits === null) return broken
  return bits < leastRsa ? `An RSA key of ${bits} bits is too short to be safe. ${newKey}` : null
}

/** The fields of a key after its type (RFC 4253, 5656, 8709, and PROTOCOL.u2f of OpenSSH). */
const fieldsOf = new Map<string, readonly Check[]>([
  ['ssh-ed25519', [ofLength(32)]],
  ['ssh-rsa', [exponent, modulus]],
  ['ecdsa-sha2-nistp256', [reading('nistp256'), point(65)]],
  ['ecdsa-sha2-nistp384', [reading('nistp384'), point(97)]],
  ['ecdsa-sha2-nistp521', [reading('nistp521'), point(133)]],
  ['sk-ssh-ed25519@openssh.com', [ofLength(32), application]],
  ['sk-ecdsa-sha2-nistp256@openssh.com', [reading('nistp256'), point(65), application]],
])

/** Why a key of this type is not taken; null where it is. */
const typeProblem = (type: string): string | null => {
  if (fieldsOf.has(type)) return null
  if (type.includes('-cert-v'))
    return 'This is a certificate. Paste the public key itself: the .pub file without “-cert” in its name.'
  return type.startsWith('ssh-dss')
    ? `DSA keys (ssh-dss) are no longer accepted. ${newKey}`
    : `“${type}” is no type of SSH key that is known here. ${newKey}`
}

/** The fields of decoded bytes, each behind its length in four bytes; null where the last one is cut. */
const split = (bytes: Uint8Array): Uint8Array[] | null => {
  const view = new DataView(bytes.buffer)
  const fields: Uint8Array[] = []
  let at = 0
  while (at < bytes.length) {
    if (at + 4 > bytes.length) return null
    const end = at + 4 + view.getUint32(at)
    if (end > bytes.length) return null
    fields.push(bytes.subarray(at + 4, end))
    at = end
  }
  return fields
}

/** Base64 without the padding, as bytes; null where it is none, or says more than its bytes. */
const decode = (body: string): Uint8Array | null => {
  if (!/^[A-Za-z0-9+/]+$/.test(body) || body.length % 4 === 1) return null
  const binary = atob(body)
  if (unpadded(btoa(binary)) !== body) return null
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}
const unpadded = (body: string): string => body.replace(/={1,2}$/, '')

/** How many fields a body holds that is whole; null where more of it has to follow, or it is none. */
const wholeFields = (body: string): Uint8Array[] | null => {
  const bytes = decode(unpadded(body))
  return bytes === null ? null : split(bytes)
}

const anotherKey = /(?:^|\s)((?:ssh-|ecdsa-|sk-)[\w@.-]+)\s+AAAA/

/**
 * The body of a key out of the words after its type: a terminal may have broken it anywhere, and its own lengths tell where it ends.
 * What follows is the comment.
 */
const readBody = (words: readonly string[], given: string | null): Read => {
  let body = ''
  for (const [index, word] of words.entries()) {
    body += word
    const fields = wholeFields(body)
    const type = asText(fields?.[0] ?? new Uint8Array())
    const checks = fieldsOf.get(type)
    if (fields === null || (checks !== undefined && fields.length <= checks.length)) continue
    if (given !== null && type !== given && /^[\w@.-]+$/.test(type))
      return wrong(`The key says ${given}, and is a key of another type: ${type}. Copy it again.`)
    const problem = typeProblem(type)
    if (checks === undefined) return wrong(given === null && problem !== null ? problem : broken)
    if (fields.length > checks.length + 1) return wrong(broken)
    const found = checks.map((check, at) => check(fields[at + 1] ?? new Uint8Array())).find(Boolean)
    if (found) return wrong(found)
    const comment = words
      .slice(index + 1)
      .filter((rest) => !/^=+$/.test(rest))
      .join(' ')
    if (anotherKey.test(comment)) return wrong(several)
    const bare = unpadded(body)
    const key = `${type} ${bare.padEnd(Math.ceil(bare.length / 4) * 4, '=')}`
    return { key: comment === '' ? key : `${key} ${comment}`, comment }
  }
  return wrong(broken)
}

/** The form of PuTTY and other programs (RFC 4716): base64 between two lines of dashes, after headers that may go on. */
const readSsh2 = (text: string): Read => {
  const [, inside, rest = ''] =
    /^---- BEGIN SSH2 PUBLIC KEY ----(.*?)---- END SSH2 PUBLIC KEY ----(.*)$/s.exec(text) ?? []
  if (inside === undefined) return wrong(broken)
  if (rest.trim() !== '') return wrong(several)
  const lines = inside.replaceAll(/\\\r?\n/g, '').split(/\r?\n|\r/)
  const headers = lines.filter((line) => line.includes(':'))
  const body = lines.filter((line) => !line.includes(':')).join('')
  const comment = headers
    .find((line) => /^comment:/i.test(line))
    ?.replace(/^comment:\s*"?/i, '')
    .replace(/"?\s*$/, '')
  return readBody([body.replaceAll(/\s/g, ''), ...(comment?.split(/\s+/).filter(Boolean) ?? [])], null)
}

/** A line that begins a key: its type, and what follows. */
const keyStart = /^(?:ssh-|ecdsa-|sk-)[\w@.-]+(?:\s|$)/

const oddCharacter = (text: string): string | null => {
  const odd = /[^\t\r\n\x20-\x7e]/u.exec(text)?.[0]
  if (odd === undefined) return null
  if (odd === '…') return 'The key is cut off at “…”. Copy all of it from the .pub file.'
  const code = `U+${(odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return /[\p{C}\p{Z}]/u.test(odd)
    ? `There is an invisible character in the key (${code}). Copy it again from the .pub file.`
    : `“${odd}” (${code}) cannot stand in a key, nor in its comment: take it out.`
}

/** Reads a pasted public key; null where there is none. */
const readKey = (pasted: string): Read | null => {
  const text = pasted.trim()
  if (text === '') return null
  // The last is how the text of OpenSSH's private keys begins, where the lines around it were left out.
  if (/PRIVATE\s+KEY|PuTTY-User-Key-File|b3BlbnNzaC1rZXktdjE/i.test(text)) return wrong(privateKey)
  if (text.length > longest) return wrong(broken)
  if (/^["'`“”‘’«„]/.test(text)) return wrong('Leave out the quotation marks around the key.')
  const odd = oddCharacter(text)
  if (odd !== null) return wrong(odd)
  if (text.startsWith('---- BEGIN SSH2')) return readSsh2(text)
  if (text.startsWith('-----BEGIN'))
    return wrong('This form is not for SSH. Paste what “ssh-keygen -i -m PKCS8 -f” makes of the file.')
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  if (lines.filter((line) => keyStart.test(line)).length > 1) return wrong(several)
  const [type = '', ...words] = lines.join('\n').split(/\s+/)
  if (!keyStart.test(type)) {
    const before = anotherKey.exec(text)?.[1]
    return wrong(before === undefined ? noType : `Leave out what stands before “${before}”.`)
  }
  const problem = typeProblem(type)
  return problem === null ? readBody(words, type) : wrong(problem)
}

/** What is wrong with a pasted SSH public key, in one sentence; null when it is one, or when there is none. */
export const publicKeyProblem = (text: string): string | null => {
  const read = readKey(text)
  return read !== null && 'problem' in read ? read.problem : null
}

/**
 * A pasted key on one line, as OpenSSH writes it: also one that a terminal broke into several, or that PuTTY wrote. What is no key is
 * returned as it is, without the spaces around it.
 */
export const plainPublicKey = (text: string): string => {
  const read = readKey(text)
  return read !== null && 'key' in read ? read.key : text.trim()
}

/** The comment at the end of a public key, which is how people tell their keys apart; null when it has none. */
export const publicKeyComment = (key: string): string | null => {
  const read = readKey(key)
  return read !== null && 'comment' in read && read.comment !== '' ? read.comment : null
}
