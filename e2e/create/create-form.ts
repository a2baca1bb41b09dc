import type { Page } from '@playwright/test'

import { expect, type Sandbox, signIn } from '../support/fixtures.ts'

export const publicKey =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIChc8IVdT4MNsG9DfdZdNoizHTfk1CaxipAwmTwh82rV ada@lab.example'

/** The create page as a person meets it: by the names on it. */
export const createForm = (page: Page) => {
  const field = (label: string) => page.getByLabel(label, { exact: true })
  const radio = (name: string) => page.getByRole('radio', { name, exact: true })
  const summary = page.getByRole('region', { name: 'Summary' })
  return {
    field,
    radio,
    summary,
    environment: page.getByRole('radiogroup', { name: 'Environment' }),
    tier: page.getByRole('group', { name: 'CPU tier' }),
    create: page.getByRole('button', { name: 'Create instance' }),
    fill: async (values: Readonly<Record<string, string>>) => {
      for (const [label, value] of Object.entries(values)) await field(label).fill(value)
    },
  }
}

/** Signs in with the test's own key and opens the page. */
export const openCreate = async (page: Page, { key }: Sandbox, search = '') => {
  await signIn(page, key, `/instances/new${search}`)
  await expect(page.getByRole('heading', { name: 'Create instance' })).toBeVisible()
  return createForm(page)
}

/** Opens the form anew after one was created, by the links of the app. */
export const startAnother = async (page: Page) => {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Create instance' }).click()
  await expect(page.getByRole('heading', { name: 'Create instance' })).toBeVisible()
}

/** The bodies of the creates that reached the service, oldest first. */
export const sentCreates = async (sandbox: Sandbox): Promise<unknown[]> =>
  (await sandbox.requests())
    .filter(({ method, path }) => method === 'POST' && path === '/api/instance/')
    .map(({ body }) => body)

/** The bodies of the creates that this page sends from now on: what the app does, whatever the browser makes of it. */
export const watchCreates = (page: Page): unknown[] => {
  const bodies: unknown[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && new URL(request.url()).pathname === '/api/instance/')
      bodies.push(request.postDataJSON())
  })
  return bodies
}
