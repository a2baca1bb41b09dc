import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { engineJourneys } from '../e2e/engine-journeys.ts'
import { browserProblem, givenBrowser } from './browser.mjs'
import { fileProblem } from './files.mjs'
import { isComplete } from './install.mjs'
import { acquire } from './lock.mjs'
import { isInRange, nodeProblem, pathProblem } from './node-version.mjs'

const folder = mkdtempSync(join(tmpdir(), 'hatteras-setup-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the version of Node', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'))

  it.each([
    ['v14.21.3', false],
    ['v18.20.8', false],
    ['v20.18.3', false],
    ['v20.19.0', true],
    ['v21.7.3', false],
    ['v22.9.0', false],
    ['v22.13.0', true],
    ['v23.11.0', false],
    ['v24.0.0', true],
    ['v26.1.0', true],
  ])('%s will do: %s', (version, expected) => {
    expect(isInRange(version, engines.node)).toBe(expected)
    expect(nodeProblem(version, engines.node) === null).toBe(expected)
  })

  it('is refused in one sentence', () => {
    expect(nodeProblem('v18.20.8', '^20.19.0 || ^22.13.0 || >=24')).toBe(
      'Hatteras needs Node 20.19, 22.13, 24 or newer, and this is Node 18.20.8: nothing was installed or changed.',
    )
  })

  it('is the same for npm, which refuses an installation by another', () => {
    expect(readFileSync('.npmrc', 'utf8')).toContain('engine-strict=true')
    expect(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages[''].engines).toEqual(engines)
    // Each script of the package that installs or builds looks before it imports anything else.
    for (const script of [
      'start',
      'build',
      'test',
      'e2e',
      'engines-test',
      'screenshots',
      'lighthouse',
      'soak',
    ])
      expect(readFileSync(`scripts/${script}.mjs`, 'utf8')).toMatch(/\nrequireNode\(\)\n/)
  })
})

it('each journey for other engines is a test of that title', () => {
  const specs = readdirSync('e2e', { recursive: true }).filter((file) => file.endsWith('.spec.ts'))
  const text = specs.map((file) => readFileSync(join('e2e', file), 'utf8')).join('\n')
  expect(engineJourneys.filter((title) => !text.includes(`test('${title}'`))).toEqual([])
})

