import { expect, rowOf, signIn, test } from '../support/fixtures.ts'

test('the palette goes to any page and any instance', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox', { name: 'Search pages, instances and actions' })
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

test('what is typed before the code of the palette is there is not lost', async ({ page, sandbox }) => {
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
  const box = page.getByRole('combobox', { name: 'Search pages, instances and actions' })
  await expect(box).toBeFocused()
  await expect(box).toHaveValue('gatew')

  arrival = gate()
  await page.reload()
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await open('gatew', 'Enter')
  arrival.open()
  await expect(page.getByRole('heading', { level: 1, name: 'gateway' })).toBeVisible()
})

test('the palette runs any action, and says why one is refused', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox', { name: 'Search pages, instances and actions' })
  await box.fill('stop dev-server')
  await expect(page.getByRole('option', { name: /Stop dev-server/ })).toContainText(
    'Only a running instance can be stopped',
  )
  await page.keyboard.press('Enter')
  await expect(box).toBeVisible()

  await box.fill('stop tutorial')
  await page.keyboard.press('Enter')
  await page
    .getByRole('dialog', { name: 'Stop instance' })
    .getByRole('button', { name: 'Stop instance' })
    .click()
  await expect(rowOf(page, 'tutorial-marimo')).toContainText('Stopping')
})

test('actions of a kind are ordered by what they save, and on a page of an instance its own come first', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox', { name: 'Search pages, instances and actions' })
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
  await expect(page.getByRole('dialog', { name: 'Stop instance' })).toBeVisible()
})

test('the palette stands high, has no title for the eye, and is as tall as its results', async ({
  page,
  sandbox,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Go to or run' })
  const box = async () => (await palette.boundingBox()) ?? { y: 0, height: 0 }
  await expect(async () => expect((await box()).y).toBeCloseTo(126, -1)).toPass()
  const { height } = await box()
  await palette.getByRole('combobox').fill('gateway')
  await expect(page.getByRole('option', { name: /gateway/ }).first()).toBeVisible()
  await palette.getByRole('combobox').fill('costs')
  await expect(page.getByRole('option')).toHaveCount(1)
  await expect(async () => {
    expect((await box()).height).toBeLessThan(height)
    expect((await box()).y).toBeCloseTo(126, -1)
  }).toPass()
})

test('g and a letter go to a page, ? lists the keys, and letters stay letters while one types', async ({
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

  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await page.getByRole('searchbox', { name: 'Search instances' }).pressSequentially('gc?')
  await expect(page.getByRole('heading', { level: 1, name: 'Instances' })).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Search instances' })).toHaveValue('gc?')
})

test('a new page is announced', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Settings' })).toBeAttached()
})

test('arrow keys lead from row to row, and Enter opens', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?sort=name')
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  await link('dev-server').focus()
  await page.keyboard.press('ArrowDown')
  await expect(link('far-host')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(link('brave-box-979')).toBeFocused()
  await page.getByRole('button', { name: 'Actions for dev-server' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'Actions for far-host' })).toBeFocused()
  await link('gateway').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'gateway' })).toBeVisible()
})

test('the palette leads to the list of keys, and a question mark within a search is a letter', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'rna-atlas')).toBeVisible()
  const box = page.getByRole('combobox', { name: 'Search pages, instances and actions' })
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' })

  await page.keyboard.press('Control+k')
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
