import { expect, test } from '../support/fixtures.ts'

import { openCreate, startAnother, watchCreates } from './create-form.ts'

const path = '/api/instance/'
// Not only once: where a connection broke, the browser itself sends the request a second time.
const post = { method: 'POST', path } as const

// Each way to lose an answer is in src/conformance/lost-answer.test.ts; this is the one that the browser has a part in.
test('a create whose answer is lost is looked for, told, and never done twice', async ({ page, sandbox }) => {
  const sent = watchCreates(page)
  const { create, fill, field, summary } = await openCreate(page, sandbox)

  await test.step('while it is looked for, the page says so and sends nothing', async () => {
    await fill({ Name: 'looked-for' })
    await sandbox.faults([
      { ...post, effect: 'drop' },
      { method: 'GET', path, delayMs: 1500 },
    ])
    await create.click()
    await expect(summary.getByRole('status')).toContainText('The answer was lost. Looking for looked-for…')
    await create.click({ force: true })
    await expect(page.getByRole('alert')).toContainText('looked-for is not in your list')
    expect(sent).toHaveLength(1)
  })

  await test.step('a connection that breaks: what was not created is said not to be, and sent again only when asked; what was created is found, and not created twice', async () => {
    sent.length = 0
    await fill({ Name: 'was-created', 'Anthropic API key': 'an-anthropic-key' })
    await sandbox.faults([{ ...post, effect: 'drop' }])
    await create.click()
    await expect(page.getByRole('alert')).toContainText('was-created is not in your list')
    await expect(page.getByRole('alert')).toContainText('nothing was created and nothing is billed')
    await expect(field('Anthropic API key')).toHaveValue('an-anthropic-key')
    expect(sent).toMatchObject([{ name: 'was-created' }])

    await sandbox.faults([{ ...post, effect: 'drop', after: true, times: 1 }])
    await create.click()
    await expect(page).toHaveURL('/instances/was-created')
    await expect(
      page.getByText('The answer to the request was lost, but the list has it.').first(),
    ).toBeVisible()
    expect(sent).toMatchObject([{ name: 'was-created' }, { name: 'was-created' }])
  })
})

test('what is not in the list yet, or in a list that cannot be read, is found once it can be', async ({
  page,
  sandbox,
}) => {
  const sent = watchCreates(page)
  const { create, fill } = await openCreate(page, sandbox)

  await test.step('where the list cannot be read either, that is said, and one can look again', async () => {
    await fill({ Name: 'who-knows' })
    await sandbox.faults([
      { ...post, effect: 'drop', after: true, times: 1 },
      { method: 'GET', path, status: 403, body: { detail: 'Not now.' } },
    ])
    await create.click()
    await expect(page.getByRole('alert')).toContainText('It is not known whether who-knows was created.')
    await expect(page.getByRole('alert')).toContainText('your list could not be read')
    await sandbox.faults([])
    await page.getByRole('button', { name: 'Look again' }).click()
    await expect(page).toHaveURL('/instances/who-knows')
    expect(sent).toHaveLength(1)
  })

  await test.step('a second try that meets the first one’s instance finds it', async () => {
    await startAnother(page)
    await fill({ Name: 'slow-to-show' })
    // The list does not have it yet when it is looked for, as if the service were still at it.
    await sandbox.faults([
      { ...post, effect: 'malformed', after: true, times: 1 },
      { method: 'GET', path, status: 200, body: [] },
    ])
    await create.click()
    await expect(page.getByRole('alert')).toContainText('slow-to-show is not in your list')
    await sandbox.faults([])
    await create.click()
    await expect(page).toHaveURL('/instances/slow-to-show')
  })

  await test.step('a list that was already on its way is not taken for the answer', async () => {
    await startAnother(page)
    await fill({ Name: 'just-missed' })
    await sandbox.faults([
      { method: 'GET', path, status: 200, body: [], delayMs: 3000, times: 1 },
      { ...post, effect: 'malformed', after: true, times: 1 },
    ])
    await page.waitForRequest((request) => request.method() === 'GET' && request.url().endsWith(path))
    await create.click()
    await expect(page).toHaveURL('/instances/just-missed')
  })
})

test('an answer that comes after the page was left is told where one is, be it good or bad', async ({
  page,
  sandbox,
}) => {
  const { create, fill, field } = await openCreate(page, sandbox)

  await test.step('that it is being created, with a way there', async () => {
    await fill({ Name: 'left-behind' })
    await sandbox.faults([{ ...post, delayMs: 1500 }])
    await create.click()
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).click()
    await expect(page).toHaveURL('/instances')
    await expect(page.getByText('left-behind is being created.').first()).toBeVisible()
    await expect(page).toHaveURL('/instances')
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await expect(page).toHaveURL('/instances/left-behind')
  })

  await test.step('a refusal that comes after the page was left is told too, and the form is kept', async () => {
    await startAnother(page)
    await fill({ Name: 'no-room', vCPUs: '256', 'Memory (GiB)': '512' })
    await sandbox.faults([{ ...post, delayMs: 1500 }])
    await create.click()
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).click()
    await expect(page.getByText('no-room was not created.').first()).toBeVisible()
    await page.getByRole('link', { name: 'Create instance' }).click()
    await expect(field('Name')).toHaveValue('no-room')
    await expect(field('vCPUs')).toHaveValue('256')
  })
})

test('offline, it waits for the network and then says what it found', async ({ page, context, sandbox }) => {
  const { create, fill, summary } = await openCreate(page, sandbox)
  await fill({ Name: 'sent-offline' })
  await context.setOffline(true)
  await create.click()
  await expect(summary.getByRole('status')).toContainText('You are offline')
  await context.setOffline(false)
  await expect(page.getByRole('alert')).toContainText('sent-offline is not in your list')
  await create.click()
  await expect(page).toHaveURL('/instances/sent-offline')
})
