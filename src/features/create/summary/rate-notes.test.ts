import { describe, expect, it } from 'vitest'

import { usd } from '#lib/money.ts'
import { DAY, HOUR } from '#lib/time.ts'
import type { CostLine } from '#model/pricing/cost.ts'
import type { Rates, RateSource, SourcedRate } from '#model/pricing/rates.ts'

import { rateLabel, rateNotes } from './rate-notes.ts'

const now = Date.UTC(2026, 8, 1)
const from = (source: RateSource): SourcedRate => ({ rate: usd(0.01), source })
const instance = (name: string, age: number) =>
  from({ kind: 'instance', name, uuid: `uuid of ${name}`, createdAt: now - age })
const list = from({ kind: 'list', dated: '2026-09' })

const lines = (...parts: CostLine['part'][]): CostLine[] =>
  parts.map((part) => ({ part, quantity: 1, rate: null, amount: null }))
const read = (rates: Omit<Rates, 'sentieon'> & Partial<Rates>, ...parts: CostLine['part'][]) =>
  rateNotes(lines(...parts), { sentieon: null, ...rates }, now).map(({ before, name, after }) =>
    `${before}${name ?? ''}${after}`.replaceAll('\u00a0', ' '),
  )

describe('where rates come from', () => {
  const atlas = instance('rna-atlas', 3 * DAY)

  it('is one sentence where one source stands for all', () => {
    const rates = { vcpu: atlas, ram: atlas, storage: atlas, gpu: null }
    expect(read(rates, 'vcpu', 'ram', 'storage')).toEqual([
      'Rates as on your rna-atlas, same tier, 3 days ago.',
    ])
  })

  it('is a sentence for each source otherwise', () => {
    const rates = { vcpu: atlas, ram: list, storage: list, gpu: instance('llama-tune', 9 * HOUR) }
    expect(read(rates, 'vcpu', 'ram', 'storage', 'gpu')).toEqual([
      'vCPU: rate as on your rna-atlas, same tier, 3 days ago.',
      'RAM and disk: rates as in the published list price, 2026-09, before any discount.',
      'GPU: rate as on your llama-tune, same GPU, 9 h ago.',
    ])
  })

  it('is the surcharge of one that has it too', () => {
    const rates = { vcpu: list, ram: list, storage: list, gpu: null, sentieon: instance('calls', HOUR) }
    expect(read(rates, 'vcpu', 'ram', 'storage', 'sentieon')[1]).toBe(
      'Sentieon: rate as on your calls, same surcharge, 1 h ago.',
    )
  })

  it('says plainly what is unknown, and what is the user’s own', () => {
    const own = from({ kind: 'override' })
    expect(read({ vcpu: own, ram: own, storage: own, gpu: null }, 'vcpu', 'ram', 'storage', 'gpu')).toEqual([
      'vCPU, RAM, and disk: rates of your own, from Settings.',
      'GPU: rate unknown. None is published and no instance of yours tells it, so the price leaves it out.',
    ])
  })
})

describe('whose rates they are, in a few words', () => {
  const atlas = instance('rna-atlas', 3 * DAY)
  const label = (rates: Omit<Rates, 'sentieon'>, ...parts: CostLine['part'][]) =>
    rateLabel(lines(...parts), { sentieon: null, ...rates }, now).replaceAll('\u00a0', ' ')
  const own = { vcpu: atlas, ram: atlas, storage: atlas, gpu: null }

  it('names one source, and says where there are several or none', () => {
    expect(label(own, 'vcpu', 'ram', 'storage')).toBe('your rates, 3 days ago')
    expect(label({ vcpu: list, ram: list, storage: list, gpu: null }, 'vcpu', 'ram')).toBe(
      'list prices, 2026-09',
    )
    expect(label({ ...own, ram: list }, 'vcpu', 'ram')).toBe('several sources')
    expect(label(own, 'vcpu', 'gpu')).toBe('some rates unknown')
    const override = from({ kind: 'override' })
    expect(label({ ...own, vcpu: override }, 'vcpu')).toBe('rates from Settings')
  })
})
