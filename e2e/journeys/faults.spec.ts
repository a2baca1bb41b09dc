import { createServer } from 'node:http'

import type { Page, Request, Route } from '@playwright/test'

import { createForm, openCreate } from '../create/create-form.ts'
import { button, dialog, expectState, notices } from '../instance/support.ts'
import { atRest, expect, keepReading, rowOf, signIn, test } from '../support/fixtures.ts'

type Answer = (route: Route) => Promise<unknown>

const json =
  (status: number, body: unknown = {}, headers: Record<string, string> = {}): Answer =>
  (route) =>
    route.fulfill({ status, headers, contentType: 'application/json', body: JSON.stringify(body) })
const html =
  (status: number): Answer =>
  (route) =>
    route.fulfill({ status, contentType: 'text/html', body: '<!doctype html><h1>Odd</h1>' })
const text =
  (body: string, contentType = 'application/json'): Answer =>
  (route) =>
    route.fulfill({ contentType, body })
const breaks =
  (how: 'namenotresolved' | 'connectionreset'): Answer =>
  (route) =>
    route.abort(how)
const login: Answer = (route) =>
  route.fulfill({ status: 302, headers: { Location: 'https://login.example/' }, body: '' })
const silence: Answer = () => Promise.resolve()

/** How long the app waits for an answer to a reading, and to an action. Milliseconds. */
const waits = { reading: 15_000, action: 60_000 } as const

/** Lets it wait a second for one of them. Where the clock is installed, it comes first: it has a timeout of its own. */
const waitLess = (page: Page, what: keyof typeof waits) =>
  page.addInitScript((whole) => {
    const timeout = AbortSignal.timeout.bind(AbortSignal)
    AbortSignal.timeout = (milliseconds) => timeout(milliseconds === whole ? 1000 : milliseconds)
  }, waits[what])

/** Answers what `isMeant` in the way of the moment; the sandbox does where there is none. */
const answering = async (page: Page, isMeant: (request: Request) => boolean) => {
  const answers: { now: Answer | null; asked: number } = { now: null, asked: 0 }
  await page.route('**/api/instance/**', (route) => {
    if (!isMeant(route.request())) return route.continue()
    answers.asked += 1
    return answers.now === null ? route.continue() : answers.now(route)
  })
  return answers
}

const isRead = (request: Request) =>
  request.method() === 'GET' && new URL(request.url()).pathname === '/api/instance/'

/** A service that begins its answer at once and never comes to its end. */
const trickling = async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.write('[')
    const timer = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(timer))
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const answer: Answer = (route) => route.continue({ url: `http://localhost:${port}/` })
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { answer, close }
}

const unreadable = /a list of instances could not be read/
const unreachable = /could not be reached/
const late = /did not answer in time/
const signInFirst = /asks for a sign-in/
type Faults = [string, Answer | 'trickle', RegExp][]
const readings: Record<string, Faults>[] = [
  {
    'nothing that ends': [
      ['silence', silence, late],
      ['a trickle', 'trickle', late],
      ['a name that is not found', breaks('namenotresolved'), unreachable],
      ['a connection that breaks', breaks('connectionreset'), unreachable],
    ],
    'no list': [
      ['JSON that breaks off', text('[{"uuid": "a1'), /is not JSON/],
      ['nothing', text(''), unreadable],
      ['an object in place of a list', json(200, { hello: 1 }), unreadable],
      ['a text in place of a list', json(200, 'instances'), unreadable],
    ],
  },
  {
    'the page of something in between': [
      ['a page', html(200), signInFirst],
      ['a redirect to a login', login, signInFirst],
      ['a login of something in between', text('Unauthorized', 'text/plain'), /is not JSON/],
      ['the page of a proxy', html(503), /not available right now/],
    ],
    'a refusal': [
      ['a 402', json(402), /payment method/],
      ['a 403', json(403), /may not do that/],
      ['a 409', json(409, { detail: 'It is busy.' }), /It is busy\./],
      ['a 429', json(429), /asks for fewer requests.*Next try (?:now|in 0:)/],
      [
        'a 429 that says when',
        json(429, {}, { 'Retry-After': '1800' }),
        /fewer requests.*Next try in (?:29|30):/,
      ],
    ],
  },
]

