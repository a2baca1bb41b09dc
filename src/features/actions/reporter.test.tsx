import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

import { useInstances } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'
import { createEmitter, type Emitter } from '#lib/emitter.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'
import type { ActionRequest } from '#operations/action-requests.ts'
import { renderSignedIn } from '#testing/render-signed-in.tsx'
import { dismissToasts, readToasts, subscribeToasts } from '#ui/toast-store.ts'

import { PortsPanel } from '../instance/ports/ports-panel.tsx'
import ActionDialogs from './action-dialogs.tsx'
import { cases, container, outcomes, stopped, submit, vm } from './reporter.fixture.ts'
import Reporter from './reporter.ts'

/** A page that one can leave. The dialogs and the reporter are the shell's, and stay. */
const Page = ({ instance, isThere }: { instance: Instance; isThere: Emitter<boolean> }) => {
  const [isShown, setShown] = useState(true)
  useEffect(() => isThere.listen(setShown), [isThere])
  // As the shell does, for every page.
  useInstances()
  return isShown ? <PortsPanel instance={instance} /> : null
}

const open = async (instance: Instance) => {
  const answers: { give: (response: Promise<Response>) => void; url: string }[] = []
  const isThere = createEmitter<boolean>()
  const { account, service, poll } = await renderSignedIn(
    <>
      <Page instance={instance} isThere={isThere} />
      <ActionDialogs />
      <Reporter />
    </>,
    {
      instances: [vm, stopped, container],
      respond: (_method, url) =>
        new Promise<Response>((resolve, reject) => {
          answers.push({ url, give: (response) => void response.then(resolve, reject) })
        }),
    },
  )
  const told: string[] = []
  const ids = new Set<number>()
  const unsubscribe = subscribeToasts(() => {
    for (const { id, title, detail } of readToasts()) {
      if (!ids.has(id)) told.push(`${title} ${detail ?? ''}`)
      ids.add(id)
    }
  })
  const ask = (request: ActionRequest) => act(async () => account.requests.ask(request))
  const give = async (at: number, respond: () => Promise<Response>) => {
    await waitFor(() => expect(answers.length).toBeGreaterThan(at))
    await act(async () => {
      answers[at]?.give(respond())
      await new Promise((resolve) => setTimeout(resolve))
    })
  }
  const leave = () => act(() => isThere.emit(false))
  return { account, service, poll, ask, answers, give, leave, told, unsubscribe }
}

beforeEach(() => {
  dismissToasts()
})

const fleetOf = (state: string) =>
  Array.from({ length: 6 }, (_, at) =>
    anInstance({ uuid: `u-${at}`, name: `vm-${at}`, resource_type: 'vm', state }),
  )

const situations = ['its dialog closed', 'its page left', 'another begun meanwhile'] as const

// It is fetched at the first refusal, for which these tests do not wait.
beforeAll(async () => {
  await import('#operations/read-after-error.ts')
})

describe('what becomes of it is told once', () => {
  const all = Object.entries(cases).flatMap(([name, one]) =>
    situations.flatMap((situation) =>
      (['accepted', 'refused', 'lost'] as const).map((outcome) => ({
        name,
        one,
        situation,
        outcome,
      })),
    ),
  )
  test.each(all)('$name, $situation, $outcome', async ({ one, situation, outcome }) => {
    const { account, service, poll, ask, answers, give, leave, told, unsubscribe } = await open(one.instance)
    await one.ask(ask)
    await waitFor(() => expect(answers).toHaveLength(1))

    if (situation === 'another begun meanwhile') {
      const other = { ...container, uuid: 'u-other', name: 'other' }
      act(() => void account.operations.run({ action: 'stop', uuid: other.uuid, name: other.name }))
      await give(1, outcomes.refused)
    }
    // Whatever of it was closed or left: a restart has neither dialog nor page of its own.
    act(() => account.requests.close())
    leave()

    await give(0, () => outcomes[outcome](one.body))
    if (outcome === 'accepted') {
      service.instances = one.after
      await poll()
      await poll()
    }
    const others = told.filter((text) => text.startsWith('other '))
    const own = told.filter((text) => !text.startsWith('other '))
    expect(others).toHaveLength(situation === 'another begun meanwhile' ? 1 : 0)
    expect(own).toHaveLength(one.told[outcome].length)
    for (const [at, text] of one.told[outcome].entries()) expect(own[at]).toMatch(text)
    unsubscribe()
  })
})

test('what a dialog shows is not told beside it', async () => {
  const { ask, give, told, unsubscribe } = await open(vm)
  await ask({ action: 'stop', instance: vm })
  await submit('Stop instance')
  await give(0, outcomes.refused)
  expect(await screen.findByText('gateway was not stopped.')).toBeDefined()
  expect(told).toEqual([])
  unsubscribe()
})

