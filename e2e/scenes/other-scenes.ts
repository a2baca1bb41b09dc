import { importRecord, manyDays } from '../activity/record.ts'
import { button, dialog, heading, type Scene } from './scene.ts'

export const otherScenes: readonly Scene[] = [
  { name: 'sign-in', world: null, path: '/sign-in', ready: button('Sign in') },
  {
    name: 'sign-in-refused',
    world: null,
    path: '/sign-in',
    ready: button('Sign in'),
    steps: async (page) => {
      await page.getByLabel('API key', { exact: true }).fill('not-a-key')
      await button('Sign in')(page).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'web-apps',
    path: '/webapps',
    ready: (page) => page.getByRole('link', { name: /^Open .* on rna-atlas$/ }),
  },
  {
    name: 'web-apps-empty',
    world: 'empty',
    path: '/webapps',
    ready: (page) => page.getByText('No web app is running'),
  },
  {
    name: 'web-app-qr',
    path: '/webapps',
    ready: (page) => page.getByRole('link', { name: /^Open .* on rna-atlas$/ }),
    overlay: {
      opener: (page) => page.getByRole('button', { name: /^QR code.*rna-atlas/ }),
      shows: dialog,
    },
  },
  { name: 'costs', path: '/costs', ready: (page) => page.getByRole('table').first() },
  {
    name: 'costs-what-if',
    path: '/costs?whatif=llama-tune,vision-bench',
    ready: button('Stop 2…'),
  },
  {
    name: 'costs-budget',
    path: '/costs',
    ready: button('Set a budget'),
    overlay: { opener: button('Set a budget'), shows: dialog },
  },
  {
    name: 'costs-empty',
    world: 'empty',
    path: '/costs',
    ready: (page) => page.getByText('Nothing costs anything'),
  },
  { name: 'activity-empty', path: '/activity', ready: (page) => page.getByText('No activity yet') },
  {
    name: 'activity',
    path: '/activity',
    ready: heading('Activity'),
    steps: (page) => importRecord(page, manyDays),
  },
  {
    name: 'activity-instance',
    path: '/activity',
    ready: heading('Activity'),
    steps: (page) => importRecord(page, manyDays),
    overlay: {
      opener: (page) => page.getByRole('button', { name: 'Instance', exact: true }),
      shows: (page) => page.getByRole('dialog', { name: 'Instance' }),
    },
  },
  { name: 'settings', path: '/settings', ready: (page) => page.getByRole('radio', { name: 'Dark' }) },
  {
    name: 'settings-rename-key',
    path: '/settings',
    ready: (page) => page.getByRole('radio', { name: 'Dark' }),
    overlay: { opener: (page) => page.getByRole('button', { name: /^Rename/ }), shows: dialog },
  },
  {
    name: 'settings-forget-account',
    path: '/settings',
    ready: (page) => page.getByRole('radio', { name: 'Dark' }),
    overlay: { opener: button('Forget account…'), shows: dialog },
  },
  {
    name: 'settings-own-rate',
    path: '/settings',
    ready: (page) => page.getByRole('radio', { name: 'Dark' }),
    overlay: {
      opener: (page) => page.getByRole('button', { name: 'Set own rate of RTX 4090' }),
      shows: dialog,
    },
  },
  {
    name: 'settings-about',
    path: '/settings',
    ready: (page) => page.getByRole('radio', { name: 'Dark' }),
    overlay: { opener: button('About alerts'), shows: dialog },
  },
  {
    name: 'add-key',
    path: '/settings',
    ready: (page) => page.getByRole('link', { name: 'Add API key', exact: true }),
    steps: async (page) => {
      await page.getByRole('link', { name: 'Add API key', exact: true }).click()
      await button('Sign in')(page).waitFor()
    },
  },
  {
    name: 'accounts',
    path: '/activity',
    ready: heading('Activity'),
    overlay: {
      opener: (page) => page.getByRole('button', { name: /^M\s*My account|^My account/ }),
      shows: (page) => page.getByRole('menu', { name: 'Accounts' }),
    },
  },
  { name: 'not-found', path: '/nowhere', ready: heading('Page not found') },
  {
    name: 'palette',
    path: '/instances/gateway',
    ready: heading('gateway'),
    overlay: { opener: (page) => page.getByRole('button', { name: /^Search or run/ }), shows: dialog },
  },
]