for (const kinds of readings)
  test(`whatever a reading of the fleet comes to, its rows stay, and the line says why and goes on: ${Object.keys(kinds).join(', ')}`, async ({
    page,
    sandbox,
  }) => {
    const trickle = await trickling()
    // Machines without usage, which would be read all the while.
    await sandbox.plant([atRest('rna-atlas')])
    await page.clock.install()
    await waitLess(page, 'reading')
    const answers = await answering(page, isRead)
    await signIn(page, sandbox.key)
    await expect(rowOf(page, 'rna-atlas')).toBeVisible()
    await keepReading(page)

    const why = page.getByRole('button', { name: /^(?:Try now|Reload)$/ })
    for (const [name, answer, said] of Object.values(kinds).flat()) {
      answers.now = answer === 'trickle' ? trickle.answer : answer
      const told = async () => {
        await page.clock.fastForward(2500)
        return why.getAttribute('aria-describedby').then((id) => page.locator(`[id="${id}"]`).textContent())
      }
      await expect(why, name).toHaveCount(0)
      await expect.poll(told, { message: name, intervals: [50] }).toMatch(said)
      await expect(rowOf(page, 'rna-atlas'), name).toBeVisible()
      await expect(page.getByRole('alert'), name).toHaveCount(0)
      answers.now = null
      // No sooner where the service says when.
      await page.clock.fastForward(name === 'a 429 that says when' ? '30:00' : 2500)
      await expect(why, name).toHaveCount(0)
    }
    trickle.close()
  })

test('after a night with the lid closed the fleet is shown as it is now', async ({ page, sandbox }) => {
  await sandbox.plant([{ name: 'gateway', resource_type: 'vm' }])
  await page.clock.install()
  await signIn(page, sandbox.key)
  await expect(rowOf(page, 'gateway')).toContainText('Running')
  // The service goes on meanwhile.
  await sandbox.api('post', '/instance/gateway/stop/')
  await sandbox.advance(8 * 3600)
  await page.clock.fastForward('08:00:00')
  await expect(rowOf(page, 'gateway')).toContainText('Stopped')
  await expect(page.getByText(/^updated /)).toBeVisible()
})

test('whatever a stop comes to, its dialog says what was done, and one click sends one request', async ({
  page,
  sandbox,
}) => {
  await waitLess(page, 'action')
  const answers = await answering(page, (request) => request.url().endsWith('/stop/'))
  await signIn(page, sandbox.key, '/instances/rna-atlas')
  await button(page, 'Stop').click()
  const stop = dialog(page, 'Stop instance')
  const refused = 'rna-atlas was not stopped.'
  const unknown = 'It is not known whether rna-atlas was stopped.'
  const faults: [Answer, string, string][] = [
    [json(402), refused, 'payment method'],
    [json(403), refused, 'This key may not do that. Nothing was changed.'],
    [json(409), refused, 'busy with something else'],
    [json(422), refused, 'Nothing was changed.'],
    [json(422, { detail: 'The region is closed.' }), refused, 'The region is closed.'],
    [json(422, [{ loc: ['body'], msg: 'odd' }]), refused, 'Nothing was changed.'],
    [json(429), refused, 'asks for fewer requests'],
    [html(429), refused, 'asks for fewer requests'],
    [json(503, {}, { 'Retry-After': '60' }), unknown, 'not available right now'],
    [html(504), unknown, 'took too long'],
    [breaks('namenotresolved'), unknown, 'could not be reached'],
    [login, unknown, 'asks for a sign-in'],
    [text('{"message": "Stop'), unknown, 'is not JSON'],
    [silence, unknown, 'did not answer in time'],
  ]
  for (const [answer, title, said] of faults) {
    answers.now = answer
    await stop.getByRole('button', { name: 'Stop instance' }).click()
    await expect(stop.getByRole('alert')).toContainText(title)
    await expect(stop.getByRole('alert')).toContainText(said)
  }
  expect(answers.asked).toBe(faults.length)
  answers.now = null
  await stop.getByRole('button', { name: 'Stop instance' }).click()
  await expect(stop).toBeHidden()
  await sandbox.advance(5)
  await keepReading(page)
  await expectState(page, 'exited')
})

