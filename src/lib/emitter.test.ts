import { expect, test } from 'vitest'

import { createEmitter } from './emitter.ts'

test('everyone who listens hears each value, and nothing any more after leaving', () => {
  const numbers = createEmitter<number>()
  const heard: string[] = []
  const leave = numbers.listen((value) => heard.push(`first ${value}`))
  numbers.listen((value) => heard.push(`second ${value}`))
  numbers.emit(1)
  leave()
  leave()
  numbers.emit(2)
  expect(heard).toEqual(['first 1', 'second 1', 'second 2'])
})
