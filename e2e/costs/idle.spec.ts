import { expect, expectAccessible, region, signIn, test } from '../support/fixtures.ts'

test('what runs but idles is told with what it costs, and leads to where it can be stopped', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/costs')
  // As if its page had been open for forty minutes: who it is, this browser knows by itself.
  const remember = () =>
    page.evaluate(async () => {
      const databases = await indexedDB.databases()
      if (databases.every(({ name }) => name !== 'hatteras')) return false
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result))
          request.addEventListener('error', reject)
        })
      const database = await done(indexedDB.open('hatteras'))
      const store = (name: string) => database.transaction(name, 'readwrite').objectStore(name)
      const names: { connection: string; uuid: string; name: string }[] = await done(store('names').getAll())
      const idler = names.find(({ name }) => name === 'llama-tune')
      if (idler !== undefined)
        for (let minute = 0; minute <= 40; minute += 2) {
          const { connection, uuid } = idler
          const at = Date.now() - minute * 60_000
          const use = { cpu: 2, memUsed: 1, memTotal: 96, diskUsed: 1, diskTotal: 1000 }
          await done(store('samples').put({ connection, uuid, at, ...use }))
        }
      database.close()
      return idler !== undefined
    })
  await expect.poll(remember).toBe(true)
  await page.reload()

  await expect(region(page, 'Now')).toContainText('idle $1.250')
  await expect(region(page, 'Now').getByRole('listitem').filter({ hasText: 'llama-tune' })).toContainText(
    /RTX\s5090 · idle \d+\smin/,
  )
  const finding = region(page, 'Findings').getByRole('listitem').first()
  await expect(finding).toContainText(/llama-tune\s*idle \d+\smin/)
  await expect(finding).toContainText('≈ $840 / month')
  await expectAccessible(page)
  await finding.getByRole('link', { name: 'Open llama-tune' }).click()
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible()
})
