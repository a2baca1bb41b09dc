import type { Page } from '@playwright/test'
import * as z from 'zod/mini'

const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

/** A line of the record without whose it is. Times are ms since the epoch. */
export interface Line {
  at: number
  uuid: string
  name: string
  kind: 'did' | 'saw'
  [field: string]: unknown
}

const marimo = { flavor: 'marimo', resource_type: 'container', distro: null }
const effect = (dollars: number, unknown: string[] = []) => ({
  effect: { known: `${Math.round(dollars * 1e9)}`, unknown },
})
const state = (from: string, to: string) => ({ change: { of: 'state', from, to } })
const size = (n_vcpus: number, mem_gib: number, disk_size_gib = 100) => ({ n_vcpus, mem_gib, disk_size_gib })

/** The lines of one happening: what was asked for, unless it was only seen, and each change so many seconds later. */
const lines = (
  name: string,
  at: number,
  asked: Record<string, unknown> | null,
  changes: readonly (readonly [seconds: number, fields: Record<string, unknown>])[],
): Line[] => [
  ...(asked === null ? [] : [{ at, uuid: `uuid-of-${name}`, name, kind: 'did' as const, asked }]),
  ...changes.map(([seconds, fields]) => ({
    at: at + seconds * SECOND,
    uuid: `uuid-of-${name}`,
    name,
    kind: 'saw' as const,
    environment: marimo,
    ...fields,
  })),
]

const started = (name: string, at: number, seconds: number, dollars: number): Line[] =>
  lines(name, at, { action: 'restart' }, [
    [1, { ...state('exited', 'provisioning'), ...effect(dollars) }],
    [seconds, state('provisioning', 'running')],
  ])
const stopped = (name: string, at: number, seconds: number, dollars: number): Line[] =>
  lines(name, at, { action: 'stop' }, [[seconds, { ...state('running', 'exited'), ...effect(-dollars) }]])
const there = (vcpus: number, memory: number) => ({
  change: { of: 'there', state: 'provisioning', size: size(vcpus, memory) },
})

/** Two days as a lab has them: of each kind one, done and seen, cheap and dear, in time, overdue and failed. */
const twoDays = (now: number): Line[] => {
  const ago = (minutes: number) => now - minutes * MINUTE
  return [
    lines('star-index', ago(5), null, [
      [0, { ...there(16, 64), ...effect(0.45) }],
      [112, { ...state('provisioning', 'error'), ...effect(-0.45) }],
    ]),
    lines('brave-box-979', ago(13), { action: 'create' }, [[1, { ...there(4, 16), ...effect(0.105) }]]),
    lines('rna-atlas', ago(25), { action: 'resize' }, [
      [3, { change: { of: 'size', from: size(8, 32), to: size(16, 64) }, ...effect(0.28) }],
    ]),
    lines('tutorial-marimo', ago(30), { action: 'create' }, [
      [1, { ...there(4, 16), ...effect(0.105) }],
      [36, state('provisioning', 'running')],
    ]),
    started('rna-atlas', ago(40), 41, 0.28),
    stopped('rna-atlas', ago(46), 12, 0.28),
    lines('variant-calls', ago(110), null, [
      [
        0,
        { ...there(64, 256), ...effect(2.34, ['sentieon']), environment: { ...marimo, flavor: 'genomics' } },
      ],
      [44, state('provisioning', 'running')],
    ]),
    lines('gateway', ago(190), { action: 'openPort', port: 443 }, [
      [1, { change: { of: 'ports', opened: [443], closed: [] } }],
    ]),
    started('llama-tune', ago(230), 52, 1.25),
    lines('blast-run-4', ago(14 * 60), { action: 'delete' }, [
      [2, { ...state('running', 'deleted'), ...effect(-1.25) }],
    ]),
    stopped('dev-server', ago(16 * 60), 18, 0.12),
    lines('lab-notebook', ago(17 * 60), null, [
      [0, { change: { of: 'size', from: size(16, 100), to: size(8, 100) }, ...effect(-0.345) }],
    ]),
    lines('qc-dashboard', ago(22 * 60), { action: 'rename', to: 'qc-dashboard' }, [
      [1, { change: { of: 'name', from: 'geo-qc-test', to: 'qc-dashboard' } }],
    ]),
  ].flat()
}

/** How many happenings there were on each day before: done here, seen, failed. */
const before: readonly (readonly [own: number, seen: number, failed: number])[] = [
  [3, 1, 0],
  [8, 3, 0],
  [4, 2, 0],
  [3, 1, 0],
  [6, 2, 0],
  [2, 2, 0],
  [5, 1, 0],
  [0, 0, 0],
  [0, 0, 0],
  [2, 0, 0],
  [4, 2, 0],
  [3, 1, 0],
  [7, 2, 1],
  [1, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
  [3, 2, 0],
  [2, 1, 0],
  [6, 1, 0],
  [4, 2, 0],
]

const daysBefore = (now: number): Line[] => {
  // Around noon, so that what belongs to a day stays in it whenever the test runs.
  const noon = new Date(now).setHours(12, 0, 0, 0)
  return before.flatMap(([own, seen, failed], index) => {
    const at = (number: number) => noon - (index + 2) * DAY - number * 20 * MINUTE
    return [
      ...Array.from({ length: own }, (_, number) => stopped(`box-${number}`, at(number), 12, 0.2)),
      ...Array.from({ length: seen }, (_, number) =>
        lines(`box-${number}`, at(number) - 10 * MINUTE, null, [
          [0, { ...state('exited', 'running'), ...effect(0.2) }],
        ]),
      ),
      ...Array.from({ length: failed }, (_, number) =>
        lines(`box-${number}`, at(number), { action: 'restart', refused: 422 }, []),
      ),
    ].flat()
  })
}

/** A record of many days up to now (ms since the epoch). */
export const manyDays = (now: number): Line[] => [...twoDays(now), ...daysBefore(now)]

/** The account that the page is signed in to. */
export const accountOf = async (page: Page): Promise<string> => {
  const current = await page.evaluate(() => sessionStorage.getItem('hatteras:current') ?? '""')
  return z.parse(z.string(), JSON.parse(current))
}

/** Has the page, which is signed in, take in a file by the app's own import. */
export const importFile = async (page: Page, file: unknown) => {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('File to import').setInputFiles({
    name: 'record.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  })
  await page
    .getByText(/entr(y|ies) imported/)
    .first()
    .waitFor()
}

/** Has the page, which is signed in, take in a record, and shows it. */
export const importRecord = async (page: Page, record: (now: number) => readonly Line[]) => {
  const connection = await accountOf(page)
  const now = await page.evaluate(() => Date.now())
  const activity = record(now).map((line, index) => Object.assign(line, { connection, id: `line-${index}` }))
  await importFile(page, { app: 'hatteras', format: 1, settings: {}, database: { activity } })
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click()
  await page.getByRole('searchbox', { name: 'Search activity' }).waitFor()
}
