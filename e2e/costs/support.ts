import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { region } from '../support/fixtures.ts'

/** The line of the breakdown that begins with a name. */
export const lineOf = (page: Page, name: string) =>
  region(page, 'Breakdown')
    .getByRole('row')
    .filter({ has: page.getByText(name, { exact: true }) })

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

/** Where each tile of the picture stands, by what it is called. */
export const tileBoxes = async (page: Page) => {
  const boxes = await region(page, 'Now').getByRole('checkbox').all()
  return Promise.all(
    boxes.map(async (box) => ({
      name: await box.getAttribute('aria-label'),
      place: await box.boundingBox(),
    })),
  )
}
