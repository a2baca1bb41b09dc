import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import type { Locator, Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

declare global {
  interface Window {
    axe?: { run: (context: Document | Element, options: RunOptions) => Promise<AxeResults> }
  }
}

/** The small form of axe, read once by a page: reading takes longer than all that it looks at. */
const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** What axe is to look at: everything, or the colours alone, by the plain rule or by that of 7:1. */
export type AxeScope = 'all' | 'colours' | 'much-contrast'

/** What axe finds, as sentences. Where something is open over the page, the colours are those of that alone. */
export const axeFindings = async (page: Page, scope: AxeScope, over?: Locator): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return page.evaluate(
    async ({ scope, over }) => {
      const look = async (context: Document | Element, options: RunOptions) => {
        // Without a list of all that is well: half the time.
        const results = await window.axe?.run(context, { resultTypes: ['violations'], ...options })
        return results?.violations
      }
      const rule = scope === 'much-contrast' ? 'color-contrast-enhanced' : 'color-contrast'
      const colours: RunOptions = { runOnly: { type: 'rule', values: [rule] } }
      const ofPage =
        scope === 'all'
          ? await look(document, { rules: { 'color-contrast': { enabled: over === null } } })
          : []
      const ofColours = scope !== 'all' || over !== null ? await look(over ?? document, colours) : []
      if (ofPage === undefined || ofColours === undefined) return ['axe has not looked']
      return [...ofPage, ...ofColours].map(
        ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
      )
    },
    { scope, over: over === undefined ? null : await over.elementHandle() },
  )
}
