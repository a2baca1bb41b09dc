// The response headers of the service that reach the browser, for nginx.conf. They are those of src/serve/headers.ts, and the two
// of the body's form.
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

function filterHeaders(r) {
  for (const name in r.headersOut) {
    if (!listed.includes(name.toLowerCase())) delete r.headersOut[name]
  }
  // Without a type a browser would guess one.
  if (r.headersOut['Content-Type'] === undefined) r.headersOut['Content-Type'] = 'application/json'
  const challenge = r.headersOut['WWW-Authenticate']
  if (challenge !== undefined && !isBearer(String(challenge))) delete r.headersOut['WWW-Authenticate']
}

export default { filterHeaders }
