/** What the app needs and no more: its own scripts, styles and API, no inline script, no frame around it. */
export const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const secureHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

/** Adds the security headers that the answer has not set for itself. */
export const secured = (answer: Response): Response => {
  const headers = new Headers(answer.headers)
  for (const [name, value] of Object.entries(secureHeaders)) {
    if (!headers.has(name)) headers.set(name, value)
  }
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers })
}
