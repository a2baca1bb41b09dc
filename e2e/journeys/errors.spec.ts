import type { Page } from '@playwright/test'

import {
  expect,
  expectAccessible,
  type Fault,
  keepReading,
  type Sandbox,
  signIn,
  test,
} from '../support/fixtures.ts'

import { uuidOf } from '../instance/support.ts'
import { goTo } from '../support/go-to.ts'
import { expectState, region } from './steps.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

interface Action {
  what: string
  on: string
  method: string
  path: string
  /** Asks for the action as a person does, to the last click. */
  ask: (page: Page) => Promise<void>
  /** What is seen once it is done. */
  done: (page: Page, sandbox: Sandbox) => Promise<void>
  /** What is said of a 404: of a dialog's action inside the dialog, of the others in a notice or at the field. */
  refused: (page: Page) => Promise<void>
}

const inDialog = (page: Page, title: string) =>
  page.getByRole(title === 'Delete instance' ? 'alertdialog' : 'dialog', { name: title, exact: true })

const saidIn = (title: string, sentence: string) => (page: Page) =>
  expect(inDialog(page, title).getByRole('alert')).toContainText(sentence)

const noticed = (sentence: string) => (page: Page) =>
  expect(page.getByText(sentence).filter({ visible: true }).first()).toBeVisible()

/** Every action, and every endpoint that the API page gives a 401 and a 404. */
const actions: Action[] = [
  {
    what: 'resize',
    on: 'rna-atlas',
    method: 'PATCH',
    path: '/api/instance/*',
    ask: async (page) => {
      const dialog = inDialog(page, 'Resize instance')
      if (!(await dialog.isVisible())) {
        await button(page, 'Resize').click()
        await dialog.getByLabel('vCPUs').fill('8')
      }
      await dialog.getByRole('button', { name: 'Resize instance' }).click()
    },
    done: (page) => expect(page.getByRole('main')).toContainText('8 vCPU'),
    refused: saidIn('Resize instance', 'rna-atlas was not resized.'),
  },
  {
    what: 'stop',
    on: 'rna-atlas',
    method: 'POST',
    path: '*/stop/',
    ask: async (page) => {
      if (!(await inDialog(page, 'Stop instance').isVisible())) await button(page, 'Stop').click()
      await inDialog(page, 'Stop instance').getByRole('button', { name: 'Stop instance' }).click()
    },
    done: async (page, sandbox) => {
      await expect(inDialog(page, 'Stop instance')).toBeHidden()
      await sandbox.advance(5)
      await expectState(page, 'exited')
    },
    refused: saidIn('Stop instance', 'rna-atlas was not stopped.'),
  },
  {
    what: 'rename',
    on: 'rna-atlas',
    method: 'PATCH',
    path: '/api/instance/*',
    ask: async (page) => {
      const dialog = inDialog(page, 'Rename instance')
      if (!(await dialog.isVisible())) {
        await button(page, 'Rename').click()
        await dialog.getByLabel('Name').fill('rna-map')
      }
      await dialog.getByRole('button', { name: 'Rename instance' }).click()
    },
    done: (page) => expect(page).toHaveURL('/instances/rna-map'),
    refused: saidIn('Rename instance', 'rna-atlas was not renamed.'),
  },
  {
    what: 'restart',
    on: 'dev-server',
    method: 'POST',
    path: '*/restart/',
    ask: (page) => button(page, 'Restart').click(),
    done: async (page, sandbox) => {
      await expect(page.getByRole('main')).toContainText('Restarting')
      await sandbox.advance(5)
      await expectState(page, 'running')
    },
    refused: noticed('dev-server was not restarted.'),
  },
  {
    what: 'delete',
    on: 'ab',
    method: 'DELETE',
    path: '/api/instance/*',
    ask: async (page) => {
      const dialog = inDialog(page, 'Delete instance')
      if (!(await dialog.isVisible())) {
        await button(page, 'Delete').click()
        await dialog.getByLabel('Instance name').fill('ab')
      }
      await dialog.getByRole('button', { name: 'Delete instance' }).click()
    },
    done: (page) => expect(page).toHaveURL('/instances'),
    refused: saidIn('Delete instance', 'ab was not deleted.'),
  },
  {
    what: 'open a port',
    on: 'gateway',
    method: 'POST',
    path: '*/add-port/',
    ask: async (page) => {
      await region(page, 'Ports').getByLabel('Port', { exact: true }).fill('8080')
      await button(page, 'Open port').click()
    },
    done: (page) => expect(button(page, 'Close port 8080')).toBeVisible(),
    refused: (page) =>
      expect(region(page, 'Ports').getByLabel('Port', { exact: true })).toHaveAccessibleDescription(
        'Instance not found.',
      ),
  },
  {
    what: 'close a port',
    on: 'gateway',
    method: 'POST',
    path: '*/remove-port/',
    ask: (page) => button(page, 'Close port 443').click(),
    done: (page) => expect(button(page, 'Close port 443')).toHaveCount(0),
    refused: noticed('Port 443 of gateway was not closed.'),
  },
]

