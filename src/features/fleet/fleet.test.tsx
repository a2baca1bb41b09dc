import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'

import type { Instance } from '#contract/instance.ts'
import { filterInstances, sortInstances } from '#model/fleet/fleet-view.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'
import { renderSignedIn } from '#testing/render-signed-in.tsx'
import { rendersDuring } from '#testing/renders.ts'

import { FleetPage } from './fleet-page.tsx'

vi.mock('#model/fleet/fleet-view.ts', { spy: true })

const vm = (name: string, fields: Partial<Instance> = {}) =>
  anInstance({ uuid: `uuid-${name}`, name, ...fields })
const number = (index: number) => `vm-${String(index).padStart(5, '0')}`
const fleetOf = (count: number) => Array.from({ length: count }, (_, index) => vm(number(index)))

const open = async (instances: readonly Instance[], at?: string) => {
  const page = await renderSignedIn(<FleetPage />, { instances, ...(at === undefined ? {} : { at }) })
  await screen.findByRole('navigation', { name: 'Views' })
  // Whoever counts the calls has to count those of this page.
  expect(sortInstances).toHaveBeenCalled()
  return page
}

/** The keys of the rows that `change` renders: their uuids. */
const rowsDuring = async (change: () => unknown) => (await rendersDuring(change))('FleetRow')

const box = (name: string) => screen.getByLabelText(`Select ${name}`)
const menuButton = (name: string) => screen.getByLabelText(`Actions for ${name}`)
const body = () => {
  const rows = box('vm-c').closest('tbody')
  if (rows === null) throw new Error('The table has no body.')
  return rows
}
const shown = () =>
  [...document.querySelectorAll('tbody a[aria-label]')].map(({ textContent }) => textContent)

beforeEach(() => {
  // jsdom lays nothing out.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 900, 44))
  vi.stubGlobal('scrollTo', () => undefined)
})

test('an unchanged poll renders no row, and sorts and filters nothing', async () => {
  const { poll } = await open(fleetOf(19))
  vi.mocked(sortInstances).mockClear()
  vi.mocked(filterInstances).mockClear()
  expect(await rowsDuring(poll)).toEqual([])
  expect(sortInstances).not.toHaveBeenCalled()
  expect(filterInstances).not.toHaveBeenCalled()
})

test('an instance changed elsewhere renders one row', async () => {
  const { service, poll } = await open(fleetOf(19))
  service.instances = service.instances.with(7, vm(number(7), { n_vcpus: 16 }))
  expect(await rowsDuring(poll)).toEqual(['uuid-vm-00007'])
})

test('a box that is ticked renders one row, and with Shift the rows that it takes along', async () => {
  await open(fleetOf(19))
  vi.mocked(sortInstances).mockClear()
  expect(await rowsDuring(() => fireEvent.click(box('vm-00003')))).toEqual(['uuid-vm-00003'])
  expect(await rowsDuring(() => fireEvent.click(box('vm-00005'), { shiftKey: true }))).toEqual([
    'uuid-vm-00004',
    'uuid-vm-00005',
  ])
  expect(sortInstances).not.toHaveBeenCalled()
})

test('a menu that opens renders its row, and an action that is pending no other', async () => {
  await open(fleetOf(19).with(4, vm(number(4), { state: 'shut_off' })))
  const opened = await rowsDuring(async () => {
    fireEvent.click(menuButton('vm-00004'))
    await screen.findByRole('menu', { hidden: true })
  })
  expect(opened).toEqual(['uuid-vm-00004'])

  const renders = await rendersDuring(async () => {
    fireEvent.click(screen.getByRole('menuitem', { name: /^Restart/, hidden: true }))
    await screen.findAllByText('Restarting')
  })
  // As its menu closes; what is pending is read by its states alone (a phone shows one beside the name).
  expect(new Set(renders('FleetRow'))).toEqual(new Set(['uuid-vm-00004']))
  expect(renders('InstanceState').length).toBeLessThan(10)
})