it('a path that Vite would cut is refused', () => {
  expect(pathProblem('/home/ada/Größe & more (2)/hatteras')).toBeNull()
  expect(pathProblem('/home/ada/c#/hatteras')).toMatch(/has a # in it.*\/home\/ada\/c#\/hatteras/)
  expect(pathProblem('/home/ada/why?/hatteras')).toMatch(/has a \? in it/)
})

it.each([
  [{ HATTERAS_HOSTS: 'https://lab.example' }, /^HATTERAS_HOSTS must be/],
  [{ HOST: 'http://0.0.0.0' }, /^HOST must be/],
  [{ PORT: 'x' }, /^PORT must be/],
  [{ CCLOUD_API_URL: 'http://localhost.:5173' }, /^CCLOUD_API_URL is the address of this server itself/],
  [{ CCLOUD_API_URL: 'https://cloud.example', HTTPS_PROXY: 'ftp://x' }, /^HTTPS_PROXY must be/],
  // Where a folder cannot be made in one that is there, a way that makes all on the way goes on for ever.
  [{ HATTERAS_CACHE: '/proc/x' }, /^HATTERAS_CACHE must be a folder that .* \/proc\/x (?:cannot|is closed)/],
  [{ HATTERAS_CACHE: '/proc' }, /^HATTERAS_CACHE must be a folder that .* \/proc (?:cannot|is closed)/],
  [{ HATTERAS_CACHE: '/dev/null' }, /^HATTERAS_CACHE must be .* \/dev\/null is no folder/],
  [{ HATTERAS_CACHE: 'package.json' }, /^HATTERAS_CACHE must be .*\/checkout\/package\.json is no folder/],
  [{ HATTERAS_CACHE: './package.json/x/y' }, /^HATTERAS_CACHE must be .*\/package\.json\/x\/y is no folder/],
  [{ HATTERAS_CACHE: '~/worlds' }, /^HATTERAS_CACHE must be the path of a folder as it is, .* "~\/worlds"/],
  [{ HATTERAS_CACHE: '$HOME/worlds' }, /^HATTERAS_CACHE must be the path .* "\$HOME\/worlds"/],
  [{ HATTERAS_CACHE: 'file:///tmp/worlds' }, /^HATTERAS_CACHE must be the path .* "file:\/\/\/tmp\/worlds"/],
])('a wrong setting is said before anything is installed: %j', (env, sentence) => {
  const checkout = join(folder, 'checkout')
  for (const path of ['package.json', 'scripts', 'src/serve'])
    cpSync(path, join(checkout, path), { recursive: true })
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs'], {
    cwd: checkout,
    env,
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(sentence)
})

it.runIf(process.getuid).each([
  ['', 0o555],
  ['sandbox', 0o555],
  ['sandbox/worlds', 0o555],
  ['sandbox/worlds', 0o333],
])(
  'HATTERAS_CACHE is refused where it, or what is in it, is closed to the user: %j, mode %i',
  (inside, mode) => {
    const cache = mkdtempSync(join(folder, 'cache-'))
    const closed = join(cache, inside)
    mkdirSync(closed, { recursive: true })
    for (const open of [cache, dirname(closed)]) if (open !== folder) chmodSync(open, 0o777)
    chmodSync(closed, mode)
    chmodSync(folder, 0o755)
    // Another user may not be let into this checkout.
    cpSync('src/serve', join(folder, 'serve'), { recursive: true })
    const script = `import(${JSON.stringify(join(folder, 'serve', 'plain-settings.mjs'))}).then(({ makeCache }) =>
    makeCache({ backend: { kind: 'sandbox' }, cache: ${JSON.stringify(cache)} }))`
    // Nothing is closed to root.
    const user = process.getuid() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    const { status, stderr } = spawnSync(process.execPath, ['-e', script], { ...user, encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toContain(
      `HATTERAS_CACHE must be a folder that this user can write to, and ${closed} is closed`,
    )
  },
)

describe('a folder that cannot be written to', () => {
  const started = (checkout, user) => {
    for (const path of ['package.json', 'scripts', 'src/serve'])
      cpSync(path, join(checkout, path), { recursive: true })
    chmodSync(folder, 0o755)
    chmodSync(checkout, 0o555)
    const options = { cwd: checkout, env: {}, encoding: 'utf8', timeout: 20_000 }
    return spawnSync(process.execPath, ['scripts/start.mjs'], { ...options, ...user })
  }

  it.runIf(process.getuid)('is told in one sentence, whoever it belongs to', () => {
    // Nothing is closed to root.
    const user = process.getuid() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    const checkout = mkdtempSync(join(folder, 'closed-'))
    const { status, stdout, stderr } = started(checkout, user)
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: `${checkout}/.cache is closed to this user: let its owner run npm ci and npm run build here, or get the right to write to it, and run this again.\n`,
    })
    chmodSync(checkout, 0o755)
  })

  it('is told in one sentence where a file is in its place', () => {
    const checkout = mkdtempSync(join(folder, 'blocked-'))
    writeFileSync(join(checkout, '.cache'), '')
    expect(started(checkout, {}).stderr).toBe(
      `${join(checkout, '.cache')} is no folder: move it aside, and run this again.\n`,
    )
    chmodSync(checkout, 0o755)
  })

  it.each([
    ['EROFS', 'cannot be written to: build in a copy of this folder elsewhere, and run this again.'],
    ['ENOSPC', 'has no room left: make some, and run this again.'],
  ])('is told for %s', (code, sentence) => {
    expect(fileProblem({ code, path: '/srv/x' })).toBe(`/srv/x ${sentence}`)
    expect(fileProblem({ code })).toBe(`${process.cwd()} ${sentence}`)
  })

  it('is not made of any other error', () => {
    expect(fileProblem({ code: 'EMFILE', path: '/srv/x' })).toBeNull()
    expect(fileProblem(new TypeError('of our own'))).toBeNull()
  })
})

describe('an installation', () => {
  const lock = {
    packages: {
      '': { name: 'hatteras' },
      'node_modules/vite': { version: '8.0.0', dev: true },
      'node_modules/react': { version: '19.0.0' },
      'node_modules/core-linux': {
        version: '1.0.0',
        optional: true,
        os: ['linux'],
        cpu: ['x64'],
        libc: ['glibc'],
      },
      'node_modules/core-musl': {
        version: '1.0.0',
        optional: true,
        os: ['linux'],
        cpu: ['x64'],
        libc: ['musl'],
      },
      'node_modules/core-mac': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] },
      'node_modules/core-wasm': { version: '1.0.0', optional: true, cpu: ['wasm32'] },
      'node_modules/fallback': { version: '1.0.0', optional: true },
    },
  }
  const linux = { os: 'linux', cpu: 'x64', libc: 'glibc' }
  const mac = { os: 'darwin', cpu: 'arm64', libc: null }
  const having = (...names) => ({
    packages: Object.fromEntries(
      names.map((name) => [
        `node_modules/${name}`,
        { version: lock.packages[`node_modules/${name}`].version },
      ]),
    ),
  })

  it('has what this machine needs, and may lack what only others do', () => {
    expect(isComplete(lock, having('vite', 'react', 'core-linux'), linux)).toBe(true)
    expect(isComplete(lock, having('vite', 'react', 'core-mac'), mac)).toBe(true)
  })

  it.each([
    ['by an old Node, which skips native packages', having('vite', 'react')],
    ['with NODE_ENV=production, which leaves out vite', having('react', 'core-linux')],
    ['for another C library', having('vite', 'react', 'core-musl')],
    ['for another system', having('vite', 'react', 'core-mac')],
    ['that was cut off', null],
    ['of another version', { packages: { 'node_modules/vite': { version: '7.0.0' } } }],
  ])('%s is not complete', (_, installed) => {
    expect(isComplete(lock, installed, linux)).toBe(false)
  })

  it('is what these tests run on', () => {
    const read = (file) => JSON.parse(readFileSync(file, 'utf8'))
    const { glibcVersionRuntime } = process.report.getReport().header
    const here = {
      os: process.platform,
      cpu: process.arch,
      libc: glibcVersionRuntime === undefined ? 'musl' : 'glibc',
    }
    expect(isComplete(read('package-lock.json'), read('node_modules/.package-lock.json'), here)).toBe(true)
  })
})

