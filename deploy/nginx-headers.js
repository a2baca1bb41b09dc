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
  const isEmpty = r.status === 204 || r.headersOut['Content-Length'] === '0'
  return type !== undefined && !isEmpty && !/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)
}

/** What is said of a redirect, none of which is followed: of where it leads the host alone, since it stands in JSON. */
function ofRedirect(location, service) {
  const path = location.startsWith(`${service}/`) ? location.slice(service.length) : location
  if (/^\/api(?:[/?#]|$)/.test(path)) return 'redirects within its API. It was not followed.'
  const whole = /^(?:https?:)?\/\/([\w.-]+(?::\d+)?)(?:[/?#]|$)/i.exec(location)
  if (whole === null && !/^\/(?:[^/\\]|$)/.test(location)) return 'redirects to nowhere.'
  const host = whole === null ? service.replace(/^https?:\/\//, '') : whole[1]
  return `sends us to ${host}: something in between asks for a sign-in.`
}

/** Why an answer is refused; null where it is not. */
function refusal(r) {
  // nginx takes an interim answer (103 and alike) for the whole of it, and what follows for its body.
  if (r.status < 200 || r.status === 205 || r.status === 304 || r.status > 599)
    return `answered with status ${r.status}, which the API does not have.`
  if (r.status >= 300 && r.status < 400)
    return ofRedirect(String(r.headersOut['Location'] || ''), r.variables.hatteras_service)
  return isForeign(r) ? `sent something other than JSON (status ${r.status}).` : null
}

function filterHeaders(r) {
  // What does not begin as HTTP does is to nginx an answer of HTTP/0.9: all of it body, without a header, and nobody told where it ends.
  if (r.httpVersion === '0.9') throw new Error('The service did not answer by HTTP.')
  const why = refusal(r)
  for (const name in r.headersOut) {
    if (!listed.includes(name.toLowerCase())) delete r.headersOut[name]
  }
  // Without a type a browser would guess one.
  if (r.headersOut['Content-Type'] === undefined) r.headersOut['Content-Type'] = 'application/json'
  const challenge = r.headersOut['WWW-Authenticate']
  if (challenge !== undefined && !isBearer(String(challenge))) delete r.headersOut['WWW-Authenticate']
  if (why === null) return
  r.headersOut['Content-Type'] = 'application/json'
  delete r.headersOut['WWW-Authenticate']
  r.headersOut['X-Accel-Redirect'] = '@refused'
  r.headersOut['X-Hatteras-Why'] = why
}

export default { filterHeaders }
