import { expect, test } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'
import { mainAct } from './main-action.ts'

const notebook = anInstance({
  resource_type: 'container',
  flavor: 'marimo',
  webapp_url: 'https://lab.carolinacloud.io',
})

test('what runs opens its web app, or else is reached by SSH', () => {
  expect(mainAct(notebook)).toEqual({
    kind: 'open',
    label: 'Open Marimo',
    url: 'https://lab.carolinacloud.io/',
  })
  expect(mainAct({ ...notebook, flavor: 'shiny' })).toMatchObject({ label: 'Open web app' })
  expect(mainAct({ ...notebook, webapp_url: 'javascript:alert(1)' })).toMatchObject({ kind: 'copySsh' })
  expect(mainAct(anInstance())).toMatchObject({ kind: 'copySsh', label: 'Copy SSH command' })
})

test('what is stopped is restarted', () => {
  expect(mainAct({ ...notebook, state: 'exited' })).toEqual({ kind: 'restart', label: 'Restart' })
})

test('what is on its way, failed or unreachable has no main act', () => {
  expect(mainAct({ ...notebook, state: 'provisioning' })).toBeNull()
  expect(mainAct({ ...notebook, state: 'error' })).toBeNull()
  expect(mainAct(anInstance({ ssh_command: null, wan_ssh_port: null }))).toBeNull()
})
