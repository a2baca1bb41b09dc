import { createServer, request as ask } from 'node:http'

import { portOf } from './ports.ts'

/**
 * What an organisation puts in front of a site: who has its cookie is let through; a page gets the cookie (as if somebody had signed in
 * on the way), and a request to the API is sent to a sign-in on another site.
 */
export const startGate = async (origin: string): Promise<{ origin: string; close: () => void }> => {
  const { hostname, port, host } = new URL(origin)
  const server = createServer((incoming, outgoing) => {
    const { method, url = '/', headers } = incoming
    const isPage = headers['sec-fetch-mode'] === 'navigate'
    const isOpen = headers.cookie?.includes('gate=open') === true || !(isPage || url.startsWith('/api/'))
    if (isOpen) {
      const passed = ask({ hostname, port, method, path: url, headers: { ...headers, host } }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      })
      passed.on('error', () => outgoing.destroy())
      incoming.pipe(passed)
    } else if (isPage)
      outgoing.writeHead(302, { 'Set-Cookie': 'gate=open; Path=/; HttpOnly', Location: url }).end()
    else outgoing.writeHead(302, { Location: 'https://login.example.org/' }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
