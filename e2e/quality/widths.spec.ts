import type { Locator, Page } from '@playwright/test'

import { expect, region, rowOf, signIn, test } from '../support/fixtures.ts'
import { goTo } from '../support/go-to.ts'
import { sidewaysScrollers } from './sideways.ts'

const sizeOf = async (part: Locator) => {
  const box = await part.boundingBox()
  if (box === null) throw new Error('It is not shown.')
  return { ...box, right: box.x + box.width, bottom: box.y + box.height }
}

const setWidth = (page: Page, width: number) => page.setViewportSize({ width, height: 844 })

test('a wide screen and a laptop have room for all, and one page begins and acts where the other does', async ({
  page,
  sandbox,
}) => {
  await setWidth(page, 2560)
  await signIn(page, sandbox.key)
  const link = (name: string) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name })
  const openInstance = async (name: string) => {
    await link('Instances').click()
    await rowOf(page, name).getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  }

  await test.step('every page begins at the same left edge on a wide screen, and the web apps use its width', async () => {
    const lefts = new Set<number>()
    for (const title of ['Instances', 'Web apps', 'Costs', 'Activity', 'Settings']) {
      await link(title).click()
      const heading = page.getByRole('heading', { name: title, level: 1 })
      lefts.add((await sizeOf(heading)).x)
      if (title !== 'Web apps') continue
      const action = page.getByRole('link', { name: /^New notebook/ })
      expect((await sizeOf(action)).right).toBeGreaterThan(2500)
    }
    expect([...lefts]).toHaveLength(1)
  })

  await test.step('on a laptop of 1366 px nothing that is chosen from is cut or broken', async () => {
    await setWidth(page, 1366)
    await link('Instances').click()
    await page.getByRole('link', { name: 'Create instance' }).first().click()
    const card = (name: string) => page.getByRole('radio', { name, exact: true }).locator('..')
    const { height } = await sizeOf(card('Base'))
    for (const name of ['Genomics', 'Marimo, data science'])
      expect((await sizeOf(card(name))).height).toBe(height)
    expect(height).toBeLessThan(120)

    await openInstance('rna-atlas')
    const tabs = page.getByRole('radiogroup', { name: 'Ways to connect' })
    await expect(tabs).toBeVisible()
    const cut = await tabs
      .locator('label span')
      .evaluateAll((words) => words.filter((word) => word.scrollWidth > word.clientWidth).length)
    expect(cut).toBe(0)
  })

  await test.step('Restart stands where it does on a running instance on one that failed', async () => {
    const restart = page.getByRole('main').getByRole('button', { name: /^Restart/ })
    const { x } = await sizeOf(restart)
    await openInstance('star-index')
    expect((await sizeOf(restart)).x).toBe(x)
  })
})

test('a phone cuts nothing off and lays nothing over another', async ({ page, sandbox }) => {
  await setWidth(page, 390)
  await signIn(page, sandbox.key, '/instances/brave-box-979')

  await test.step('“now” gives way to the end of the axis, and the age does not stand alone', async () => {
    const now = await sizeOf(page.getByText('now', { exact: true }))
    const end = await sizeOf(page.getByText(/^1\d:00$/))
    expect(now.right).toBeLessThanOrEqual(end.right - 28)
    const state = await sizeOf(page.getByRole('main').getByText('Starting', { exact: true }).first())
    const age = await sizeOf(page.getByText(/^1\d\smin$/))
    expect(age.y).toBeLessThan(state.bottom)
  })

  await setWidth(page, 360)
  await test.step('the whole address of a port is shown', async () => {
    await goTo(page, '/instances/gateway')
    const address = region(page, 'Ports').getByRole('link', { name: 'https://203.0.113.13' })
    const words = address.locator('.truncate')
    expect(await words.evaluate((word) => word.scrollWidth <= word.clientWidth)).toBe(true)
  })

  await test.step('a tile of the treemap that has room for its name alone shows that', async () => {
    await goTo(page, '/costs')
    const tile = page.getByRole('list', { name: 'Instances by cost' }).getByRole('listitem')
    await expect(tile.getByText('qc-dashboard')).toBeVisible()
    await expect(tile.getByText('$0.220', { exact: true })).toBeHidden()
  })

  await test.step('at 400 % zoom a figure of three digits beside its peak widens nothing', async () => {
    const use = {
      cpu_percent: 100,
      mem_used_gib: 182.4,
      mem_total_gib: 256,
      disk_used_gib: 182,
      disk_total_gib: 2000,
    }
    await page.route('**/stats/', (route) => route.fulfill({ json: use }))
    await setWidth(page, 320)
    await goTo(page, '/instances/variant-calls')
    await expect(page.getByText('peak 182.4')).toBeAttached()
    expect(await sidewaysScrollers(page)).toEqual([])
    await setWidth(page, 360)
  })

  await test.step('the settings keep to their edges, and a sheet says what it is about', async () => {
    await goTo(page, '/settings')
    const keys = region(page, 'API keys')
    const chip = await sizeOf(keys.getByText('in use', { exact: true }))
    const bin = await sizeOf(keys.getByRole('button', { name: /^Remove / }))
    expect(bin.x).toBeGreaterThanOrEqual(chip.right)
    const switches = region(page, 'Alerts').getByRole('switch')
    const rights = await switches.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right))
    expect(new Set(rights).size).toBe(1)

    await page.getByRole('button', { name: 'About alerts' }).click()
    const sheet = page.getByRole('dialog', { name: 'About alerts' })
    await expect(sheet.getByText('About alerts')).toBeVisible()
  })
})
