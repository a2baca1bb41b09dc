import { expect, rowOf, signIn, test } from '../support/fixtures.ts'

import { expectState, region } from './steps.ts'

/** The state table of the API page, by instances of the lab that are in each state. */
const states = [
  {
    state: 'provisioning',
    name: 'brave-box-979',
    word: 'Starting',
    now: '$0.105',
    page: '$0.105',
    actions: [],
  },
  {
    state: 'running',
    name: 'rna-atlas',
    word: 'Running',
    now: '$0.610',
    page: '$0.61',
    actions: ['Stop', 'Resize'],
  },
  {
    state: 'shut_off',
    name: 'dev-server',
    word: 'Stopped',
    now: '$0.010',
    page: '$0.01',
    actions: ['Restart'],
  },
  {
    state: 'exited',
    name: 'geo-maps-2025',
    word: 'Stopped',
    now: '$0.200',
    page: '$0.20',
    actions: ['Restart', 'Resize'],
  },
  { state: 'error', name: 'star-index', word: 'Error', now: '$0.000', page: 'not billed', actions: [] },
  {
    state: 'deleted',
    name: 'field-trial-2023',
    word: 'Deleted',
    now: '$0.000',
    page: 'Billing ended',
    actions: [],
  },
] as const

test('each state: its word, what is billed, and what can be done', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key, '/instances?deleted=show')
  for (const { state, name, word, now, page: onPage, actions } of states)
    await test.step(state, async () => {
      const row = rowOf(page, name)
      await expect(row.locator('[data-state]')).toHaveAttribute('data-state', state)
      await expect(row).toContainText(word)
      await expect(row).toContainText(now)

      await page.getByRole('link', { name, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
      await expectState(page, state)
      if (state === 'deleted') {
        await expect(region(page, 'Deletion')).toContainText(onPage)
        await expect(page.getByRole('button', { name: /^(?:Stop|Restart|Resize|Delete)$/ })).toHaveCount(0)
        return
      }
      await expect(region(page, 'Cost')).toContainText(onPage)
      for (const action of ['Stop', 'Restart', 'Resize']) {
        const button = page.getByRole('button', { name: action, exact: true })
        if (actions.some((allowed) => allowed === action))
          await expect(button).not.toHaveAttribute('aria-disabled')
        else {
          await expect(button).toHaveAttribute('aria-disabled', 'true')
          await expect(button).toHaveAccessibleDescription(/\.$/)
        }
      }
      await page.goBack()
    })
})