describe('the lock', () => {
  it('lets one work at a time', async () => {
    const file = join(folder, 'busy', 'lock')
    let inside = 0
    let most = 0
    const work = async () => {
      const release = await acquire(file, { wait: 400 })
      inside += 1
      most = Math.max(most, inside)
      await new Promise((resolve) => setTimeout(resolve, 30))
      inside -= 1
      release()
    }
    await Promise.all([work(), work(), work(), work()])
    expect(most).toBe(1)
  })

  it('is kept by a holder who takes longer than a waiter has patience', async () => {
    const file = join(folder, 'long')
    const release = await acquire(file, { wait: 200 })
    let has = false
    const second = acquire(file, { wait: 200 }).then((done) => {
      has = true
      return done
    })
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(has).toBe(false)
    release()
    const releaseSecond = await second
    releaseSecond()
  })

  it('is taken from a holder that is gone, whatever its clock said', async () => {
    const file = join(folder, 'left')
    writeFileSync(file, 'somebody')
    const later = new Date(Date.now() + 86_400_000)
    utimesSync(file, later, later)
    let waited = 0
    const release = await acquire(file, { wait: 200, onWait: () => (waited += 1) })
    expect(waited).toBe(1)
    expect(readFileSync(file, 'utf8')).not.toBe('somebody')
    release()
  })
})

it.runIf(process.getuid)('a lock that was left where this user cannot remove it is not waited for', () => {
  const closed = mkdtempSync(join(folder, 'lock-'))
  for (const path of ['lock.mjs', 'run.mjs']) cpSync(join('scripts', path), join(closed, path))
  writeFileSync(join(closed, 'lock'), 'somebody')
  chmodSync(folder, 0o755)
  chmodSync(closed, 0o555)
  const user = process.getuid() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const script = `import('./lock.mjs').then(({ acquire }) => acquire('lock', { wait: 200 }))`
  const options = { ...user, cwd: closed, encoding: 'utf8', timeout: 5000 }
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], options)
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining("code: 'EACCES'") })
  chmodSync(closed, 0o755)
})

describe('HATTERAS_CHROMIUM', () => {
  it('must name a Chromium that can be run', () => {
    const text = join(folder, 'notes.txt')
    writeFileSync(text, 'not a program')
    expect(browserProblem(join(folder, 'nothing'))).toMatch(/which does not exist/)
    expect(browserProblem(text)).toMatch(/cannot be run/)
    expect(browserProblem(folder)).toMatch(/cannot be run/)
    if (process.platform !== 'win32') expect(browserProblem(process.execPath)).toMatch(/is no Chromium/)
  })

  it('may be left out or empty', () => {
    expect(givenBrowser({})).toBeUndefined()
    expect(givenBrowser({ HATTERAS_CHROMIUM: '' })).toBeUndefined()
  })
})
