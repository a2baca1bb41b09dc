import type { Page } from '@playwright/test'

import { newKey } from '../session/accounts.ts'
import { expect, rowOf, Sandbox, signInByHand, test } from '../support/fixtures.ts'

import { ownSandboxWorld, region } from './steps.ts'

const main = (page: Page) => page.getByRole('navigation', { name: 'Main' })

/** How many readings a row's line of the last hour is drawn by: it has a slot for each minute. */
const pointsOf = async (page: Page, name: string) => {
  const line = await rowOf(page, name).locator('svg path[fill="none"][stroke-width="1.3"]').getAttribute('d')
  return line?.match(/[ML]/g)?.length ?? 0
}

const asksForPast = (page: Page) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/__sandbox/')) asked.push(new URL(request.url()).pathname)
  })
  return asked
}

test('the sandbox key shows a week at first sight: an hour of use, what happened, and what the month comes to', async ({
  page,
  sandbox,
}) => {
  await ownSandboxWorld(page, sandbox)
  await page.goto('/')
  await page.getByRole('button', { name: 'Use sandbox key' }).click()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await expect.poll(() => pointsOf(page, 'rna-atlas')).toBeGreaterThan(50)
  await expect(rowOf(page, 'llama-tune')).toContainText('idle 9 h')

  await test.step('a day of an instance', async () => {
    await page.goto('/instances/rna-atlas?window=24h')
    const curve = region(page, 'Live usage').locator('path.recharts-area-curve').first()
    const points = async () => (await curve.getAttribute('d'))?.match(/[MLC]/g)?.length ?? 0
    await expect.poll(points).toBeGreaterThan(50)
  })

  await test.step('what happened', async () => {
    await main(page).getByRole('link', { name: 'Activity' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
    const entry = (name: string) => page.getByRole('listitem').filter({ hasText: name })
    await expect(entry('star-index')).toContainText('Failed while starting')
    await expect(entry('workshop-b').filter({ hasText: 'Deleted' })).toBeVisible()
    await expect(entry('rna-atlas').filter({ hasText: '8 → 16 vCPU' })).toBeVisible()
  })

  await test.step('what the month comes to', async () => {
    await main(page).getByRole('link', { name: 'Costs' }).click()
    await expect(region(page, 'This month')).toContainText(/\$\d[\d,.]*/)
  })
})

test('a reload in the middle of it loses nothing', async ({ page, sandbox }) => {
  await ownSandboxWorld(page, sandbox)
  // The first answer never comes.
  await page.route('**/__sandbox/history**', () => undefined, { times: 1 })
  await page.goto('/')
  const asked = page.waitForRequest('**/__sandbox/history**')
  await page.getByRole('button', { name: 'Use sandbox key' }).click()
  await asked
  await page.reload()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await expect.poll(() => pointsOf(page, 'rna-atlas')).toBeGreaterThan(50)
})

test('without a past there is nothing to miss: for a key that was typed, and where it cannot be had', async ({
  page,
  sandbox,
}) => {
  const expectNoActivity = async () => {
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await main(page).getByRole('link', { name: 'Activity' }).click()
    await expect(page.getByText('No activity yet', { exact: true })).toBeVisible()
  }
  await test.step('a key that was typed gets no past', async () => {
    const asked = asksForPast(page)
    await signInByHand(page, sandbox.key)
    await expectNoActivity()
    expect(asked).toEqual([])
  })

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Use sandbox key' })).toBeVisible()

  await test.step('a past that cannot be had is not missed', async () => {
    await ownSandboxWorld(page, new Sandbox(page.request, newKey('lab')))
    await page.route('**/__sandbox/**', (route) => route.fulfill({ status: 500, body: 'No.' }))
    const refused = page.waitForResponse('**/__sandbox/**')
    await page.getByRole('button', { name: 'Use sandbox key' }).click()
    await refused
    await main(page).getByRole('link', { name: 'Instances' }).click()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expectNoActivity()
  })
})
