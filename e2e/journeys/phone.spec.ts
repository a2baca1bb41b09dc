import type { Page } from '@playwright/test'
import * as z from 'zod/mini'

import { expect, rowOf, signIn, test } from '../support/fixtures.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

const expectLegibleNames = async (page: Page) => {
  const name = page.getByRole('table', { name: 'Instances' }).getByRole('link').first()
  await expect(name).toBeVisible()
  const { width, isCut } = await name.evaluate((link) => ({
    width: link.clientWidth,
    isCut: link.scrollWidth > link.clientWidth,
  }))
  expect(width > 100 || !isCut, `${width} px wide, cut: ${isCut}`).toBe(true)
}

test('on a phone the names of a fleet can be read, grouped or not, and the palette is no wider', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await expectLegibleNames(page)
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog')
  await expect(palette).toBeVisible()
  expect((await palette.boundingBox())?.width).toBeLessThanOrEqual(390)
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
  await page.goto('/instances?group=owner')
  await expectLegibleNames(page)
})

test.describe('a huge fleet', () => {
  test.use({ scenario: 'huge' })
  test('has names that can be read on a phone', async ({ page, sandbox }) => {
    await signIn(page, sandbox.key)
    await expectLegibleNames(page)
  })
})

test('a row says what is urgent under its name, eight are in sight, and boxes come when they are asked for', async ({
  page,
  sandbox,
}) => {
  await sandbox.plant([
    { name: 'full-one', flavor: 'rstudioserver', n_vcpus: 64 },
    { name: 'far-one', reachable: false, n_vcpus: 32 },
    { name: 'cold-one', state: 'exited' },
    ...Array.from({ length: 9 }, (_, index) => ({ name: `plain-${index}` })),
  ])
  const { uuid } = z.parse(z.object({ uuid: z.string() }), await sandbox.api('get', '/instance/full-one/'))
  await sandbox.faults([
    {
      path: `/api/instance/${uuid}/stats/`,
      status: 200,
      body: {
        cpu_percent: 12,
        mem_used_gib: 14.72,
        mem_total_gib: 16,
        disk_used_gib: 1,
        disk_total_gib: 100,
      },
    },
  ])
  await signIn(page, sandbox.key)
  const asSeen = { useInnerText: true }
  await expect(rowOf(page, 'full-one')).toContainText('mem 92 % · RStudio', asSeen)
  await expect(rowOf(page, 'full-one')).toContainText('12 %', asSeen)
  await expect(rowOf(page, 'far-one')).toContainText('no answer · Base', asSeen)
  await expect(rowOf(page, 'cold-one')).toContainText('disk', asSeen)
  // The dearest piece of the bar of the fleet.
  await expect(page.locator('span[title="full-one"]')).toBeVisible()

  const table = page.getByRole('table', { name: 'Instances' })
  const bar = (await page.getByRole('navigation', { name: 'Main' }).boundingBox())?.y ?? 0
  const ends = await table
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().bottom))
  expect(ends.filter((end) => end <= bar).length).toBeGreaterThanOrEqual(8)

  const box = page.getByRole('checkbox', { name: 'Select full-one' })
  const name = rowOf(page, 'full-one').getByRole('link', { name: 'full-one', exact: true })
  const place = await name.boundingBox()
  await expect(box).toBeHidden()
  await page.getByRole('button', { name: 'Select instances' }).click()
  // Down to the narrowest phones a box lies on no name.
  for (const width of [320, 345, 360, 390]) {
    await page.setViewportSize({ width, height: 844 })
    const [boxed, named] = [await box.locator('..').boundingBox(), await name.boundingBox()]
    expect((boxed?.x ?? 0) + (boxed?.width ?? 0), `at ${width} px`).toBeLessThanOrEqual(named?.x ?? 0)
  }
  await box.check()
  expect(await name.boundingBox()).toEqual(place)
  const selected = page.getByRole('toolbar', { name: 'Selected instances' })
  await expect(selected).toContainText('1 instance selected')
  await page.getByRole('button', { name: 'Select instances' }).click()
  await expect(box).toBeHidden()
  await expect(selected).toHaveCount(0)
})

test('Back closes what is open, and keeps the page with what was typed in it', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/costs')
  await page.getByRole('link', { name: 'Instances' }).first().click()
  await rowOf(page, 'rna-atlas').getByRole('button', { name: 'Actions for rna-atlas' }).click()
  await page.getByRole('menuitem', { name: 'Stop' }).click()
  const stop = page.getByRole('dialog', { name: 'Stop instance' })
  await expect(stop).toBeVisible()
  await stop.getByRole('button', { name: 'Cancel' }).click()
  await expect(stop).toBeHidden()

  await page.getByRole('link', { name: 'Create instance' }).click()
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('typed-on-the-train')
  await page.getByRole('button', { name: 'Search or run' }).click()
  const palette = page.getByRole('dialog')
  await expect(palette).toBeVisible()
  await page.goBack()
  await expect(palette).toBeHidden()
  await expect(page).toHaveURL('/instances/new')
  await expect(name).toHaveValue('typed-on-the-train')

  // A dialog that was closed, or that led to another page, is no stop on the way back.
  await page.getByRole('button', { name: 'Search or run' }).click()
  await page.getByRole('combobox').fill('activity')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/activity')
  await page.goBack()
  await expect(page).toHaveURL('/instances/new')
  await page.goForward()
  await expect(page).toHaveURL('/activity')
  await page.goBack()
  await expect(page).toHaveURL('/instances/new')
  await expect(name).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL('/instances')
  await page.goBack()
  await expect(page).toHaveURL('/costs')
})
