import { readFile } from 'node:fs/promises'

import type { APIRequestContext, Page } from '@playwright/test'

import { expect } from '../support/fixtures.ts'

export const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** The line of the breakdown that begins with a name. */
export const lineOf = (page: Page, name: string) =>
  region(page, 'Breakdown')
    .getByRole('row')
    .filter({ has: page.getByText(name, { exact: true }) })

/** Plants another fleet in the world of a key. Fields left out have the sandbox's own defaults. */
export const seed = async (request: APIRequestContext, key: string, instances: readonly object[]) => {
  const headers = { Authorization: `Bearer ${key}` }
  const response = await request.post('/__sandbox/seed', { headers, data: { instances } })
  expect(response.ok()).toBe(true)
}

/** Chooses an entry of the Export menu; answers the file's name and its rows by column. None of its cells holds a comma. */
export const exported = async (page: Page, entry: string) => {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: entry }).click()
  const download = await downloading
  const text = await readFile(await download.path(), 'utf8')
  const [head = [], ...rows] = text
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
  return {
    file: download.suggestedFilename(),
    rows: rows.map((row) => new Map(head.map((column, index) => [column, row[index] ?? '']))),
  }
}
