import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { diskStore } from './disk.ts'
import { openTestSandbox, testStart } from './test-client.ts'

const warn = (sentence: string): never => {
  throw new Error(sentence)
}

let cache = ''
const worlds = () => join(cache, 'sandbox', 'worlds')
const files = () => readdir(worlds())

const start = async (say: (sentence: string) => void = warn) => {
  const sandbox = openTestSandbox({ store: await diskStore(cache, { warn: say, now: () => testStart }) })
  return { ...sandbox, client: sandbox.client('sandbox-lab-secret-part') }
}

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'hatteras-worlds-'))
})
afterEach(() => rm(cache, { recursive: true }))

describe('worlds on disk', () => {
  it('outlast the server', async () => {
    const first = await start()
    await first.client.create({ name: 'kept-box' })
    await first.client.ask('DELETE', '/api/instance/rna-atlas/')
    await first.flush()
    const second = await start()
    const names = (await second.client.list()).map(({ name }) => name)
    expect(names).toContain('kept-box')
    expect(names).not.toContain('rna-atlas')
    second.pass(10)
    expect((await second.client.get('kept-box')).state).toBe('running')
  })

  it('keep the uuids and ages of a fleet that nobody has touched', async () => {
    const first = await start()
    const before = await first.client.list()
    await first.flush()
    const second = await start()
    second.pass(86_400)
    expect(await second.client.list()).toEqual(before)
  })

  it('take little room while nothing has happened in them', async () => {
    const { client, flush } = await start()
    await client.list()
    await flush()
    const [file = ''] = await files()
    expect((await readFile(join(worlds(), file), 'utf8')).length).toBeLessThan(200)
  })

  it('never hold the key, nor the secrets of a create', async () => {
    const { client, flush } = await start()
    await client.create({
      anthropic_api_key: 'sk-ant-hidden',
      aws_endpoint_url: 'https://s3.example',
      aws_access_key_id: 'AKIAHIDDEN',
      aws_secret_access_key: 'hidden',
    })
    await flush()
    for (const file of await files()) {
      const text = `${file}\n${await readFile(join(worlds(), file), 'utf8')}`
      expect(text).not.toMatch(/secret-part|hidden/i)
    }
  })

  it.each(['{"version": 1, "machines": ', '[]', '{"version": 2}', '\u0000'])(
    'are set aside when damaged (%j), and begin anew',
    async (damage) => {
      const first = await start()
      await first.client.create({ name: 'lost-box' })
      await first.flush()
      const [file = ''] = await files()
      await writeFile(join(worlds(), file), damage)
      const said: string[] = []
      const second = await start((sentence) => said.push(sentence))
      expect((await second.client.list()).map(({ name }) => name)).not.toContain('lost-box')
      expect(said).toEqual([
        expect.stringMatching(/could not be read\. It was set aside as .*\.damaged-\d+,/),
      ])
      await second.flush()
      const aside = (await files()).find((name) => name.includes('.damaged-'))
      expect(await readFile(join(worlds(), aside ?? ''), 'utf8')).toBe(damage)
    },
  )

  it('leave no drafts behind, however much is written at once', async () => {
    const { client, flush } = await start()
    await Promise.all(
      Array.from({ length: 20 }, () => client.create({ n_vcpus: 1, mem_gib: 1, disk_size_gib: 10 })),
    )
    await flush()
    expect(await files()).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.json$/)])
    const again = await start()
    expect(await again.client.list()).toEqual(await client.list())
  })

  it('are removed after a month without use, and beyond two hundred', async () => {
    await start()
    const seconds = testStart / 1000
    const add = async (name: string, daysAgo: number) => {
      const path = join(worlds(), name)
      await writeFile(path, '{}')
      await utimes(path, seconds - daysAgo * 86_400, seconds - daysAgo * 86_400)
    }
    await add('forgotten.json', 31)
    for (let index = 0; index < 205; index += 1) await add(`world-${index}.json`, 1 + index / 100)
    await start()
    const left = await files()
    expect(left).toHaveLength(200)
    expect(left).not.toContain('forgotten.json')
    expect(left).not.toContain('world-204.json')
    expect(left).toContain('world-0.json')
  })

  it('are done without where the folder cannot be written', async () => {
    const said: string[] = []
    const store = await diskStore('/dev/null', { warn: (sentence) => said.push(sentence) })
    const sandbox = openTestSandbox({ store })
    expect((await sandbox.client('sandbox-lab').create({ name: 'my-box' })).status).toBe(201)
    await sandbox.flush()
    expect(said).toEqual([expect.stringContaining('cannot keep its worlds')])
  })

  it('are read by nobody else, also those of an earlier version', async () => {
    await mkdir(worlds(), { recursive: true })
    await chmod(worlds(), 0o755)
    await writeFile(join(worlds(), 'old.json'), '{}', { mode: 0o644 })
    const { client, flush } = await start()
    await client.list()
    await flush()
    const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)
    expect(await mode(worlds())).toBe('700')
    for (const file of await files()) expect(await mode(join(worlds(), file))).toBe('600')
  })

  it('are not replaced by new ones where they cannot be read', async () => {
    const first = await start()
    await first.client.create({ name: 'kept-box' })
    await first.flush()
    const [file = ''] = await files()
    const path = join(worlds(), file)
    const text = await readFile(path, 'utf8')
    await rm(path)
    await mkdir(path)
    const second = await start()
    const refused = await second.client.send('GET', '/api/instance/')
    expect(refused.status).toBe(500)
    expect(await refused.json()).toEqual({
      error: expect.stringContaining('The world of this key could not be read'),
    })
    await rm(path, { recursive: true })
    await writeFile(path, text)
    expect((await second.client.list()).map(({ name }) => name)).toContain('kept-box')
  })
})

describe('two servers on one folder', () => {
  const lock = () => `${worlds()}.lock`
  const said: string[] = []
  const open = (patienceMs: number) =>
    diskStore(cache, { warn: (sentence) => said.push(sentence), now: () => testStart, patienceMs })

  beforeEach(async () => {
    said.length = 0
    await mkdir(worlds(), { recursive: true })
  })

  it('do not overwrite each other: the second forgets, and says so', async () => {
    await writeFile(lock(), `${process.ppid}`)
    const sandbox = openTestSandbox({ store: await open(0) })
    expect((await sandbox.client('sandbox-lab').create({ name: 'my-box' })).status).toBe(201)
    await sandbox.flush()
    expect(await files()).toEqual([])
    expect(said).toEqual([
      `Another server (process ${process.ppid}) keeps its worlds in ${worlds()}. End it, or set HATTERAS_CACHE to another folder. What you do in the sandbox is forgotten when this server ends.`,
    ])
  })

  it('follow each other: the second waits for the first to end', async () => {
    await writeFile(lock(), `${process.ppid}`)
    const opening = open(60_000)
    await rm(lock())
    const store = await opening
    expect(said).toEqual([])
    expect(await readFile(lock(), 'utf8')).toBe(`${process.pid}`)
    await store.close()
    expect(await readdir(join(cache, 'sandbox'))).toEqual(['worlds'])
  })

  it.each([
    ['has ended', '999999999', 0],
    ['was before the machine was started', `${process.ppid}`, 1],
    ['left nothing that makes sense', 'x', 0],
  ])('take over from one that %s', async (_, text, seconds) => {
    await writeFile(lock(), text)
    if (seconds > 0) await utimes(lock(), seconds, seconds)
    await open(0)
    expect(said).toEqual([])
    expect(await readFile(lock(), 'utf8')).toBe(`${process.pid}`)
  })
})
