import { describe, expect, it } from 'vitest'

import { entryForKey } from './menu.tsx'
import { entryForTyping } from './type-ahead.ts'

describe('keys in a menu', () => {
  it('walk around its ends', () => {
    expect(entryForKey('ArrowDown', -1, 3)).toBe(0)
    expect(entryForKey('ArrowDown', 2, 3)).toBe(0)
    expect(entryForKey('ArrowUp', 0, 3)).toBe(2)
    expect(entryForKey('ArrowUp', -1, 3)).toBe(2)
    expect(entryForKey('Home', 2, 3)).toBe(0)
    expect(entryForKey('End', 0, 3)).toBe(2)
  })

  it('that mean something else move nowhere', () => {
    expect(entryForKey('x', 0, 3)).toBeNull()
    expect(entryForKey('ArrowDown', 0, 0)).toBeNull()
  })
})

describe('typing in a menu', () => {
  const labels = ['Stop', 'Restart', 'Resize', 'Rename', 'Delete']

  it('finds what begins with it', () => {
    expect(entryForTyping('d', 0, labels)).toBe(4)
    expect(entryForTyping('res', 0, labels)).toBe(1)
    expect(entryForTyping('resi', 1, labels)).toBe(2)
    expect(entryForTyping('x', 0, labels)).toBeNull()
  })

  it('walks on with the same letter', () => {
    expect(entryForTyping('r', 0, labels)).toBe(1)
    expect(entryForTyping('rr', 1, labels)).toBe(2)
    expect(entryForTyping('rrr', 3, labels)).toBe(1)
  })
})
