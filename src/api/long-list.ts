import { type Instance, type InstanceList, readInstanceList } from '#contract/instance.ts'
import { nextTask } from '#lib/next-task.ts'

/** Milliseconds of work at once: what is typed meanwhile does not wait for longer. */
const atOnce = 8

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
/** [ and {, and what closes them: they differ by one bit. */
const isOpening = (unit: number): boolean => (unit | 0x20) === 0x7b
const isClosing = (unit: number): boolean => (unit | 0x20) === 0x7d
const space = /\s*/y

const skipSpace = (text: string, at: number): number => {
  space.lastIndex = at
  space.test(text)
  return space.lastIndex
}

/** The index behind the string that begins at `at`; -1 where it does not end. */
const stringEnd = (text: string, at: number): number => {
  let end = text.indexOf('"', at + 1)
  while (end > 0) {
    let escapes = 0
    while (text.charCodeAt(end - 1 - escapes) === backslash) escapes += 1
    if (escapes % 2 === 0) return end + 1
    end = text.indexOf('"', end + 1)
  }
  return -1
}

/** The index behind the JSON value that begins at `at`, as far as brackets and strings tell; -1 where the text ends before it. */
const valueEnd = (text: string, at: number): number => {
  let depth = 0
  for (let index = at; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit === quote) {
      const end = stringEnd(text, index)
      if (end < 0) return -1
      index = end - 1
    } else if (isOpening(unit)) depth += 1
    else if (depth === 0 && (unit === comma || isClosing(unit))) return index
    else if (isClosing(unit)) depth -= 1
  }
  return -1
}

/** A row as it stood in the text, and what was read of it: null where it could not be read. */
interface Row {
  from: number
  to: number
  instance: Instance | null
}

interface Reading {
  text: string
  rows: readonly Row[]
  /** The index of its row. */
  byUuid: ReadonlyMap<string, number>
  list: InstanceList
}

/** A uuid that comes twice counts once: the last one, in the place of the first. */
const readingOf = (text: string, rows: readonly Row[], last: Reading | null): Reading => {
  if (
    last?.rows.length === rows.length &&
    rows.every(({ instance }, index) => instance === last.rows[index]?.instance)
  )
    return { ...last, text, rows }
  const byUuid = new Map<string, number>()
  for (const [index, { instance }] of rows.entries()) if (instance !== null) byUuid.set(instance.uuid, index)
  const instances = [...byUuid.values()].flatMap((index) => rows[index]?.instance ?? [])
  const unreadable = rows.filter(({ instance }) => instance === null).length
  return { text, rows, byUuid, list: { instances, unreadable } }
}

const uuidIn = (json: unknown): string | null =>
  typeof json === 'object' && json !== null && 'uuid' in json && typeof json.uuid === 'string'
    ? json.uuid
    : null

/** Goes through the rows of a text in their order, given the reading before it. */
const createWalk = (text: string, before: Reading | null) => {
  /** Which row of the reading before is likely to come next. */
  let expected = 0

  /** The row of the reading before, where the same letters stand at `from`. */
  const sameAs = (known: Row | undefined, from: number): Row | null => {
    if (known === undefined || before === null) return null
    const to = from + known.to - known.from
    // Slices are compared where they lie: nothing is copied, and none is kept, which would keep the whole text.
    return text.slice(from, to) === before.text.slice(known.from, known.to)
      ? { from, to, instance: known.instance }
      : null
  }

  /** Reads the row at `from`. Throws where it is no JSON. */
  return (from: number): Row => {
    const asExpected = sameAs(before?.rows[expected], from)
    if (asExpected !== null) {
      expected += 1
      return asExpected
    }
    const to = valueEnd(text, from)
    const json: unknown = JSON.parse(text.slice(from, to < 0 ? text.length : to))
    const place = before?.byUuid.get(uuidIn(json) ?? '')
    if (place !== undefined) expected = place + 1
    const moved = place === undefined ? null : sameAs(before?.rows[place], from)
    return moved ?? { from, to, instance: readInstanceList([json])?.instances[0] ?? null }
  }
}

/**
 * Reads the text of `GET /api/instance/` for an account of thousands: a part of it at a time, and of a text that is much like the one
 * before only the rows that differ. The others are the same objects as before, and so is the list where all are. Rejects where the
 * text is no JSON array.
 */
export const createLongListReader = (rest: () => Promise<void> = nextTask) => {
  let before: Reading | null = null

  return async (text: string): Promise<InstanceList> => {
    const last = before
    if (last?.text === text) return last.list
    if (text.charAt(skipSpace(text, 0)) !== '[') throw new SyntaxError('This is no array.')
    const walk = createWalk(text, last)
    const rows: Row[] = []
    let began = performance.now()
    let at = skipSpace(text, skipSpace(text, 0) + 1)
    let isOver = text.charAt(at) === ']'
    while (!isOver) {
      const row = walk(at)
      rows.push(row)
      at = skipSpace(text, row.to)
      isOver = text.charAt(at) === ']'
      if (!isOver && text.charAt(at) !== ',') throw new SyntaxError('The array does not end.')
      if (!isOver) at = skipSpace(text, at + 1)
      if (performance.now() - began > atOnce) {
        await rest()
        began = performance.now()
      }
    }
    if (skipSpace(text, at + 1) !== text.length) throw new SyntaxError('Something follows the array.')
    before = readingOf(text, rows, last)
    await rest()
    return before.list
  }
}

const readers = new WeakMap<object, ReturnType<typeof createLongListReader>>()

/** Reads a list that `source` was asked for, given those that it was asked for before; null where the text is no JSON array. */
export const readLongList = async (source: object, text: string): Promise<InstanceList | null> => {
  const read = readers.get(source) ?? createLongListReader()
  readers.set(source, read)
  try {
    return await read(text)
  } catch {
    return null
  }
}
