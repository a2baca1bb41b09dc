import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'

import { ApiError, httpError } from '#api/api-error.ts'
import { keys } from '#api/cache.ts'
import type { Client } from '#api/client.ts'
import { readErrorBody } from '#contract/errors.ts'
import type { Instance } from '#contract/instance.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'

import { createSendCreate, isMadeBy, type NamedCreate } from './create.ts'
import type { Operation } from './operation.ts'
import { clientWith } from './operations.fixture.ts'

const body: NamedCreate = {
  name: 'rna-atlas',
  resource_type: 'container',
  n_vcpus: 8,
  mem_gib: 32,
  disk_size_gib: 100,
  aws_secret_access_key: 'S3CR3T',
}
const made = anInstance({
  uuid: 'n',
  name: 'rna-atlas',
  resource_type: 'container',
  n_vcpus: 8,
  mem_gib: 32,
  disk_size_gib: 100,
})

const lost = new ApiError({ kind: 'timeout', message: 'Late.' })
const taken = httpError(400, readErrorBody({ name: ['Taken.'] }), null)
const full = httpError(422, readErrorBody({ bottleneck: ['n_vcpus'] }), null)
const broken = new ApiError({ kind: 'network', message: 'No connection.' })

/** Sends it to a service that meets it so; what came of it, what was reported, and whether the list was read. */
const send = async (answer: Instance | ApiError, inList: Instance | null | ApiError = null) => {
  const queries = new QueryClient()
  const create = vi.fn<Client['create']>(() =>
    answer instanceof ApiError ? Promise.reject(answer) : Promise.resolve(answer),
  )
  const findByName = vi.fn<(name: string) => Promise<Instance | null>>(() =>
    inList instanceof ApiError ? Promise.reject(inList) : Promise.resolve(inList),
  )
  const reports: Partial<Operation>[] = []
  const sendCreate = createSendCreate({
    connectionId: 'c',
    client: clientWith({ create }),
    queries,
    findByName,
  })
  const result = await sendCreate(body, (part) => reports.push(part)).catch((error: unknown) => error)
  expect(create.mock.calls).toEqual([[body]])
  return { result, reports, asked: findByName.mock.calls.flat(), queries }
}

describe('a create', () => {
  it('that is answered is that instance, which is shown at once', async () => {
    const { result, reports, asked, queries } = await send(made)
    expect(result).toBe(made)
    expect([reports, asked]).toEqual([[], []])
    expect(queries.getQueryData(keys.detail('c', 'rna-atlas'))).toBe(made)
  })

  it('whose answer was lost is looked for by its name, and found', async () => {
    const { result, reports, asked } = await send(lost, made)
    expect(result).toBe(made)
    expect(asked).toEqual(['rna-atlas'])
    expect(reports).toEqual([{ lookUp: { status: 'looking' } }, { wasLost: true }])
  })

  it('whose answer was lost is not known where its name is not in the list, or the list cannot be read', async () => {
    expect(await send(lost, null)).toMatchObject({
      result: lost,
      reports: [{ lookUp: { status: 'looking' } }, { lookUp: { status: 'absent' } }],
    })
    expect(await send(lost, broken)).toMatchObject({
      result: lost,
      reports: [{ lookUp: { status: 'looking' } }, { lookUp: { status: 'failed', error: broken } }],
    })
  })

  it('that is refused for anything but its name is refused, and nobody looks', async () => {
    expect(await send(full, made)).toMatchObject({ result: full, reports: [], asked: [] })
  })

  it('whose name is taken by what it asked for was made by it', async () => {
    expect(await send(taken, made)).toMatchObject({
      result: made,
      reports: [{ wasLost: true }],
      asked: ['rna-atlas'],
    })
  })

  it('whose name is taken by something else, by nobody here, or by who knows whom, is refused', async () => {
    expect(await send(taken, { ...made, n_vcpus: 4 })).toMatchObject({ result: taken, reports: [] })
    expect(await send(taken, null)).toMatchObject({ result: taken, reports: [] })
    expect(await send(taken, broken)).toMatchObject({
      result: taken,
      reports: [{ lookUp: { status: 'failed', error: broken } }],
    })
  })
})

it('an instance is what was asked for only by all that both tell', () => {
  expect(isMadeBy(body, made)).toBe(true)
  const others: Partial<Instance>[] = [
    { name: 'other' },
    { resource_type: 'vm' },
    { n_vcpus: 4 },
    { mem_gib: 16 },
    { disk_size_gib: 200 },
  ]
  for (const other of others) expect(isMadeBy(body, { ...made, ...other })).toBe(false)
})
