import type { Page } from '@playwright/test'

import { expect, keepReading, region, rowOf, signIn, test } from '../support/fixtures.ts'

/** As a translator in the browser does, and harder: every text goes into elements of the translator's, and so does each that comes. */
const translate = (page: Page) =>
  page.evaluate(() => {
    const wrap = (text: Text) => {
      if (text.data.trim() === '' || text.parentElement?.closest('script, style, font') !== null) return
      const inner = document.createElement('font')
      inner.textContent = text.data
      const outer = document.createElement('font')
      outer.append(inner)
      text.replaceWith(outer)
    }
    const wrapAll = (root: Node) => {
      const texts: Text[] = []
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode())
        if (node instanceof Text) texts.push(node)
      for (const text of texts) wrap(text)
    }
    wrapAll(document.body)
    const observer = new MutationObserver((records) => {
      for (const { addedNodes, target } of records) for (const node of [target, ...addedNodes]) wrapAll(node)
    })
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  })

test('translated pages go on: figures change, and a stop can be confirmed', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  const row = rowOf(page, 'rna-atlas')
  await expect(row.locator('[data-state]')).toHaveText('Running')
  await expect(region(page, 'Notices')).toBeAttached()
  for (const kept of [row.getByRole('link').first(), row.locator('[data-state]')])
    await expect(kept).toHaveAttribute('translate', 'no')
  await translate(page)
  await expect(row.locator('font').first()).toBeAttached()
  await keepReading(page)

  const total = page.getByRole('main').getByRole('link', { name: /\/ month/ })
  const before = (await total.textContent()) ?? ''
  await sandbox.api('post', '/instance/rna-atlas/stop/')
  await sandbox.advance(5)
  await expect(row.locator('[data-state]')).toHaveText('Stopped')
  await expect(total).not.toHaveText(before)
  await expect(total).toHaveText(/^(?:from)?≈?.?\$[\d.,]+\/ h≈.\$[\d,]+ \/ month$/)

  await rowOf(page, 'tutorial-marimo').getByRole('link', { name: 'tutorial-marimo', exact: true }).click()
  const state = page.locator('header [data-state]')
  await expect(state).toHaveText('Running')
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('translate', 'no')
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  const stop = page.getByRole('dialog', { name: 'Stop instance' })
  await stop.getByRole('button', { name: 'Stop instance' }).click()
  await expect(stop).toBeHidden()
  await expect(state).toHaveText('Stopping')
  await sandbox.advance(5)
  await expect(state).toHaveText('Stopped')
  await expect(region(page, 'Cost')).toContainText('for its disk')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('tutorial-marimo')

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Costs' }).click()
  const now = region(page, 'Cost now')
  await expect(now).toContainText('/ month')
  const costs = (await now.textContent()) ?? ''
  await sandbox.api('post', '/instance/protein-folding/stop/')
  await sandbox.advance(5)
  await expect(now).not.toHaveText(costs)
  await expect(now).toHaveText(/^(?:from)?\$[\d.]+\/ h≈.\$[\d,]+ \/ month/)
})
