import { expect, test } from 'vitest'

import { anInstance } from './instance.fixture.ts'
import { closedWebApps, runningWebApps } from './web-apps.ts'

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
})
