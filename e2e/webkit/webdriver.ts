import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

import * as z from 'zod/mini'

const answerSchema = z.object({ value: z.unknown() })
const errorSchema = z.object({ error: z.string(), message: z.string() })
const sessionSchema = z.object({ sessionId: z.string() })
const portSchema = z.object({ port: z.number() })

/** Sends one command of the W3C WebDriver protocol; throws what the driver refuses. */
export type Send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<unknown>

const sender =
  (origin: string): Send =>
  async (method, path, body) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const { value } = z.parse(answerSchema, await response.json())
    const refused = z.safeParse(errorSchema, value)
    if (refused.success) throw new Error(`${refused.data.error}: ${refused.data.message}`)
    return value
  }

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = z.parse(portSchema, server.address())
  server.close()
  await once(server, 'close')
  return port
}

/** Starts a screen that nobody sees; returns its name once it is there. */
const startScreen = async (xvfb: string): Promise<{ screen: ChildProcess; display: string }> => {
  const screen = spawn(xvfb, ['-displayfd', '1', '-screen', '0', '1700x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [number] = z.parse(z.tuple([z.instanceof(Buffer)]), await once(screen.stdout, 'data'))
  return { screen, display: `:${number.toString().trim()}` }
}

const isReady = async (send: Send): Promise<boolean> => {
  try {
    await send('GET', '/status')
    return true
  } catch {
    return false
  }
}

/** The programs of WebKitGTK: its WebDriver, the browser that it drives, and a screen for it. */
export interface WebKitPrograms {
  driver: string
  browser: string
  xvfb: string
}

/** A running WebDriver of WebKitGTK. Each session is a browser of its own, with nothing stored. */
export interface WebDriver {
  /** Opens a browser; returns the sender of its commands, whose paths begin after the session. */
  open: () => Promise<{ send: Send; close: () => Promise<void> }>
  stop: () => void
}

export const startWebDriver = async ({ driver, browser, xvfb }: WebKitPrograms): Promise<WebDriver> => {
  const { screen, display } = await startScreen(xvfb)
  const port = await freePort()
  const service = spawn(driver, ['--host=127.0.0.1', `--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      LANG: 'en_US.UTF-8',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      // WebKit's own sandbox cannot be set up by root.
      ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
    },
  })
  const send = sender(`http://127.0.0.1:${port}`)
  while (!(await isReady(send))) {
    if (service.exitCode !== null) throw new Error('The WebDriver of WebKit did not start.')
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
  }
  return {
    open: async () => {
      const alwaysMatch = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } }
      const created = await send('POST', '/session', { capabilities: { alwaysMatch } })
      const session = `/session/${z.parse(sessionSchema, created).sessionId}`
      await send('POST', `${session}/window/rect`, { x: 0, y: 0, width: 1440, height: 1000 })
      return {
        send: (method, path, body) => send(method, `${session}${path}`, body),
        close: async () => {
          await send('DELETE', session)
        },
      }
    },
    stop: () => {
      service.kill()
      screen.kill()
    },
  }
}
