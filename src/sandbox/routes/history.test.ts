import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { openTestSandbox, type TestClient } from '../test-client.ts'

const connection = 'c-0123456789abcdef01234567'
const path = `/__sandbox/history?connection=${connection}`

const row = z.looseObject({ connection: z.literal(connection) })
const fileSchema = z.strictObject({
  app: z.literal('hatteras'),
  format: z.literal(1),
  exportedAt: z.string(),
  settings: z.strictObject({}),
  database: z.strictObject({
    samples: z.array(row),
    names: z.array(row),
    activity: z.array(row),
    ledger: z.array(row),
  }),
})

const textOf = async (client: TestClient) => (await client.send('GET', path)).text()
const historyOf = async (client: TestClient) => z.parse(fileSchema, JSON.parse(await textOf(client)))

describe('GET /__sandbox/history', () => {
  it('wants a key of the sandbox, and to know what the app calls the account', async () => {
    const sandbox = openTestSandbox()
    expect((await sandbox.client('sandbox-expired').ask('GET', path)).status).toBe(401)
    expect((await sandbox.client('another').ask('GET', path)).status).toBe(401)
    const { ask } = sandbox.client('sandbox-lab')
    expect((await ask('GET', '/__sandbox/history')).status).toBe(400)
    expect((await ask('GET', '/__sandbox/history?connection=a%20b')).status).toBe(400)
    expect((await ask('GET', path)).status).toBe(200)
  })

  it('is a file of the app for the account that was named, small enough to be read at once', async () => {
    const text = await textOf(openTestSandbox().client('sandbox-lab'))
    expect(fileSchema.safeParse(JSON.parse(text)).success).toBe(true)
    expect(text.length).toBeLessThan(1_500_000)
  })

  it('is the same whenever the world’s clock is', async () => {
    const [one, other] = [openTestSandbox(), openTestSandbox()]
    for (const sandbox of [one, other]) await sandbox.client('sandbox-lab').list()
    one.pass(600)
    await other.client('sandbox-lab').control('advance', { seconds: 600 })
    expect(await textOf(one.client('sandbox-lab'))).toBe(await textOf(other.client('sandbox-lab')))
  })

  it('tells the same of the past later on', async () => {
    const sandbox = openTestSandbox()
    const client = sandbox.client('sandbox-lab')
    const before = (await historyOf(client)).database
    sandbox.pass(7 * 3600)
    const after = (await historyOf(client)).database
    expect(after.activity).toEqual(before.activity)
    const ofInstances = ({ ledger }: typeof before) => ledger.filter(({ kind }) => kind === 'instance')
    expect(ofInstances(after)).toEqual(ofInstances(before))
  })

  it('holds no secret', async () => {
    const client = openTestSandbox().client('sandbox-lab')
    const { json } = await client.ask('GET', '/api/instance/')
    const text = await textOf(client)
    const passwords = z.parse(z.array(z.object({ original_ccloud_password: z.string() })), json)
    for (const { original_ccloud_password: password } of passwords) expect(text).not.toContain(password)
    expect(text).not.toContain('sandbox-lab')
  })

  it.each(['sandbox-empty', 'sandbox-huge', 'sandbox-live'])('has nothing to tell in %s', async (key) => {
    const { database } = await historyOf(openTestSandbox().client(key))
    expect(database).toEqual({ samples: [], names: [], activity: [], ledger: [] })
  })

  it('tells of a fleet that a test planted only what it can know', async () => {
    const client = openTestSandbox().client('sandbox-lab')
    await client.control('seed', { instances: [{ name: 'rna-atlas', age_seconds: 7200 }] })
    const { database } = await historyOf(client)
    expect(database.names).toMatchObject([{ name: 'rna-atlas', formerNames: [] }])
    expect(database.activity).toMatchObject([{ kind: 'saw', change: { of: 'there', state: 'running' } }])
  })
})
