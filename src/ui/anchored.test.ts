import { describe, expect, it } from 'vitest'

import { placeBeside } from './anchored.ts'

const view = { width: 1000, height: 800 }
const size = { width: 200, height: 300 }
const at = (left: number, top: number) => ({ left, top, width: 40, height: 30 })
const how = { align: 'end', gap: 4 } as const

describe('placing a popup', () => {
  it('stands below its anchor, at the side asked for', () => {
    expect(placeBeside(at(500, 100), size, view, how)).toMatchObject({ left: 340, top: 134 })
    expect(placeBeside(at(500, 100), size, view, { ...how, align: 'start' })).toMatchObject({ left: 500 })
  })

  it('turns above where there is more room', () => {
    expect(placeBeside(at(500, 700), size, view, how)).toMatchObject({ top: 396 })
  })

  it('stands above and in the middle where that is asked for, and below where there is no room', () => {
    const tooltip = { align: 'center', side: 'above', gap: 6 } as const
    const line = { width: 80, height: 20 }
    expect(placeBeside(at(500, 100), line, view, tooltip)).toMatchObject({ left: 480, top: 74 })
    expect(placeBeside(at(500, 10), line, view, tooltip)).toMatchObject({ top: 46 })
  })

  it('never leaves the window', () => {
    expect(placeBeside(at(0, 100), size, view, how).left).toBe(8)
    expect(placeBeside(at(980, 100), size, view, { ...how, align: 'start' }).left).toBe(792)
  })

  it('is cut to the room there is', () => {
    const tall = placeBeside(at(500, 500), { width: 200, height: 2000 }, view, how)
    expect(tall).toMatchObject({ maxHeight: 488, top: 8 })
  })
})
