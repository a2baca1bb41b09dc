import { expect, type Page } from '@playwright/test'
import * as z from 'zod/mini'

const rowsSchema = z.array(z.looseObject({}))
const namesSchema = z.array(z.object({ connection: z.string(), uuid: z.string(), name: z.string() }))

/** All rows of a store of this browser's database, after `put` has been put into it; none while there is no database. */
export const rowsOf = async (page: Page, store: string, put: readonly unknown[] = []) =>
  z.parse(
    rowsSchema,
    await page.evaluate(
      async ([name, rows]) => {
        const done = <T>(request: IDBRequest<T>) =>
          new Promise<T>((resolve, reject) => {
            request.addEventListener('success', () => resolve(request.result))
            request.addEventListener('error', reject)
          })
        // Opening a database that is not there yet would make an empty one.
        const databases = await indexedDB.databases()
        if (databases.every((one) => one.name !== 'hatteras')) return []
        const db = await done(indexedDB.open('hatteras'))
        const opened = db.transaction(name, 'readwrite').objectStore(name)
        await Promise.all(rows.map((row) => done(opened.put(row))))
        const found: unknown[] = await done(opened.getAll())
        db.close()
        return found
      },
      [store, put] as const,
    ),
  )

/** Of llama-tune, as if its page had been open for so long: a CPU of a few per cent and nearly no memory, from now backwards. */
export const rememberIdle = async (page: Page, { minutes, step }: { minutes: number; step: number }) => {
  const idler = async () =>
    z.parse(namesSchema, await rowsOf(page, 'names')).find(({ name }) => name === 'llama-tune')
  await expect.poll(idler).toBeDefined()
  const { connection, uuid } = (await idler()) ?? { connection: '', uuid: '' }
  const now = await page.evaluate(() => Date.now())
  const use = { cpu: 2, memUsed: 1, memTotal: 96, diskUsed: 1, diskTotal: 1000 }
  const samples = Array.from({ length: Math.floor(minutes / step) + 1 }, (_, index) => ({
    connection,
    uuid,
    at: now - index * step * 60_000,
    ...use,
  }))
  await rowsOf(page, 'samples', samples)
}
