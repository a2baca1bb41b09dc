import { expect, test } from 'vitest'

import { actions, checkAction } from './actions.ts'
import { anInstance } from './instance.fixture.ts'
import { annotationLimits, noAnnotation, withAnnotation } from './annotation-change.ts'
import { type Annotation, ruleWithLocks } from './annotations.ts'

const marked = (annotation: Partial<Annotation>) => new Map([['u', { ...noAnnotation, ...annotation }]])

test('tags are kept in lower case, trimmed, each once, and no more than the limit', () => {
  const tags = withAnnotation(new Map(), 'u', { tags: [' Paper ', 'paper', 'GPU  run', '', 'x'.repeat(40)] })
  expect(tags?.get('u')?.tags).toEqual(['paper', 'gpu run', 'x'.repeat(annotationLimits.tag)])
  const cut = withAnnotation(new Map(), 'u', { tags: [`${'x'.repeat(31)} y`, ' '] })
  expect(cut?.get('u')?.tags).toEqual(['x'.repeat(31)])
  const many = Array.from({ length: 30 }, (_, index) => `tag ${index}`)
  expect(withAnnotation(new Map(), 'u', { tags: many })?.get('u')?.tags).toHaveLength(annotationLimits.tags)
})

test('a change keeps the rest of the mark, and an empty mark is taken off', () => {
  const before = marked({ locked: true, note: 'For the paper.' })
  const unlocked = withAnnotation(before, 'u', { locked: false })
  expect(unlocked?.get('u')).toEqual({ locked: false, note: 'For the paper.', tags: [] })
  expect(before.get('u')?.locked).toBe(true)
  expect(withAnnotation(unlocked ?? before, 'u', { note: '  ' })?.size).toBe(0)
})

test('a note is cut at its limit', () => {
  const note = withAnnotation(new Map(), 'u', { note: 'x'.repeat(5000) })?.get('u')?.note
  expect(note).toHaveLength(annotationLimits.note)
})

test('one instance too many is refused rather than another one forgotten', () => {
  const full = new Map(
    Array.from({ length: annotationLimits.instances }, (_, index) => [
      `u${index}`,
      { ...noAnnotation, locked: true },
    ]),
  )
  expect(withAnnotation(full, 'one more', { locked: true })).toBeNull()
  expect(withAnnotation(full, 'u7', { note: 'still mine' })?.get('u7')?.note).toBe('still mine')
  const overfull = new Map([...full, ['one more', { ...noAnnotation, locked: true }]])
  expect(withAnnotation(overfull, 'u7', { note: 'still mine' })?.get('u7')?.note).toBe('still mine')
  const roomy = new Map([...full].slice(1))
  expect(withAnnotation(roomy, 'one more', { locked: true })?.size).toBe(annotationLimits.instances)
  expect(withAnnotation(full, 'u7', { locked: false })?.size).toBe(annotationLimits.instances - 1)
})

test.each([
  ['vm', 'running'],
  ['vm', 'shut_off'],
  ['container', 'running'],
  ['container', 'exited'],
] as const)('a lock refuses stop and delete of a %s that is %s, and nothing else', (resource_type, state) => {
  const instance = anInstance({ uuid: 'u', state, resource_type })
  const free = ruleWithLocks(new Map())
  const unlocked = ruleWithLocks(marked({ locked: false, note: 'mine' }))
  const locked = ruleWithLocks(marked({ locked: true }))
  for (const action of actions) {
    const before = checkAction(action, instance)
    expect([free(action, instance), unlocked(action, instance)]).toEqual([before, before])
    expect(locked(action, instance)).toEqual(
      before.allowed && (action === 'stop' || action === 'delete')
        ? { allowed: false, reason: 'Locked in this browser: unlock it first.' }
        : before,
    )
  }
})

test('where the state forbids an action anyway, the state is the reason', () => {
  const stopped = anInstance({ uuid: 'u', state: 'shut_off' })
  expect(ruleWithLocks(marked({ locked: true }))('stop', stopped)).toEqual(
    ruleWithLocks(new Map())('stop', stopped),
  )
})
