// How long a reading keeps the main thread of a slow machine busy that is drawn into three charts of a whole day.
import { openRound, settle } from './slow-page.mjs'

const day = 24 * 3_600_000
/** As close together as readings come: 28,800 of them. */
const apart = 3000

/** Stores a day of readings of an instance, as if its page had been open for so long. */
const rememberDay = (page, name) =>
  page.evaluate(
    async ([wanted, span, step]) => {
      const done = (request) =>
        new Promise((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result))
          request.addEventListener('error', reject)
        })
      const db = await done(indexedDB.open('hatteras'))
      const rows = await done(db.transaction('names').objectStore('names').getAll())
      const { connection, uuid } = rows.find((row) => row.name === wanted)
      const samples = db.transaction('samples', 'readwrite').objectStore('samples')
      const now = Date.now()
      for (let at = now - span; at < now; at += step) {
        const wave = Math.sin(at / 600_000)
        const use = {
          cpu: 50 + 45 * wave,
          memUsed: 20 + 4 * wave,
          memTotal: 64,
          diskUsed: 90,
          diskTotal: 500,
        }
        samples.put({ connection, uuid, at, ...use })
      }
      await new Promise((resolve) => samples.transaction.addEventListener('complete', resolve))
      db.close()
    },
    [name, day, apart],
  )

const measure = async (browser, target, showsFunctions) => {
  const round = { key: 'sandbox-lab-charts', path: '/instances', showsFunctions }
  const { page, figures, slowDown, step, close } = await openRound(browser, target, round)
  await page.getByRole('link', { name: 'rna-atlas', exact: true }).waitFor()
  await page.waitForTimeout(3000)
  await rememberDay(page, 'rna-atlas')
  await slowDown()
  const charts = page.getByRole('slider')
  await step('the page opened', async () => {
    await page.goto(`${target.origin}/instances/rna-atlas?window=24h`)
    await charts.nth(2).waitFor()
    await settle(page)
  })
  const reading = async () => {
    const response = await page.waitForResponse((answer) => answer.url().endsWith('/stats/'))
    await response.finished()
    await settle(page)
  }
  await reading()
  await step('two readings drawn', async () => {
    await reading()
    await reading()
  })
  await close()
  return figures
}

/** Opens the measurement of one target: returns a function that makes one round of it. */
export const openCharts = (browser, target, showsFunctions) => () => measure(browser, target, showsFunctions)
