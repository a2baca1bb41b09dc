// node scripts/bench/charts.mjs [origin] [--functions]: how long a reading keeps the main thread of a slow machine busy that is drawn into
// three charts of a whole day.
import {
  functionsDuring,
  openApp,
  openSlowPage,
  printFunctions,
  settle,
  slowdown,
  taskText,
  tasksDuring,
} from './slow-page.mjs'

const given = process.argv.slice(2)
const app = await openApp(given.find((text) => text.startsWith('http')))
const day = 24 * 3_600_000
const apart = 10_000

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

const slow = await openSlowPage(app.origin, `sandbox-charts-${Date.now()}`, '/instances')
try {
  const { page } = slow
  await page.getByRole('link', { name: 'rna-atlas' }).waitFor()
  await page.waitForTimeout(3000)
  await rememberDay(page, 'rna-atlas')
  await page.goto(`${app.origin}/instances/rna-atlas?window=24h`)
  await page.getByRole('slider', { name: /^CPU/ }).waitFor()
  await settle(page)
  const reading = async () => {
    await page.waitForResponse((response) => response.url().endsWith('/stats/'))
    await settle(page)
  }
  await reading()
  console.log(`At ${slowdown} times the time:`)
  for (let index = 0; index < 3; index += 1)
    console.log(`a reading into three charts of a day: ${taskText(await tasksDuring(slow, reading))}`)
  if (given.includes('--functions')) printFunctions(await functionsDuring(slow, reading))
} finally {
  await slow.stop()
  app.stop()
}
