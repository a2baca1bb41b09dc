import { expect, it } from 'vitest'

import { liveStates, pageStates } from '#contract/vocabulary.ts'
import { actions, checkAction, type Action } from '#model/instance/actions.ts'
import { openTestSandbox } from '#sandbox/test-client.ts'

/** How each action is asked of the instance `box`, whose port 443 is open if it has ports. */
const requests: Record<Action, [method: string, path: string, body?: object]> = {
  stop: ['POST', 'stop/'],
  restart: ['POST', 'restart/'],
  resize: ['PATCH', '', { n_vcpus: 3 }],
  rename: ['PATCH', '', { name: 'other-box' }],
  delete: ['DELETE', ''],
  openPort: ['POST', 'add-port/', { port: 8080 }],
  closePort: ['POST', 'remove-port/', { port: 443 }],
  stats: ['GET', 'stats/'],
}

const cases = ['vm', 'container'].flatMap((resource_type) =>
  [...pageStates, ...liveStates].map((state) => ({ resource_type, state })),
)

/** Whether the sandbox does the action, asked of an instance of this type in this state; if not, it is a 400, or a 404 for what is gone. */
const isDone = async (action: Action, instance: (typeof cases)[number]): Promise<boolean> => {
  const client = openTestSandbox().client('sandbox-empty')
  const ports = instance.resource_type === 'vm' ? [443] : []
  await client.control('seed', { instances: [{ name: 'box', ports, ...instance }] })
  const [method, path, body] = requests[action]
  const { status } = await client.ask(method, `/api/instance/box/${path}`, body)
  expect([200, 204, 400, 404]).toContain(status)
  return status < 400
}

/** `deleting` is not on the page: the app offers no action on it, the sandbox forbids none. */
const going = ['vm deleting', 'container deleting']
/** `lost` is not on the page: the app leaves the decision to the service, and the sandbox refuses. */
const lost = ['vm lost', 'container lost']

/** Where the two differ on purpose. */
const differences: Record<Action, readonly string[]> = {
  stop: lost,
  restart: [],
  resize: ['container lost'],
  rename: going,
  delete: going,
  openPort: ['vm deleting'],
  closePort: ['vm deleting'],
  stats: [],
}

it.each(actions)(
  '%s: in every state, of either type, the app allows what the sandbox does',
  async (action) => {
    const found: string[] = []
    for (const instance of cases) {
      if (checkAction(action, instance).allowed === (await isDone(action, instance))) continue
      found.push(`${instance.resource_type} ${instance.state}`)
    }
    expect(found.toSorted()).toEqual([...differences[action]].toSorted())
  },
)