test('whatever a create comes to, the form keeps what was typed, and nothing is created twice', async ({
  page,
  sandbox,
}) => {
  await waitLess(page, 'action')
  const answers = await answering(
    page,
    (request) => request.method() === 'POST' && request.url().endsWith('/api/instance/'),
  )
  const { create, field, fill } = await openCreate(page, sandbox)
  await fill({ Name: 'kept-name', vCPUs: '3', 'Anthropic API key': 'an-anthropic-key' })
  const full = { message: 'Insufficient resources available', bottleneck: ['n_vcpus'] }
  const faults: [Answer, string][] = [
    [json(409, { detail: 'Another create is under way.' }), 'Another create is under way.'],
    [json(429), 'asks for fewer requests'],
    [json(422, { detail: full }), 'Not enough room right now'],
    [json(422, { ...full, bottleneck: ['account_cpus'], limit: 8, current: 7 }), 'the limit is 8'],
    [json(422, { detail: 'The region is closed.' }), 'The region is closed.'],
    [json(422, { name: ['It is reserved.'], flavor: ['Not here.'] }), 'Each field that was refused says why'],
    [json(422, { detail: [{ loc: ['body', 'name'], msg: 'odd' }] }), 'Nothing was changed.'],
    [json(422, 17), 'Nothing was changed.'],
    [html(422), 'Nothing was changed.'],
    [html(503), 'kept-name is not in your list'],
    [login, 'asks for a sign-in'],
    [silence, 'did not answer in time'],
  ]
  for (const [answer, said] of faults) {
    answers.now = answer
    await create.click()
    await expect(page.getByRole('main').getByRole('alert').first()).toContainText(said)
    await expect(field('vCPUs')).toHaveValue('3')
    await expect(field('Anthropic API key')).toHaveValue('an-anthropic-key')
    if (said.startsWith('Each')) await expect(field('Name')).toHaveAccessibleDescription(/It is reserved\./)
  }
  expect(answers.asked).toBe(faults.length)
  answers.now = null
  await create.click()
  await expect(page).toHaveURL('/instances/kept-name')
})

test('a reload while a create is on its way says that its outcome is not known, and creates nothing twice', async ({
  page,
  sandbox,
}) => {
  const { create, fill } = await openCreate(page, sandbox)
  await fill({ Name: 'half-way', vCPUs: '3' })
  await sandbox.faults([{ method: 'POST', path: '/api/instance/', effect: 'hang', after: true, times: 1 }])
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await create.click()
  await sent
  await expect.poll(async () => JSON.stringify(await sandbox.api('get', '/instance/'))).toContain('half-way')
  await page.reload()
  await expect(notices(page)).toContainText('half-way')
  await expect(createForm(page).field('vCPUs')).toHaveValue('3')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).click()
  await expect(rowOf(page, 'half-way')).toHaveCount(1)
  const posts = (await sandbox.requests()).filter(({ method }) => method === 'POST')
  expect(posts).toHaveLength(1)
})

test('a private window that has no database and no room: everything works, and says that nothing is kept', async ({
  page,
  sandbox,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('A mutation operation was attempted on a database.', 'InvalidStateError')
    }
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
  })
  await page.goto('/instances')
  await page.getByLabel('API key', { exact: true }).fill(sandbox.key)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('You are signed in, but the key is not kept.', { exact: true })).toBeVisible()
  await rowOf(page, 'rna-atlas').getByRole('link', { name: 'rna-atlas', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Live usage' })).toContainText('just now')
  for (const name of ['Web apps', 'Costs', 'Activity', 'Settings']) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.getByRole('main').locator('[aria-busy=true]')).toHaveCount(0)
  }
  await expect(page.getByRole('region', { name: 'This browser' })).toContainText(
    'This browser blocks storage.',
  )
  await expect(page.getByRole('region', { name: 'API keys' })).toContainText('a reload asks for it again')
})
