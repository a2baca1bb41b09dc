import type { Page } from '@playwright/test'

import { button, dialog, heading, type Scene } from './scene.ts'

const firstName = (page: Page) => page.getByRole('table', { name: 'Instances' }).getByRole('link').first()

const fleet = { path: '/instances', ready: firstName }

const select = async (page: Page) => {
  for (const name of ['ab', 'dev-server', 'far-host'])
    await page.getByRole('checkbox', { name: `Select ${name}` }).check()
}

export const fleetScenes: readonly Scene[] = [
  { ...fleet, name: 'fleet', minutes: 5 },
  { ...fleet, name: 'fleet-filtered', path: '/instances?state=running&sort=cost&order=desc' },
  { ...fleet, name: 'fleet-grouped', path: '/instances?group=owner' },
  {
    name: 'fleet-nothing-matches',
    path: '/instances?q=nothing-like-this',
    ready: (page) => page.getByText('No instance matches'),
  },
  {
    ...fleet,
    name: 'fleet-menu',
    overlay: { opener: button('Actions for gateway'), shows: (page) => page.getByRole('menu') },
  },
  {
    ...fleet,
    name: 'fleet-filter',
    overlay: { opener: button('Filter'), shows: (page) => page.getByRole('group', { name: 'State' }) },
  },
  { ...fleet, name: 'fleet-selected', steps: select },
  {
    ...fleet,
    name: 'dialog-bulk-stop',
    steps: select,
    overlay: { opener: (page) => page.getByRole('button', { name: /^Stop\b/ }).first(), shows: dialog },
  },
  { name: 'fleet-empty', world: 'empty', path: '/instances', ready: heading('Instances') },
  { ...fleet, name: 'fleet-huge', world: 'huge' },
  { ...fleet, name: 'fleet-live', world: 'live' },
  {
    ...fleet,
    name: 'shortcuts',
    steps: async (page) => {
      await page.keyboard.press('?')
      await dialog(page).waitFor()
    },
  },
]
