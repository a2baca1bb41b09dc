import { render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { keepTranslatedText } from './translated-text.ts'

let end = () => {}
beforeEach(() => {
  end = keepTranslatedText(document.body)
})
afterEach(() => end())

/** Observers are told of changes after these. */
const observed = () => new Promise((resolve) => setTimeout(resolve))

const textsOf = (root: Node): Text[] =>
  [...root.childNodes].flatMap((node) => (node instanceof Text ? [node] : textsOf(node)))

/** Puts a translation in the place of each text, as one step or as two; returns what stands for what. */
const translate = async (root: Element, inTwoSteps = false) => {
  const pairs = textsOf(root)
    .filter((text) => text.data !== '')
    .map((text) => {
      const stand = document.createElement('font')
      stand.textContent = text.data.toUpperCase()
      if (inTwoSteps) {
        text.before(stand)
        text.remove()
      } else text.replaceWith(stand)
      return { text, stand }
    })
  await observed()
  return pairs
}

const Fleet = ({ count, note }: { count: number; note?: string }) => (
  <p>
    {count} run{count === 1 && <b>s</b>}
    {note}
  </p>
)

test.each([false, true])(
  'what is translated changes, comes and goes (in two steps: %s)',
  async (inTwoSteps) => {
    const { container, rerender, unmount } = render(<Fleet count={2} note=", two idle" />)
    await translate(container, inTwoSteps)
    expect(container).toHaveProperty('textContent', '2 RUN, TWO IDLE')
    rerender(<Fleet count={1} />)
    await observed()
    expect(container).toHaveProperty('textContent', '1 RUNs')
    await translate(container, inTwoSteps)
    rerender(<Fleet count={3} note=", all idle" />)
    await observed()
    expect(container).toHaveProperty('textContent', '3 RUN, all idle')
    unmount()
    expect(container).toHaveProperty('textContent', '')
  },
)

test.each([
  ['the very text', (text: Text) => text],
  ['another with the same words', (_: Text, words: string) => document.createTextNode(words)],
])('a translation that is taken back by %s leaves the words once', async (_, made) => {
  const { container, rerender } = render(<Fleet count={2} note=", two idle" />)
  const words = new Map(textsOf(container).map((text) => [text, text.data]))
  for (const { text, stand } of await translate(container))
    stand.replaceWith(made(text, words.get(text) ?? ''))
  await observed()
  expect(container).toHaveProperty('textContent', '2 run, two idle')
  rerender(<Fleet count={1} />)
  expect(container).toHaveProperty('textContent', '1 runs')
})
