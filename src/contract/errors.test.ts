import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readErrorBody } from './errors.ts'

const nothing = { message: null, fields: {}, capacity: null }

describe('reading an error', () => {
  it('never throws, whatever JSON comes, and says only what a person can read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const { message, fields } = readErrorBody(json)
        expect(message === null || message.trim() !== '').toBe(true)
        for (const messages of Object.values(fields)) expect(messages.length).toBeGreaterThan(0)
      }),
    )
  })

  it('never throws on a body that is almost a 422', () => {
    const almost = fc.record(
      {
        message: fc.jsonValue(),
        bottleneck: fc.oneof(fc.array(fc.string()), fc.jsonValue()),
        requested: fc.jsonValue(),
        nearest_available: fc.jsonValue(),
        limit: fc.jsonValue(),
        current: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(almost, fc.boolean(), (body, isWrapped) => {
        const { capacity } = readErrorBody(isWrapped ? { detail: body } : body)
        expect(capacity === null || capacity.message.trim() !== '').toBe(true)
      }),
    )
  })

  it.each([
    [{ detail: 'Invalid API key.' }, 'Invalid API key.'],
    [{ error: 'Instance not found.' }, 'Instance not found.'],
    [{ message: 'Payment required.' }, 'Payment required.'],
    [{ non_field_errors: ['Choose another size.'] }, 'Choose another size.'],
  ])('finds the sentence in %j', (body, message) => {
    expect(readErrorBody(body)).toEqual({ ...nothing, message })
  })

  it.each([null, undefined, '', 'Bad gateway', [], 3, { detail: '' }, {}])('finds nothing in %j', (body) => {
    expect(readErrorBody(body)).toEqual(nothing)
  })

  it('ties each sentence to its field', () => {
    const body = {
      name: ['Taken.', 'Too short.'],
      n_vcpus: 'Too many.',
      mem_gib: [],
      disk_size_gib: [3, null],
    }
    expect(readErrorBody(body).fields).toEqual({ name: ['Taken.', 'Too short.'], n_vcpus: ['Too many.'] })
  })

  it('reads the page’s 422', () => {
    const body = {
      detail: {
        message: 'Insufficient resources available',
        bottleneck: ['n_vcpus', 'mem_gib'],
        requested: { n_vcpus: 128, mem_gib: 512 },
        nearest_available: { n_vcpus: 64, mem_gib: 256 },
      },
    }
    expect(readErrorBody(body)).toEqual({
      message: 'Insufficient resources available',
      fields: {},
      capacity: {
        message: 'Insufficient resources available',
        bottleneck: ['n_vcpus', 'mem_gib'],
        requested: { n_vcpus: 128, mem_gib: 512, disk_size_gib: null, gpu_model: null },
        nearest: { n_vcpus: 64, mem_gib: 256, disk_size_gib: null, gpu_model: null },
        account: null,
      },
    })
  })

  it('reads the live 422 in the page’s words', () => {
    const body = {
      message: 'No host',
      bottleneck: ['cpus', 'disk', 'gpu_model'],
      requested: { cpus: 128, ram: 512, disk: 100, gpu_model: 'NVIDIA GeForce RTX 5090' },
      nearest_available: { cpus: 64, ram: 256, disk: 50, gpu_model: null, gpus: 0 },
    }
    expect(readErrorBody(body).capacity).toMatchObject({
      bottleneck: ['n_vcpus', 'disk_size_gib', 'gpu_model'],
      requested: { n_vcpus: 128, mem_gib: 512, disk_size_gib: 100, gpu_model: 'NVIDIA GeForce RTX 5090' },
      nearest: { n_vcpus: 64, mem_gib: 256, disk_size_gib: 50, gpu_model: null },
    })
  })

  it('tells a limit of the account from a full host', () => {
    const body = {
      message: 'Limit',
      bottleneck: ['account_vcpus'],
      requested: { cpus: 8 },
      limit: 32,
      current: 30,
    }
    expect(readErrorBody(body).capacity).toMatchObject({ nearest: null, account: { limit: 32, current: 30 } })
    const nearest = { cpus: 4 }
    const byWord = { bottleneck: ['ram', 'account_vcpus'], nearest_available: nearest }
    expect(readErrorBody(byWord).capacity).toMatchObject({
      nearest: null,
      account: { limit: null, current: null },
    })
    const byLimit = { bottleneck: ['vcpus', 'gpus'], limit: 32, nearest_available: nearest }
    expect(readErrorBody(byLimit).capacity).toMatchObject({
      bottleneck: ['n_vcpus', 'gpus'],
      nearest: null,
      account: { limit: 32, current: null },
    })
    const fullHost = { bottleneck: ['no_account'], nearest_available: nearest }
    expect(readErrorBody(fullHost).capacity).toMatchObject({ nearest: { n_vcpus: 4 }, account: null })
  })

  it('of a 422 without words says what it is, and without a nearest size has none', () => {
    for (const nearest_available of [undefined, null, {}, 'none', []])
      expect(readErrorBody({ bottleneck: ['ram'], name: ['Taken.'], nearest_available })).toEqual({
        message: 'Insufficient resources available',
        fields: {},
        capacity: {
          message: 'Insufficient resources available',
          bottleneck: ['mem_gib'],
          requested: { n_vcpus: null, mem_gib: null, disk_size_gib: null, gpu_model: null },
          nearest: null,
          account: null,
        },
      })
  })

  it('knows every word that either service has for a part', () => {
    const words = ['cpus', 'vcpus', 'ram', 'mem', 'memory', 'disk', 'n_vcpus', 'constructor', ' ']
    expect(readErrorBody({ bottleneck: words }).capacity?.bottleneck).toEqual([
      'n_vcpus',
      'n_vcpus',
      'mem_gib',
      'mem_gib',
      'mem_gib',
      'disk_size_gib',
      'n_vcpus',
      'constructor',
    ])
    const many = Array.from({ length: 51 }, () => 'disk')
    expect(readErrorBody({ bottleneck: many }).capacity?.bottleneck).toHaveLength(50)
  })

  it('takes the first sentence that is for nobody’s field, and all of those that are for the form', () => {
    expect(readErrorBody({ detail: ['One.', 'Two.'], error: 'Three.' }).message).toBe('One.')
    expect(readErrorBody({ detail: ' ', error: 'Three.', message: 'Four.' }).message).toBe('Three.')
    expect(readErrorBody({ name: ['Taken.'], non_field_errors: ['Too large.', 'Too many.'] })).toEqual({
      message: 'Too large. Too many.',
      fields: { name: ['Taken.'] },
      capacity: null,
    })
    expect(readErrorBody({ ' ': ['Blank.'] })).toEqual({ ...nothing, message: 'Blank.' })
    expect(readErrorBody({ requested: 'x', nearest_available: 'y', name: 'Taken.' }).fields).toEqual({
      name: ['Taken.'],
    })
  })
})
