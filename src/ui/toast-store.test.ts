import { describe, expect, it } from 'vitest'

import { dismissToast, readToasts, showToast, toastLifeMs } from './toast-store.ts'

describe('toasts', () => {
  it('shows the newest four and forgets what is dismissed', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'].map((title) => showToast({ title }))
    expect(readToasts().map(({ title }) => title)).toEqual(['b', 'c', 'd', 'e'])
    for (const id of ids) dismissToast(id)
    expect(readToasts()).toEqual([])
  })

  it('gives a failure and an undo more time than good news', () => {
    const undo = { label: 'Undo', onAction: () => {} }
    expect(toastLifeMs({ tone: 'bad' })).toBeGreaterThan(toastLifeMs({ tone: 'good', action: undo }))
    expect(toastLifeMs({ tone: 'plain', action: undo })).toBeGreaterThan(toastLifeMs({ tone: 'good' }))
  })
})
