import { expect, test } from 'vitest'

import { anInstance } from './instance.fixture.ts'
import {
  byUse,
  closedWebApps,
  MOST_WEB_APPS_USED,
  runningWebApps,
  webAppUseOf,
  withOpened,
  withPin,
} from './web-apps.ts'

const url = 'https://rna.carolinacloud.io'
const an = (name: string, state: string, more = {}) =>
  anInstance({ name, state, resource_type: 'container', flavor: 'rstudioserver', ...more })

test('what runs with an address can be opened, by name', () => {
  const fleet = [an('rna-10', 'running', { webapp_url: url }), an('rna-9', 'running', { webapp_url: url })]
  expect(runningWebApps(fleet).map(({ instance, app }) => `${app} on ${instance.name}`)).toEqual([
    'RStudio on rna-9',
    'RStudio on rna-10',
  ])
  expect(closedWebApps(fleet)).toEqual([])
})

test.each([
  ['provisioning', 'It is starting; RStudio opens once it runs.'],
  ['exited', 'Stopped: restart it to open RStudio.'],
  ['running', 'Running, but the service gives no address for it yet.'],
  ['error', 'It is in error; RStudio may not answer.'],
])('in the state %s it is listed with why', (state, reason) => {
  expect(runningWebApps([an('rna', state)])).toEqual([])
  expect(closedWebApps([an('rna', state)])).toMatchObject([{ reason }])
})

test('what is gone, and what has no web app, is not listed', () => {
  const fleet = [an('gone', 'deleted'), an('going', 'deleting'), an('shell', 'running', { flavor: 'base' })]
  expect([runningWebApps(fleet), closedWebApps(fleet)]).toEqual([[], []])
})

test('an environment nobody told us of is listed by its own name when it serves a web app', () => {
  const fleet = [an('x', 'running', { flavor: 'shiny_proxy', webapp_url: url })]
  expect(runningWebApps(fleet)).toMatchObject([{ app: 'Shiny proxy', url: `${url}/` }])
  expect(closedWebApps([an('x', 'exited', { flavor: 'shiny_proxy', webapp_url: url })])).toMatchObject([
    { app: 'Shiny proxy', reason: 'Stopped: restart it to open Shiny proxy.' },
  ])
})

test('pinned ones come first, then those opened last, and the rest stay as they were', () => {
  let all = withOpened([], 'b', 100)
  all = withOpened(all, 'c', 200)
  all = withPin(all, 'd', true)
  const kept = webAppUseOf(all)
  expect(byUse(['a', 'b', 'c', 'd', 'e'], kept)).toEqual(['d', 'c', 'b', 'a', 'e'])
})

test('a pin keeps when it was opened, and without either nothing is remembered', () => {
  const opened = withOpened([], 'a', 100)
  const pinned = withPin(opened, 'a', true)
  expect(pinned).toEqual([{ uuid: 'a', isPinned: true, openedAt: 100 }])
  expect(withPin(pinned, 'a', false)).toEqual(opened)
  expect(withPin(withPin([], 'a', true), 'a', false)).toEqual([])
})

test('of too many, those opened longest ago are forgotten, and no pinned one', () => {
  let all = withPin([], 'kept', true)
  for (let at = 1; at <= MOST_WEB_APPS_USED + 5; at += 1) all = withOpened(all, `app-${at}`, at)
  expect(all).toHaveLength(MOST_WEB_APPS_USED)
  expect(all[0]?.uuid).toBe('kept')
  expect(webAppUseOf(all)('app-5').openedAt).toBeNull()
  expect(webAppUseOf(all)(`app-${MOST_WEB_APPS_USED + 5}`).openedAt).toBe(MOST_WEB_APPS_USED + 5)
})
