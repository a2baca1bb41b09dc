import { expect, type Page } from '@playwright/test'
import * as z from 'zod/mini'

import type { Sandbox } from '../support/fixtures.ts'

const identified = z.object({ uuid: z.string() })

/** The uuid of an instance by its name. */
export const uuidOf = async (sandbox: Sandbox, name: string): Promise<string> =>
  z.parse(identified, await sandbox.api('get', `/instance/${name}/`)).uuid

/** A button of the page itself, by its fixed name. */
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

export const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })

/** The state in the page's header, as the API's own word. */
export const expectState = (page: Page, state: string) =>
  expect(page.locator('[data-state]').first()).toHaveAttribute('data-state', state)

/** What was last said to screen readers. */
export const announced = (page: Page) => page.getByRole('status')

/** Where the outcomes of actions are shown. */
export const notices = (page: Page) => page.getByRole('region', { name: 'Notices' })

/** Goes on to another instance by the palette: nothing is loaded anew. */
export const goTo = async (page: Page, name: string) => {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Search pages, instances and actions' }).fill(name)
  // Its own line, and not that of an action on it or of a longer name with it inside.
  await page
    .getByRole('option')
    .filter({ hasText: new RegExp(`^${name}`) })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}
