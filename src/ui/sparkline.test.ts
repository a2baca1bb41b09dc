import { describe, expect, it } from 'vitest'

import { dotsOf, sparklinePath } from './sparkline.tsx'

const box = { max: 100, width: 80, height: 20 }

describe('the path of a sparkline', () => {
  it('spans the width, with 0 at the bottom and the maximum at the top', () => {
    expect(sparklinePath([0, 50, 100], box)).toEqual({
      line: 'M0 20L40 10L80 0',
      area: 'M0 20L40 10L80 0L80 20L0 20Z',
    })
  })

  it('leaves gaps open', () => {
    expect(sparklinePath([100, 100, null, 0, 0], box).line).toBe('M0 0L20 0M60 20L80 20')
    expect(sparklinePath([100, 100, null, 0, 0], box).area).toBe(
      'M0 0L20 0L20 20L0 20ZM60 20L80 20L80 20L60 20Z',
    )
  })

  it('stays as it is where a value changes by less than can be seen', () => {
    expect(sparklinePath([40, 41], box)).toEqual(sparklinePath([40, 40.4], box))
    expect(sparklinePath([40, 41], box)).not.toEqual(sparklinePath([40, 44], box))
  })

  it('shows a lone sample as a dot', () => {
    expect(sparklinePath([50], box).line).toBe('M0 10h.01')
    expect(sparklinePath([null, 50, null], box).line).toBe('M40 10h.01')
  })

  it('shows few samples as a dot each', () => {
    expect(dotsOf(sparklinePath([50, null, 0, 100], { ...box, width: 90 }).line)).toBe(
      'M0 10h.01M60 20h.01M90 0h.01',
    )
  })

  it('keeps what exceeds the scale inside the box, and draws nothing for nothing', () => {
    expect(sparklinePath([140, -3], box).line).toBe('M0 0L80 20')
    expect(sparklinePath([], box)).toEqual({ line: '', area: '' })
    expect(sparklinePath([null, null], box)).toEqual({ line: '', area: '' })
  })
})
