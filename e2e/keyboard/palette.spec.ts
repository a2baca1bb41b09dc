import type { Page } from '@playwright/test'

import { expect, rowOf, signIn, test } from '../support/fixtures.ts'

const boxOf = (page: Page) => page.getByRole('combobox', { name: 'Search pages, instances and actions' })

test('the palette goes to any page and any instance', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await page.keyboard.press('Control+k')
  const box = boxOf(page)
  await expect(box).toBeFocused()
  await box.fill('gatew')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'gateway' })).toBeVisible()

  await page.keyboard.press('Control+k')
  await box.fill('costs')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Costs' })).toBeVisible()

  // The same keys on a Cyrillic keyboard.
  const press = (key: string, code: string, ctrlKey = false) =>
    page.evaluate(
      (init) => document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true })),
      { key, code, ctrlKey },
    )
  await press('л', 'KeyK', true)
  await expect(box).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(box).toBeHidden()
  await press('п', 'KeyG')
  await press('ф', 'KeyA')
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
})

/** Holds something up until it is opened. */
const gate = () => {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

test('the palette keeps what is typed early, is as tall as its results, and leads to the list of keys', async ({
  page,
  sandbox,
}) => {
  const box = boxOf(page)

  await test.step('what is typed before the code of the palette is there is not lost', async () => {
    let arrival = gate()
    await page.route(/\/palette-[^/]+\.js$/, async (route) => {
      await arrival.opened
      await route.continue()
    })
    const open = async (text: string, key: string) => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type(text)
      await page.keyboard.press(key)
    }
    await signIn(page, sandbox.key)
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    // Given up, and begun anew; the letters are no shortcuts.
    await open('c', 'Escape')
    await open('gatewc', 'Backspace')
    arrival.open()
    await expect(box).toBeFocused()
    await expect(box).toHaveValue('gatew')

    arrival = gate()
    await page.reload()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await open('gatew', 'Enter')
    arrival.open()
    await expect(page.getByRole('heading', { level: 1, name: 'gateway' })).toBeVisible()
  })

  await test.step('the palette stands high, has no title for the eye, and is as tall as its results', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).click()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Go to or run' })
    const place = async () => (await palette.boundingBox()) ?? { y: 0, height: 0 }
    await expect(async () => expect((await place()).y).toBeCloseTo(126, -1)).toPass()
    const { height } = await place()
    await box.fill('gateway')
    await expect(page.getByRole('option', { name: /gateway/ }).first()).toBeVisible()
    await box.fill('costs')
    await expect(page.getByRole('option')).toHaveCount(1)
    await expect(async () => {
      expect((await place()).height).toBeLessThan(height)
      expect((await place()).y).toBeCloseTo(126, -1)
    }).toPass()
    await box.fill('')
  })

  await test.step('the palette leads to the list of keys, and a question mark within a search is a letter', async () => {
    const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(box).toBeFocused()
    await page.keyboard.type('a?')
    await expect(box).toHaveValue('a?')
    await box.fill('')
    await page.keyboard.press('?')
    await expect(keys).toBeVisible()
    await expect(box).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(keys).toBeHidden()

    await page.keyboard.press('Control+k')
    await page.getByRole('button', { name: 'All keys' }).click()
    await expect(keys).toBeVisible()
  })
})

test('the palette orders actions by what they save, runs any, and says why one is refused', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  const box = boxOf(page)
  const stopping = page.getByRole('dialog', { name: 'Stop instance' })

  await test.step('actions of a kind are ordered by what they save, and on a page of an instance its own come first', async () => {
    await page.keyboard.press('Control+k')
    await box.fill('stop')
    const stops = page.getByRole('group', { name: 'Stop an instance' }).getByRole('option')
    await expect(stops.first()).toContainText('Stop protein-folding')
    const saved = await stops.filter({ hasText: 'saves' }).allInnerTexts()
    const amounts = saved.map((text) => Number(/\$([\d.]+)/.exec(text)?.[1]))
    expect(amounts.length).toBeGreaterThan(5)
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a))

    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'rna-atlas', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'rna-atlas' })).toBeVisible()
    await page.keyboard.press('Control+k')
    const own = page.getByRole('group', { name: 'rna-atlas' }).getByRole('option')
    await expect(own.first()).toHaveText(/^Open RStudio/)
    await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
    await expect(own.filter({ hasText: 'Stop…' })).toContainText('saves $0.560 / h')
    // What cannot be done is not offered.
    await expect(own.filter({ hasText: 'Restart' })).toHaveCount(0)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(stopping).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(stopping).toBeHidden()
  })

  await test.step('the palette runs any action, and says why one is refused', async () => {
    await page.goBack()
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await page.keyboard.press('Control+k')
    await box.fill('stop dev-server')
    await expect(page.getByRole('option', { name: /Stop dev-server/ })).toContainText(
      'Only a running instance can be stopped',
    )
    await page.keyboard.press('Enter')
    await expect(box).toBeVisible()

    await box.fill('stop tutorial')
    await page.keyboard.press('Enter')
    await stopping.getByRole('button', { name: 'Stop instance' }).click()
    await expect(rowOf(page, 'tutorial-marimo')).toContainText('Stopping')
  })
})

test('g and a letter go to a page, which is announced, ? lists the keys, and letters stay letters while one types', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await expect(page.getByRole('heading', { level: 1, name: 'Web apps' })).toBeVisible()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(dialog).toContainText('Go to Costs')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await test.step('a new page is announced', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Settings' })).toBeAttached()
  })

  await page.keyboard.press('g')
  await page.keyboard.press('i')
  const search = page.getByRole('searchbox', { name: 'Search instances' })
  await search.pressSequentially('gc?')
  await expect(page.getByRole('heading', { level: 1, name: 'Instances' })).toBeVisible()
  await expect(search).toHaveValue('gc?')
})