test('a bulk run whose dialog is closed is told of as a whole, and can be looked at again', async () => {
  const { ask, give, told, unsubscribe, account, service, poll } = await open(vm)
  const fleet = fleetOf('running')
  const [, , busy = vm] = fleet
  service.instances = fleet
  await poll()
  await ask({ action: 'bulk', bulk: 'stop', instances: fleet })
  await submit('Stop 6 instances')
  await screen.findByText(/0 of 6 instances answered/)
  act(() => account.requests.close())
  for (let at = 0; at < 6; at += 1)
    await give(at, () => (at === 2 ? outcomes.refused() : outcomes.accepted({})))
  expect(told).toHaveLength(1)
  expect(told[0]).toMatch(/1 instance was not stopped\. Stopping 5 instances was accepted\./)
  act(() => readToasts().at(-1)?.action?.onAction())
  expect(await screen.findByText('It is being backed up.')).toBeDefined()
  expect(screen.getAllByText('Stop accepted')).toHaveLength(5)
  act(() => account.requests.close())
  service.instances = fleetOf('shut_off').with(2, busy)
  await poll()
  expect(told).toHaveLength(2)
  expect(told[1]).toMatch(/5 instances were stopped\./)
  unsubscribe()
})

test('the rest of a bulk run is held back, and that is said of each', async () => {
  const { ask, give, answers, unsubscribe } = await open(vm)
  const fleet = fleetOf('running')
  await ask({ action: 'bulk', bulk: 'stop', instances: fleet })
  await submit('Stop 6 instances')
  await submit('Hold back 2 instances')
  for (let at = 0; at < 4; at += 1) await give(at, () => outcomes.accepted({}))
  expect(answers).toHaveLength(4)
  expect(await screen.findAllByText('Not sent. It was held back.')).toHaveLength(2)
  await screen.findByRole('button', { name: 'Try 2 instances again', hidden: true })
  unsubscribe()
})

test('the browser asks before a page with something not yet sent is left, and no longer once one is signed out', async () => {
  const { account, unsubscribe } = await open(vm)
  const isAskedBefore = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const requests = fleetOf('running').map(({ uuid, name }) => ({ action: 'stop' as const, uuid, name }))
  await act(async () => account.operations.runAll(requests))
  expect(isAskedBefore()).toBe(true)
  cleanup()
  vi.advanceTimersByTime(1000)
  expect(isAskedBefore()).toBe(false)
  unsubscribe()
  vi.useRealTimers()
})

test('a stop that does not come about is told once, and tried again from there', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { ask, give, told, answers, poll, unsubscribe } = await open(vm)
  await ask({ action: 'stop', instance: vm })
  await submit('Stop instance')
  await give(0, () => outcomes.accepted({}))
  vi.setSystemTime(Date.now() + 4 * 60_000)
  await poll()
  await poll()
  expect(told.filter((text) => text.includes('is not done'))).toHaveLength(1)
  act(() => readToasts().at(-1)?.action?.onAction())
  await waitFor(() => expect(answers).toHaveLength(2))
  unsubscribe()
  vi.useRealTimers()
})

test('a bulk run whose answers are lost is not said to have failed, and is counted when it is seen', async () => {
  const { ask, give, told, unsubscribe, account, service, poll } = await open(vm)
  const fleet = fleetOf('running').slice(0, 3)
  service.instances = fleet
  await poll()
  await ask({ action: 'bulk', bulk: 'stop', instances: fleet })
  await submit('Stop 3 instances')
  act(() => account.requests.close())
  for (let at = 0; at < 3; at += 1) await give(at, outcomes.lost)
  expect(told).toHaveLength(1)
  expect(told[0]).toMatch(/It is not known whether 3 instances were stopped\./)
  service.instances = fleetOf('shut_off').slice(0, 3)
  await poll()
  expect(told).toHaveLength(2)
  expect(told[1]).toMatch(/3 instances were stopped\./)
  unsubscribe()
})

test('an offer to try again goes when it is seen to have happened after all', async () => {
  const { ask, give, unsubscribe, service, poll } = await open(stopped)
  await ask({ action: 'restart', instance: stopped })
  await give(0, outcomes.lost)
  const offers = () => readToasts().filter(({ action }) => action?.label === 'Try again')
  expect(offers()).toHaveLength(1)
  service.instances = [{ ...stopped, state: 'running' }]
  await poll()
  expect(offers()).toEqual([])
  expect(readToasts().at(-1)?.title).toBe('dev-server is running again.')
  unsubscribe()
})
