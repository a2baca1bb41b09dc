import { readFile } from 'node:fs/promises'

import { expect, signIn, test } from '../support/fixtures.ts'

test('what is selected is exported as CSV, without any secret', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?sort=name')
  for (const name of ['rna-atlas', 'dev-server']) await page.getByLabel(`Select ${name}`).check()
  const download = page.waitForEvent('download')
  await page
    .getByRole('toolbar', { name: 'Selected instances' })
    .getByRole('button', { name: 'Export' })
    .click()
  expect((await download).suggestedFilename()).toBe('instances.csv')
  const text = await readFile(await (await download).path(), 'utf8')
  const lines = text.trimEnd().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain('name,uuid,state')
  expect(lines[1]).toMatch(/^dev-server,.*,shut_off,vm,/)
  expect(lines[2]).toMatch(/^rna-atlas,.*,running,container,/)
  expect(text).not.toContain('password')
})
