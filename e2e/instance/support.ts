import { type APIRequestContext, expect, type Page } from '@playwright/test'
import * as z from 'zod/mini'

import type { Sandbox } from '../support/fixtures.ts'

const identified = z.object({ uuid: z.string() })

/** The uuid of an instance by its name. */
export const uuidOf = async (sandbox: Sandbox, name: string): Promise<string> =>
  z.parse(identified, await sandbox.api('get', `/instance/${name}/`)).uuid

/** A region of the instance page by its fixed name. */
export const region = (
  page: Page,
  name: 'Connect' | 'Live usage' | 'Cost' | 'Ports' | 'Details' | 'Notes' | 'Activity',
) => page.getByRole('region', { name, exact: true })

/** A button of the page itself, by its fixed name. */
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

export const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })

/** The state in the page's header, as the API's own word. */
export const expectState = (page: Page, state: string) =>
  expect(page.locator('[data-state]').first()).toHaveAttribute('data-state', state)

/** What was last said to screen readers. */
export const announced = (page: Page) => page.getByRole('status')

/** Sets what is free on the hosts of both tiers. */
export const setFree = async (
  request: APIRequestContext,
  key: string,
  free: { n_vcpus?: number; mem_gib?: number; disk_size_gib?: number },
) => {
  const response = await request.post('/__sandbox/capacity', {
    headers: { Authorization: `Bearer ${key}` },
    data: { free },
  })
  expect(response.ok()).toBe(true)
}

/** Where the outcomes of actions are shown. */
export const notices = (page: Page) => page.getByRole('region', { name: 'Notices' })

/** Plants a fleet of one's own. */
export const seed = async (request: APIRequestContext, key: string, instances: readonly object[]) => {
  const response = await request.post('/__sandbox/seed', {
    headers: { Authorization: `Bearer ${key}` },
    data: { instances },
  })
  expect(response.ok()).toBe(true)
}