test('of 10,000 instances, one that is changed or ticked renders one row', async () => {
  const { service, poll } = await open(fleetOf(10_000))
  await waitFor(() => {
    expect(shown().length).toBeGreaterThan(20)
  })
  // Those around the screen come a few at a time.
  let before = 0
  await waitFor(() => {
    const last = before
    before = shown().length
    expect(before).toBe(last)
  })
  expect(shown().length).toBeLessThan(100)
  // What came after the first rows is drawn.
  await poll()
  const table = document.querySelector('table')
  if (table === null) throw new Error('There is no table.')
  const changes = new MutationObserver(() => undefined)
  changes.observe(table, { subtree: true, childList: true, characterData: true, attributes: true })
  vi.mocked(sortInstances).mockClear()
  vi.mocked(filterInstances).mockClear()
  expect(await rowsDuring(poll)).toEqual([])
  expect(changes.takeRecords()).toEqual([])
  expect(sortInstances).not.toHaveBeenCalled()
  expect(filterInstances).not.toHaveBeenCalled()
  service.instances = service.instances.with(3, vm(number(3), { n_vcpus: 16 }))
  expect(await rowsDuring(poll)).toEqual(['uuid-vm-00003'])
  expect(await rowsDuring(() => fireEvent.click(box('vm-00002')))).toEqual(['uuid-vm-00002'])
})

test('what is typed sorts nothing anew, and counts the views once a reading', async () => {
  await open(fleetOf(300), '/?sort=name')
  const search = screen.getByRole('searchbox', { name: 'Search instances' })
  vi.mocked(filterInstances).mockClear()
  const sorted = new Set<unknown>()
  vi.mocked(sortInstances).mockClear()
  for (const q of ['vm-000', 'vm-0000', 'vm-00007'])
    await act(async () => {
      fireEvent.change(search, { target: { value: q } })
    })
  expect(shown()).toEqual(['vm-00007'])
  for (const { value } of vi.mocked(sortInstances).mock.results) sorted.add(value)
  expect(sorted.size).toBe(1)
  // About once for each of the texts: the five views would make it six times that.
  expect(vi.mocked(filterInstances).mock.calls.length).toBeLessThan(8)
})

const three = [vm('vm-b'), vm('vm-c'), vm('vm-d')]

const leaveRows = () =>
  act(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })

test('rows move again after the instance whose menu was open is gone, and its menu does not come back with it', async () => {
  const { service, poll } = await open(three)
  fireEvent.click(menuButton('vm-c'))
  await screen.findByRole('menu', { hidden: true })
  service.instances = [vm('vm-a'), ...three]
  await poll()
  expect(shown()).toEqual(['vm-b', 'vm-c', 'vm-d', 'vm-a'])

  service.instances = [vm('vm-a'), vm('vm-b'), vm('vm-d')]
  await poll()
  await leaveRows()
  await poll()
  expect(shown()).toEqual(['vm-a', 'vm-b', 'vm-d'])
  expect(screen.queryByRole('menu', { hidden: true })).toBeNull()

  service.instances = [vm('vm-a'), ...three]
  await poll()
  expect(shown()).toEqual(['vm-a', 'vm-b', 'vm-c', 'vm-d'])
  expect(screen.queryByRole('menu', { hidden: true })).toBeNull()
})

test('the row that had the focus hands it on when it goes, and rows move again once it is left', async () => {
  const { service, poll } = await open(three)
  act(() => {
    box('vm-c').focus()
  })
  service.instances = [vm('vm-a'), ...three]
  await poll()
  expect(shown()).toEqual(['vm-b', 'vm-c', 'vm-d', 'vm-a'])

  service.instances = [vm('vm-a'), vm('vm-b'), vm('vm-d')]
  await poll()
  expect(document.activeElement).toBe(box('vm-d'))
  await leaveRows()
  await poll()
  expect(shown()).toEqual(['vm-a', 'vm-b', 'vm-d'])
})

test('rows move again after all of them were gone from under the pointer', async () => {
  const { service, poll } = await open(three, '/?q=vm-')
  fireEvent.pointerOver(body())
  service.instances = [vm('vm-a'), ...three]
  await poll()
  expect(shown()).toEqual(['vm-b', 'vm-c', 'vm-d', 'vm-a'])

  service.instances = [vm('other')]
  await poll()
  expect(screen.queryByLabelText('Instances')).toBeNull()
  service.instances = three
  await poll()
  service.instances = [vm('vm-a'), ...three]
  await poll()
  expect(shown()).toEqual(['vm-a', 'vm-b', 'vm-c', 'vm-d'])
})

test('an order that the reader asks for comes at once, also while the pointer rests on the rows', async () => {
  await open(three)
  fireEvent.pointerOver(body())
  const byName = within(screen.getByRole('columnheader', { name: 'Name' })).getByRole('button')
  fireEvent.click(byName)
  fireEvent.click(byName)
  await waitFor(() => {
    expect(shown()).toEqual(['vm-d', 'vm-c', 'vm-b'])
  })
})
