import { expect, test } from 'vitest'

import { acts } from './actions.ts'
import { anInstance } from './instance.fixture.ts'
import { markLimits, noMark, withMark } from './annotation-change.ts'
import { type Mark, ruleWithLocks } from './annotations.ts'

const marked = (mark: Partial<Mark>) => new Map([['u', { ...noMark, ...mark }]])

test('tags are kept in lower case, trimmed, each once, and no more than the limit', () => {
  const tags = withMark(new Map(), 'u', { tags: [' Paper ', 'paper', 'GPU  run', '', 'x'.repeat(40)] })
  expect(tags?.get('u')?.tags).toEqual(['paper', 'gpu run', 'x'.repeat(markLimits.tag)])
  const many = Array.from({ length: 30 }, (_, index) => `tag ${index}`)
  expect(withMark(new Map(), 'u', { tags: many })?.get('u')?.tags).toHaveLength(markLimits.tags)
})

test('a change keeps the rest of the mark, and an empty mark is taken off', () => {
  const before = marked({ locked: true, note: 'For the paper.' })
  const unlocked = withMark(before, 'u', { locked: false })
  expect(unlocked?.get('u')).toEqual({ locked: false, note: 'For the paper.', tags: [] })
  expect(before.get('u')?.locked).toBe(true)
  expect(withMark(unlocked ?? before, 'u', { note: '  ' })?.size).toBe(0)
})

test('a note is cut at its limit', () => {
  const note = withMark(new Map(), 'u', { note: 'x'.repeat(5000) })?.get('u')?.note
  expect(note).toHaveLength(markLimits.note)
})

test('one instance too many is refused rather than another one forgotten', () => {
  const full = new Map(
    Array.from({ length: markLimits.instances }, (_, index) => [`u${index}`, { ...noMark, locked: true }]),
  )
  expect(withMark(full, 'one more', { locked: true })).toBeNull()
  expect(withMark(full, 'u7', { note: 'still mine' })?.get('u7')?.note).toBe('still mine')
  expect(withMark(full, 'u7', { locked: false })?.size).toBe(markLimits.instances - 1)
})

test('a lock refuses stop and delete, and nothing else', () => {
  const instance = anInstance({ uuid: 'u', state: 'running', resource_type: 'vm' })
  const free = ruleWithLocks(new Map())
  const locked = ruleWithLocks(marked({ locked: true }))
  expect(acts.filter((act) => free(act, instance).allowed !== locked(act, instance).allowed)).toEqual([
    'stop',
    'delete',
  ])
  expect(locked('stop', instance)).toEqual({
    allowed: false,
    reason: 'Locked in this browser: unlock it first.',
  })
})

test('where the state forbids an act anyway, the state is the reason', () => {
  const stopped = anInstance({ uuid: 'u', state: 'shut_off' })
  expect(ruleWithLocks(marked({ locked: true }))('stop', stopped)).toEqual(
    ruleWithLocks(new Map())('stop', stopped),
  )
})
