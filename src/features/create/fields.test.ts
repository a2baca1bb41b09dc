import { describe, expect, it } from 'vitest'

import { applyServerErrors } from './fields.tsx'

const place = (fields: Record<string, string[]>) => {
  const shown: Record<string, string | undefined> = {}
  const focused: string[] = []
  const form = {
    setError: (field: string, { message }: { message?: string }) => {
      shown[field] = message
    },
    setFocus: (field: string) => focused.push(field),
  }
  return { unplaced: applyServerErrors(form, { fields }, ['size', 'name']), shown, focused }
}

describe('the messages of a 400', () => {
  it('stand at their fields, and the first field of the page has the focus', () => {
    const { unplaced, shown, focused } = place({ name: ['Taken.', 'Too long.'], size: ['Too large.'] })
    expect(shown).toEqual({ size: 'Too large.', name: 'Taken.\nToo long.' })
    expect(focused).toEqual(['size'])
    expect(unplaced).toEqual([])
  })

  it('are handed back where the page has no such field', () => {
    const { unplaced, shown, focused } = place({ project: ['Choose one.'] })
    expect(unplaced).toEqual([{ field: 'project', message: 'Choose one.' }])
    expect([shown, focused]).toEqual([{}, []])
  })
})
