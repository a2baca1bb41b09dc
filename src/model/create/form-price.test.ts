import { describe, expect, test } from 'vitest'

import { usd } from '#lib/money.ts'

import { anInstance } from '../instance/instance.fixture.ts'
import { monthlyText } from '../pricing/price-text.ts'
import { noOverrides } from '../pricing/rates.ts'
import { type CreateForm, emptyCreateForm } from './create-form.ts'
import {
  atSize,
  choiceText,
  environmentPrice,
  formPrice,
  isSaving,
  partTime,
  priceOfChoice,
  rateBook,
} from './form-price.ts'
import { presetsFor } from './presets.ts'

const listed = rateBook(noOverrides, [])
/** An account with a machine of the dearer tier and a GPU. */
const told = rateBook(noOverrides, [
  anInstance({
    cpu_tier: 'high-performance',
    vcpu_cost_hourly_usd: 0.015,
    ram_cost_hourly_usd: 0.005,
    storage_cost_hourly_usd: 0.0001,
    n_gpus: 1,
    gpu_model: 'RTX 5090',
    gpu_cost_hourly_usd: 0.55,
  }),
])
const form: CreateForm = { ...emptyCreateForm, n_vcpus: '16', mem_gib: '64', disk_size_gib: '500' }
const change = (
  patch: Partial<CreateForm>,
  what: 'size' | 'cpu_tier' | 'gpu_model',
  from = form,
  rates = told,
) => priceOfChoice(from, { ...from, ...patch }, what, rates)

describe('the difference that a choice makes', () => {
  test('of another tier, a GPU and a size', () => {
    expect(choiceText(change({ cpu_tier: 'high-performance' }, 'cpu_tier'))).toBe('+$0.160')
    expect(choiceText(change({ gpu_model: 'RTX 5090' }, 'gpu_model'))).toBe('+$0.550')
    const smaller = change({ n_vcpus: '8', mem_gib: '32' }, 'size')
    expect(choiceText(smaller)).toBe('−$0.200')
    expect([isSaving(smaller), isSaving(change({}, 'size'))]).toEqual([true, false])
    expect([isSaving({ kind: 'unknown' }), isSaving({ kind: 'price', price: stopped })]).toEqual([
      false,
      false,
    ])
  })

  test('is not known where nobody has told a rate, and never nothing', () => {
    const dearer = change({ cpu_tier: 'high-performance' }, 'cpu_tier', form, listed)
    expect(dearer).toEqual({ kind: 'unknown' })
    expect(choiceText(dearer)).toBe('price not known')
    const withGpu = { ...form, gpu_model: 'RTX 4090' }
    expect(choiceText(change({ gpu_model: 'H200' }, 'gpu_model', withGpu))).toBe('price not known')
  })

  test('is the price itself where what is chosen now has none', () => {
    const withGpu = { ...form, gpu_model: 'RTX 4090' }
    expect(choiceText(change({ gpu_model: '' }, 'gpu_model', withGpu))).toBe('$0.450\u00a0/\u00a0h')
    const halfTyped = { ...form, n_vcpus: '' }
    expect(choiceText(change({ n_vcpus: '16' }, 'size', halfTyped))).toBe('$0.450\u00a0/\u00a0h')
    expect(choiceText(change({ n_vcpus: '900' }, 'size'))).toBe('price not known')
  })

  test('of a size is known where only the fee of Sentieon is not', () => {
    const genomics: CreateForm = { ...form, flavor: 'genomics' }
    expect(formPrice(genomics, told).running.unknown).toEqual(['sentieon'])
    expect(choiceText(change({ n_vcpus: '32' }, 'size', genomics))).toBe('+$0.080')
  })
})

test('the least that an environment costs is its smallest size, and names the fee that nobody told', () => {
  expect(environmentPrice('base', listed)).toMatchObject({ known: usd(0.034), unknown: [] })
  expect(environmentPrice('genomics', listed)).toMatchObject({ known: usd(0.45), unknown: ['sentieon'] })
})

test('a size in place of the form’s own leaves what it does not name', () => {
  const [small] = presetsFor('base')
  expect(atSize(form, small)).toMatchObject({ n_vcpus: '2', mem_gib: '4', disk_size_gib: '40' })
  expect(atSize(form, { n_vcpus: 8, mem_gib: null, disk_size_gib: null })).toMatchObject({
    n_vcpus: '8',
    mem_gib: '64',
    disk_size_gib: '500',
  })
  expect(atSize(form, { n_vcpus: null, mem_gib: 8, disk_size_gib: null })).toMatchObject({
    n_vcpus: '16',
    mem_gib: '8',
    disk_size_gib: '500',
  })
})

test('a part without a price says why', () => {
  const missing = (typed: Partial<CreateForm>) => formPrice({ ...form, ...typed }, listed).missing
  expect(missing({})).toEqual({})
  expect(missing({ n_vcpus: '', mem_gib: '513', disk_size_gib: '9' })).toEqual({
    vcpu: 'no number yet',
    ram: 'not offered in this size',
    storage: 'not offered in this size',
  })
})

test('the rates are those of the tier and the GPU that are asked for', () => {
  const book = rateBook(noOverrides, [
    anInstance({ cpu_tier: 'high-performance', n_gpus: 1, gpu_model: 'rtx-5090', gpu_cost_hourly_usd: 0.55 }),
  ])
  const kinds = (tier: string, gpu: string) => {
    const rates = book(tier, gpu)
    expect(book(tier, gpu)).toBe(rates)
    return [rates.vcpu?.source.kind, rates.gpu?.rate]
  }
  expect(kinds('general-purpose', '')).toEqual(['list', undefined])
  expect(kinds('high-performance', 'RTX 5090')).toEqual(['instance', usd(0.55)])
  expect(formPrice({ ...form, gpu_model: ' RTX 5090 ' }, book).running.known).toBe(usd(1))
})

const running = { known: usd(0.61), unknown: [] }
const stopped = { known: usd(0.05), unknown: [] }

test('some hours of each day cost what runs then, and the disk for the rest', () => {
  expect(monthlyText(partTime(running, stopped, 8))).toBe('≈\u00a0$173')
  expect(partTime(running, stopped, 24)).toEqual(running)
  expect(partTime(running, stopped, 0)).toEqual(stopped)
})

test('what is not known of either is not known of both', () => {
  const { unknown } = partTime(
    { ...running, unknown: ['gpu', 'storage'] },
    { ...stopped, unknown: ['storage'] },
    8,
  )
  expect(unknown).toEqual(['gpu', 'storage'])
})
