// What of the service reaches the browser, for nginx.conf: JSON alone, and of its headers those of src/serve/headers.ts and the two of
// the body's form.
// oxlint-disable-next-line unicorn/prefer-set-has -- nginx's JavaScript has no Set.
const listed = [
  'allow',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'retry-after',
  'www-authenticate',
  'x-request-id',
]

/** Any other challenge makes the browser open a sign-in dialog of its own over the page. */
function isBearer(challenge) {
  return /^bearer\b/i.test(challenge) && !/\b(?:basic|digest|negotiate|ntlm)\b/i.test(challenge)
}

/** The app reads JSON, and nothing else has a place on the origin where keys are stored. */
function isForeign(r) {
  const type = r.headersOut['Content-Type']
  const isEmpty = r.status === 204 || r.status === 304 || r.headersOut['Content-Length'] === '0'
  return type !== undefined && !isEmpty && !/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)
}

function filterHeaders(r) {
  // nginx takes an interim answer (103 and alike) for the whole of it, and what follows for its body.
  const isRefused = r.status < 200 || isForeign(r)
  for (const name in r.headersOut) {
    if (!listed.includes(name.toLowerCase())) delete r.headersOut[name]
  }
  // Without a type a browser would guess one.
  if (r.headersOut['Content-Type'] === undefined) r.headersOut['Content-Type'] = 'application/json'
  const challenge = r.headersOut['WWW-Authenticate']
  if (challenge !== undefined && !isBearer(String(challenge))) delete r.headersOut['WWW-Authenticate']
  if (!isRefused) return
  r.headersOut['Content-Type'] = 'application/json'
  delete r.headersOut['WWW-Authenticate']
  r.headersOut['X-Accel-Redirect'] = '@foreign'
}

export default { filterHeaders }
