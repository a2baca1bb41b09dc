import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as plainRequest } from 'node:http'
import { Agent, request as tlsRequest } from 'node:https'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { freePort } from '../../e2e/upstream/ports.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(root, 'dist')

/** The host name in the files of `deploy/`. */
export const hostName = 'hatteras.example.org'

/** A folder of this run: certificates, configurations, logs. */
export const folder = mkdtempSync(join(tmpdir(), 'hatteras-deploy-'))

const openssl = (...args: string[]): void => {
  execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
}

/** Makes an authority of our own, and a certificate of it for the service and for the server in front of the app. */
export const makeCertificate = (): { key: string; cert: string } => {
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  writeFileSync(join(folder, 'names'), `subjectAltName=DNS:localhost,DNS:${hostName},IP:127.0.0.1\n`)
  openssl('req', '-x509', ...curve, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test', '-days', '2')
  openssl('req', ...curve, '-keyout', 'key.pem', '-out', 'request.pem', '-subj', '/CN=localhost')
  const sign = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names', '-days', '2']
  openssl('x509', '-req', '-in', 'request.pem', ...sign, '-out', 'cert.pem')
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  return { key: read('key.pem'), cert: read('cert.pem') }
}

const children: ChildProcess[] = []

/** Starts a program, with all that it says in `<name>.log`; `ready` tells when it can be asked. */
const start = async (
  name: string,
  [command, ...args]: [string, ...string[]],
  env: NodeJS.ProcessEnv,
  ready: () => Promise<unknown>,
): Promise<void> => {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      writeFileSync(join(folder, `${name}.log`), said)
    })
  }
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) break
    try {
      await ready()
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
  throw new Error(`${name} did not start: ${said}`)
}

/** Ends all that was started, and throws away the folder of this run. */
export const stopAll = async (): Promise<void> => {
  await Promise.all(
    children.map(async (child) => {
      if (child.exitCode !== null) return
      const ended = new Promise((resolve) => child.once('close', resolve))
      child.kill()
      await ended
    }),
  )
  rmSync(folder, { recursive: true, force: true })
}

export interface Answer {
  status: number
  /** By names in small letters. */
  headers: Record<string, string>
  body: string
  /** The headers of what came before it: 103 and alike. */
  hints: NodeJS.Dict<string | string[]>
}

export interface Asked {
  method?: string
  headers?: Record<string, string>
  /** Several parts are sent as chunks, without a length. */
  body?: string | string[]
}

/** The app on one of its servers. */
export interface Served {
  name: string
  isTls: boolean
  ask: (path: string, asked?: Asked) => Promise<Answer>
  /** Asks its port without TLS; null where it has none beside it. */
  askPlainly: Served['ask'] | null
}

const agent = () => new Agent({ keepAlive: true, ca: readFileSync(join(folder, 'ca.pem')) })

type Ask = Served['ask']

const asker = (port: number, isTls: boolean, host: string): Ask => {
  const tls = isTls ? { agent: agent(), servername: hostName } : {}
  return (path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port, path, method, ...tls, headers: { Host: host, ...headers } }
      const hints: Answer['hints'] = {}
      const request = (isTls ? tlsRequest : plainRequest)(options, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const fields = Object.entries(response.headersDistinct)
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(fields.map(([field, values = []]) => [field, values.join(' & ')])),
            body: Buffer.concat(chunks).toString(),
            hints,
          })
        })
      })
      request.on('information', ({ headers: early }) => Object.assign(hints, early))
      request.on('error', reject)
      if (Array.isArray(body)) {
        for (const part of body) request.write(part)
        request.end()
      } else {
        if (body !== undefined) request.setHeader('Content-Length', Buffer.byteLength(body))
        request.end(body)
      }
    })
}

const byTls = (name: string, port: number, plainPort: number): Served => ({
  name,
  isTls: true,
  ask: asker(port, true, hostName),
  askPlainly: asker(plainPort, false, hostName),
})

/** Replaces in a file of `deploy/` what differs on this machine. What is not found in it is a mistake. */
const adapted = (file: string, changes: readonly (readonly [string | RegExp, string])[]): string => {
  let text = readFileSync(join(root, 'deploy', file), 'utf8')
  for (const [from, to] of changes) {
    const next = text.replaceAll(from, to)
    if (next === text) throw new Error(`deploy/${file} has no ${String(from)}.`)
    text = next
  }
  return text
}

const isSixAtHand = (): boolean =>
  Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ family }) => family === 'IPv6'))

/** A folder with what the container image has, and nothing else of the checkout. */
const imageFolder = (name: string): string => {
  const image = join(folder, name)
  const stage = readFileSync(join(root, 'Dockerfile'), 'utf8').split('FROM ').at(-1) ?? ''
  for (const [, names = ''] of stage.matchAll(/^COPY --from=build (.+) \S+$/gm)) {
    for (const path of names.split(' ').map((each) => each.replace('/hatteras/', '')))
      cpSync(join(root, path), join(image, path), { recursive: true })
  }
  return image
}