/** The service answers once with this error in place of the action. */
const once = ({ method, path }: Pick<Action, 'method' | 'path'>, status: number, body: object): Fault => ({
  method,
  path,
  status,
  body,
  times: 1,
})
const unauthorized = { detail: 'Invalid or missing API key' }
const notFound = { error: 'Instance not found' }

/** Gives the key again where it is asked for over the page. */
const giveKey = async (page: Page, { key }: Sandbox) => {
  const dialog = page.getByRole('dialog', { name: 'API key needed' })
  await expect(dialog).toBeVisible()
  await dialog.getByLabel('API key', { exact: true }).fill(key)
  await dialog.getByRole('button', { name: 'Use this key' }).click()
  await expect(dialog).toBeHidden()
}

/** Asks for each of these in turn, refused in both ways before it is done. */
const expectRefusals = async (page: Page, sandbox: Sandbox, asked: readonly string[]) => {
  for (const action of actions.filter(({ what }) => asked.includes(what)))
    await test.step(`${action.what}: a 404 says what was not done; a 401 asks for a key over the page, and the action can then be done`, async () => {
      await goTo(page, `/instances/${action.on}`)
      await expect(page.getByRole('heading', { level: 1, name: action.on, exact: true })).toBeVisible()
      await sandbox.faults([once(action, 404, notFound)])
      await action.ask(page)
      await action.refused(page)
      await expect(page.getByText(notFound.error).first()).toBeVisible()

      await sandbox.faults([once(action, 401, unauthorized)])
      await action.ask(page)
      await giveKey(page, sandbox)
      await action.ask(page)
      await action.done(page, sandbox)
    })
}

test('each action of a container is refused in words, asks for a key that is wanted, and can then be done', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key)
  await expectRefusals(page, sandbox, ['resize', 'stop', 'rename', 'restart'])
})

test('so is a deletion, and each action of the ports', async ({ page, sandbox }) => {
  await signIn(page, sandbox.key)
  await expectRefusals(page, sandbox, ['delete', 'open a port', 'close a port'])
})

test('a key that is refused while a page is read is asked for over it, and the page goes on', async ({
  page,
  sandbox,
}) => {
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await expectState(page, 'running')
  await keepReading(page)
  // Once it is known the page asks by uuid, which outlives a new name.
  const uuid = await uuidOf(sandbox, 'rna-atlas')
  for (const [what, path] of [
    ['its usage', 'stats/'],
    ['the instance', ''],
  ] as const)
    await test.step(`reading ${what}: a 401 asks for a key over the page, and the page goes on`, async () => {
      await sandbox.faults([
        once({ method: 'GET', path: `/api/instance/${uuid}/${path}` }, 401, unauthorized),
      ])
      await expect(page.getByRole('dialog', { name: 'API key needed' })).toBeVisible()
      await expectAccessible(page)
      await giveKey(page, sandbox)
      await expect(region(page, 'Cost')).toContainText('$0.61')
      await expect(region(page, 'Live usage')).toContainText('just now')
    })
  await sandbox.api('post', '/instance/rna-atlas/stop/')
  await sandbox.advance(5)
  await expect(page.getByRole('main').locator('[data-state="exited"]').first()).toBeVisible()
})
