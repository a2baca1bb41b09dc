import { fireEvent, screen } from '@testing-library/react'

import type { Instance } from '#contract/instance.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'
import type { OperationAction } from '#model/instance/operation.ts'
import type { ActionRequest } from '#operations/action-requests.ts'

export const vm = anInstance({
  uuid: 'u-vm',
  name: 'gateway',
  resource_type: 'vm',
  state: 'running',
  public_ipv4: '203.0.113.4',
  wan_ports: [80, 443],
})
export const stopped = anInstance({
  uuid: 'u-off',
  name: 'dev-server',
  resource_type: 'vm',
  state: 'shut_off',
})
export const container = anInstance({
  uuid: 'u-box',
  name: 'rna-atlas',
  resource_type: 'container',
  state: 'running',
  n_vcpus: 4,
  mem_gib: 16,
  disk_size_gib: 100,
})

/** How the service meets a request: as asked, with a refusal, or with a connection that breaks. */
export const outcomes = {
  accepted: (body: object) => Promise.resolve(Response.json(body)),
  refused: () => Promise.resolve(Response.json({ detail: 'It is being backed up.' }, { status: 409 })),
  lost: () => Promise.reject(new TypeError('Failed to fetch')),
}
type Outcome = keyof typeof outcomes

interface Case {
  instance: Instance
  /** Asks for it, as a person does, up to where the request is sent. */
  ask: (open: (request: ActionRequest) => Promise<void>) => Promise<void>
  /** What the service returns, and how the instance is seen to be after that. */
  body: object
  after: Instance[]
  /** What is told, from the acceptance to the effect. */
  told: Record<Outcome, RegExp[]>
}

/** Presses the last button of that name, which is that of the dialog on top. */
export const submit = async (title: string) => {
  const buttons = await screen.findAllByRole('button', { name: title, hidden: true })
  fireEvent.click(buttons.at(-1) ?? document.body)
}
const type = async (label: string | RegExp, text: string) => {
  const [field] = await screen.findAllByLabelText(label)
  if (field !== undefined) fireEvent.change(field, { target: { value: text } })
}
const notDone = (subject: string, done: string): Pick<Record<Outcome, RegExp[]>, 'refused' | 'lost'> => ({
  refused: [new RegExp(`${subject} was not ${done}\\.`)],
  lost: [new RegExp(`It is not known whether ${subject} was ${done}\\.`)],
})

/** Every action but a create, whose form tells of it (`e2e/create/lost-answer.spec.ts`). */
export const cases: Record<Exclude<OperationAction, 'create'>, Case> = {
  stop: {
    instance: vm,
    ask: async (open) => {
      await open({ action: 'stop', instance: vm })
      await submit('Stop instance')
    },
    body: {},
    after: [{ ...vm, state: 'shut_off' }],
    told: { accepted: [/gateway is stopping/, /gateway has stopped/], ...notDone('gateway', 'stopped') },
  },
  restart: {
    instance: stopped,
    ask: (open) => open({ action: 'restart', instance: stopped }),
    body: {},
    after: [{ ...stopped, state: 'running' }],
    told: {
      accepted: [/dev-server is restarting/, /dev-server is running again/],
      ...notDone('dev-server', 'restarted'),
    },
  },
  delete: {
    instance: vm,
    ask: async (open) => {
      await open({ action: 'delete', instance: vm })
      await type(/^Instance name/, 'gateway')
      await submit('Delete instance')
    },
    body: {},
    after: [],
    told: { accepted: [/gateway is deleted/], ...notDone('gateway', 'deleted') },
  },
  rename: {
    instance: vm,
    ask: async (open) => {
      await open({ action: 'rename', instance: vm })
      await type('Name', 'front-door')
      await submit('Rename instance')
    },
    body: { ...vm, name: 'front-door' },
    after: [{ ...vm, name: 'front-door' }],
    told: { accepted: [/gateway is now called front-door/], ...notDone('gateway', 'renamed') },
  },
  resize: {
    instance: container,
    ask: async (open) => {
      await open({ action: 'resize', instance: container })
      await type('vCPUs', '8')
      await submit('Resize instance')
    },
    body: { ...container, n_vcpus: 8 },
    after: [{ ...container, n_vcpus: 8 }],
    told: { accepted: [/rna-atlas has its new size/], ...notDone('rna-atlas', 'resized') },
  },
  openPort: {
    instance: vm,
    ask: async () => {
      await type('Port', '8080')
      await submit('Open port')
    },
    body: { wan_ports: [80, 443, 8080] },
    after: [{ ...vm, wan_ports: [80, 443, 8080] }],
    told: {
      accepted: [/Port 8080 of gateway is open/],
      refused: [/Port 8080 of gateway was not opened/],
      lost: [/It is not known whether port 8080 of gateway was opened/],
    },
  },
  closePort: {
    instance: vm,
    ask: () => submit('Close port 443'),
    body: { wan_ports: [80] },
    after: [{ ...vm, wan_ports: [80] }],
    told: {
      accepted: [/Port 443 of gateway is closed/],
      refused: [/Port 443 of gateway was not closed/],
      lost: [/It is not known whether port 443 of gateway was closed/],
    },
  },
}