/** The app by `npm start`, or rather by what the container runs, in front of a service. */
export const startNode = async (service: string, name = 'npm-start'): Promise<Served> => {
  const port = await freePort()
  const image = imageFolder(name)
  const app: Served = { name, isTls: false, ask: asker(port, false, `localhost:${port}`), askPlainly: null }
  const env = {
    PORT: String(port),
    HOST: '127.0.0.1',
    CCLOUD_API_URL: `${service}/api`,
    // A name of no setting.
    CCLOUD_URL: service,
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
  }
  await start(name, [process.execPath, join(image, 'dist-serve/main.js')], env, () => app.ask('/'))
  return app
}

/** The app by nginx and `deploy/nginx.conf`, in front of a service. */
export const startNginx = async (service: string, dnsPort: number, name = 'nginx'): Promise<Served> => {
  const [port, plainPort, innerPort] = [await freePort(), await freePort(), await freePort()]
  const own = join(folder, name)
  mkdirSync(own)
  const site = adapted('nginx.conf', [
    ['/etc/nginx/hatteras', join(root, 'deploy')],
    ['127.0.0.1:8173', `127.0.0.1:${innerPort}`],
    ['/etc/ssl/hatteras/fullchain.pem', join(folder, 'cert.pem')],
    ['/etc/ssl/hatteras/privkey.pem', join(folder, 'key.pem')],
    ['/etc/ssl/certs/ca-certificates.crt', join(folder, 'ca.pem')],
    ['/var/log/nginx/hatteras.log', join(folder, `${name}-access.log`)],
    ['root /srv/hatteras', `root ${dist}`],
    ['resolver 127.0.0.53', `resolver 127.0.0.1:${dnsPort}`],
    ['https://console.carolinacloud.io', service],
    [/listen (\[::\]:)?80\b/g, `listen $1${plainPort}`],
    [/listen (\[::\]:)?443\b/g, `listen $1${port}`],
    ...(isSixAtHand() ? [] : ([[/listen \[::\].*\n/g, '\n']] as const)),
  ])
  writeFileSync(join(own, 'site.conf'), site)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(own, kind)};`,
  )
  const whole = [
    `load_module ${process.env['HATTERAS_NGINX_JS'] ?? 'modules/ngx_http_js_module.so'};`,
    `pid ${join(own, 'pid')};`,
    // One process, which needs no other user to exist.
    'daemon off; master_process off;',
    'events {}',
    `http { ${temporary.join(' ')} include ${join(own, 'site.conf')}; }`,
  ]
  writeFileSync(join(own, 'nginx.conf'), whole.join('\n'))
  const log = join(folder, `${name}-error.log`)
  const directives = `error_log ${log} info;`
  const program = process.env['HATTERAS_NGINX'] ?? 'nginx'
  const app = byTls(name, port, plainPort)
  const command = [program, '-c', join(own, 'nginx.conf'), '-e', log, '-g', directives] as const
  await start(name, [...command], {}, () => app.ask('/'))
  return app
}

/** The app by Caddy and `deploy/Caddyfile`, in front of a service. */
export const startCaddy = async (service: string, name = 'caddy'): Promise<Served> => {
  const [port, plainPort] = [await freePort(), await freePort()]
  const own = join(folder, name)
  mkdirSync(own)
  const config = adapted('Caddyfile', [
    [/^\{$/gm, `{\n\tadmin off\n\thttp_port ${plainPort}\n\thttps_port ${port}\n\tskip_install_trust`],
    ['root * /srv/hatteras', `root * ${dist}\n\ttls ${join(folder, 'cert.pem')} ${join(folder, 'key.pem')}`],
    ['https://console.carolinacloud.io', service],
  ])
  writeFileSync(join(own, 'Caddyfile'), config)
  const program = process.env['HATTERAS_CADDY'] ?? 'caddy'
  const app = byTls(name, port, plainPort)
  const env = { SSL_CERT_FILE: join(folder, 'ca.pem'), XDG_DATA_HOME: own, XDG_CONFIG_HOME: own }
  await start(name, [program, 'run', '--config', join(own, 'Caddyfile'), '--adapter', 'caddyfile'], env, () =>
    app.ask('/'),
  )
  return app
}

/** All that a server has logged. */
export const logs = (server: string): string =>
  readdirSync(folder)
    .filter((name) => name.startsWith(server.toLowerCase().replace(' ', '-')) && name.endsWith('.log'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')

/** Starts the WSGI service with Python. Returns its origin. */
export const startWsgi = async (program: string): Promise<string> => {
  const python = spawn('python3', ['-c', program, join(folder, 'cert.pem'), join(folder, 'key.pem')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(python)
  const port = await new Promise<string>((resolve, reject) => {
    python.once('error', reject)
    python.once('exit', () => reject(new Error('Python did not start.')))
    python.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
  })
  return `https://localhost:${port}`
}
