import { describe, expect, it } from 'vitest'

import { dismissToast, dismissToasts, readToasts, showToast, toastLifeMs } from './toast-store.ts'

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

it('takes the place of the one that it follows, and the last place where that is gone', () => {
  dismissToasts()
  const first = showToast({ title: 'riser is stopping.' })
  showToast({ title: 'A link was copied.' })
  showToast({ title: 'riser has stopped.', replaces: first })
  const titles = () => readToasts().map(({ title }) => title)
  expect(titles()).toEqual(['riser has stopped.', 'A link was copied.'])
  showToast({ title: 'It is told anyway.', replaces: first })
  expect(titles()).toEqual(['riser has stopped.', 'A link was copied.', 'It is told anyway.'])
})
