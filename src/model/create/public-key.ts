const keyTypes = /^(?:ssh-(?:ed25519|rsa)|ecdsa-sha2-[\w-]+|sk-(?:ssh|ecdsa)-[\w@.-]+)\s+\S+/

/** What is wrong with a pasted SSH public key, in one sentence; null when it looks like one, or when there is none. */
export const publicKeyProblem = (text: string): string | null => {
  const key = text.trim()
  if (key === '') return null
  if (key.includes('PRIVATE KEY'))
    return 'This is a private key: keep it to yourself. Paste the .pub file beside it instead.'
  if (/[\r\n]/.test(key)) return 'One key only, on one line.'
  if (key.startsWith('ssh-dss'))
    return 'DSA keys (ssh-dss) are no longer accepted. Make a new one: ssh-keygen -t ed25519.'
  return keyTypes.test(key) ? null : 'A public key starts with its type, such as “ssh-ed25519 AAAA…”.'
}

/** The comment at the end of a public key, which is how people tell their keys apart; null when it has none. */
export const publicKeyComment = (key: string): string | null => {
  const comment = key.trim().split(/\s+/).slice(2).join(' ')
  return comment === '' ? null : comment
}
