import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
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

const start = async () => {
  const sandbox = openTestSandbox({ store: await diskStore(cache, { warn, now: () => testStart }) })
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
      const second = await start()
      expect((await second.client.list()).map(({ name }) => name)).not.toContain('lost-box')
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
})
