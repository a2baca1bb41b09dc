import { describe, expect, it } from 'vitest'

import { HOUR, MINUTE, SECOND } from '#lib/time.ts'

import { type Happening, happeningsOf } from './happenings.ts'
import { environment, noon, saw, state } from './record.fixture.ts'
import { overdueFrom, startLimit, usualStart } from './usual-starts.ts'

describe('how long starts take', () => {
  const starts = (seconds: number[]) =>
    happeningsOf(
      seconds.flatMap((length, index) => [
        saw(index * 600, state('exited', 'provisioning')),
        saw(index * 600 + length, state('provisioning', 'running')),
        saw(index * 600 + 300, state('running', 'exited')),
      ]),
      noon + 240 * HOUR,
    )

  it('is known from three starts of the same environment on', () => {
    expect(usualStart(starts([40, 50]), environment)).toBeNull()
    expect(usualStart(starts([40, 60, 50]), environment)).toEqual({
      starts: [50 * SECOND, 60 * SECOND, 40 * SECOND],
      from: 40 * SECOND,
      to: 60 * SECOND,
      median: 50 * SECOND,
    })
    expect(usualStart(starts([40, 60, 50]), { ...environment, flavor: 'base' })).toBeNull()
  })

  it('is told by the last fourteen', () => {
    expect(
      usualStart(starts(Array.from({ length: 20 }, (_, index) => index + 1)), environment)?.starts,
    ).toHaveLength(14)
  })

  it('is overdue past three times the slowest usual one, never within two minutes, nor within ten where nothing is usual', () => {
    expect(startLimit(null)).toBe(10 * MINUTE)
    expect(startLimit(usualStart(starts([10, 20, 15]), environment))).toBe(2 * MINUTE)
    expect(startLimit(usualStart(starts([10, 60, 15]), environment))).toBe(3 * MINUTE)
  })
})

describe('what counts as a usual start', () => {
  const start = (took: number | null, more: Partial<Happening> = {}): Happening => ({
    key: '',
    at: noon,
    uuid: 'u1',
    name: 'rna-atlas',
    kind: 'started',
    isOwn: false,
    title: 'Restarted',
    isOpen: false,
    took,
    effect: null,
    environment,
    prefill: null,
    ...more,
  })

  it('is one that was seen from beginning to end, of the same flavor and type', () => {
    const three = [start(10), start(20, { kind: 'created' }), start(30)]
    expect(usualStart(three, environment)?.starts).toEqual([10, 20, 30])
    for (const other of [
      start(30, { kind: 'resized' }),
      start(30, { isOpen: true }),
      start(null),
      start(30, { environment: null }),
      start(30, { environment: { ...environment, flavor: 'base' } }),
      start(30, { environment: { ...environment, resource_type: 'vm' } }),
    ])
      expect(usualStart([...three.slice(0, 2), other], environment)).toBeNull()
  })

  it('is bounded by the middle four fifths of them, wherever they stand', () => {
    const starts = [7, 1, 11, 3, 9, 5, 2, 8, 10, 4, 6].map((took) => start(took))
    expect(usualStart(starts, environment)).toMatchObject({ from: 2, to: 10, median: 6 })
  })

  it('a start is overdue by the usual ones of its environment, and anything else after three minutes', () => {
    const usual = [start(MINUTE), start(MINUTE), start(MINUTE)]
    const after = (happening: Happening) => overdueFrom(happening, usual) - noon
    expect(after(start(null))).toBe(3 * MINUTE)
    expect(after(start(null, { kind: 'created' }))).toBe(3 * MINUTE)
    expect(after(start(null, { environment: { ...environment, flavor: 'base' } }))).toBe(10 * MINUTE)
    expect(after(start(null, { environment: null }))).toBe(10 * MINUTE)
    expect(after(start(null, { kind: 'stopped', environment: null }))).toBe(3 * MINUTE)
  })
})
