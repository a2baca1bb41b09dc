import { describe, expect, it } from 'vitest'

import { parseNumber, stepNumber } from './number-input.tsx'

const vcpus = { min: 1, max: 256, step: 1 }

describe('stepping a number field', () => {
  it('moves by whole steps and stops at the ends of the range', () => {
    expect(stepNumber('16', 1, vcpus)).toBe('17')
    expect(stepNumber('16', -10, vcpus)).toBe('6')
    expect(stepNumber('250', 10, vcpus)).toBe('256')
    expect(stepNumber('3', -10, vcpus)).toBe('1')
    expect(stepNumber('1,500', 1, { min: 10, max: 2000, step: 1 })).toBe('1501')
  })

  it('comes back into the range from outside it', () => {
    expect(stepNumber('9999', 1, vcpus)).toBe('256')
    expect(stepNumber('-4', -1, vcpus)).toBe('1')
  })

  it('starts at the lower end when there is no number yet', () => {
    expect(stepNumber('', 1, vcpus)).toBe('1')
    expect(stepNumber('lots', -1, vcpus)).toBe('1')
    expect(stepNumber('1.500', 1, vcpus)).toBe('1')
  })

  it('does not gain stray decimals', () => {
    expect(stepNumber('0.1', 2, { min: 0, max: 1, step: 0.1 })).toBe('0.3')
    expect(stepNumber('0.5', 1, { min: 0, max: 512, step: 1 })).toBe('1.5')
  })
})

describe('reading a number field', () => {
  it('reads plain numbers only', () => {
    expect(parseNumber(' 64 ')).toBe(64)
    expect(parseNumber('0.5')).toBe(0.5)
    expect(parseNumber('-1')).toBe(-1)
    expect(parseNumber('1,500')).toBe(1500)
    expect(parseNumber('0.125')).toBe(0.125)
    for (const text of ['', ' ', '1e3', '64 GiB', '1.500', '1,5', '0x10', 'Infinity', '--1', '.']) {
      expect(parseNumber(text)).toBeNull()
    }
  })
})
