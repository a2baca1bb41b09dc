import { readFileSync } from 'node:fs'

import { transformSync } from '@babel/core'
import { expect, test } from 'vitest'

import { slimReactDom } from './slim-react.ts'

/** The names that a script takes from outside. */
const namesFromOutside = (code: string): string[] => {
  const names = new Set<string>()
  transformSync(code, {
    babelrc: false,
    configFile: false,
    code: false,
    compact: true,
    sourceType: 'script',
    plugins: [
      {
        visitor: {
          Program: ({ scope }) => {
            for (const name of Object.keys(scope.getProgramParent().globals)) names.add(name)
          },
        },
      },
    ],
  })
  return [...names].toSorted()
}

test('what is left of React DOM still declares all that it uses', async () => {
  const code = readFileSync('node_modules/react-dom/cjs/react-dom-client.production.js', 'utf8')
  const slim = await slimReactDom(code)
  expect(namesFromOutside(slim)).toEqual(namesFromOutside(code))
})

test('another version of React DOM, in which something to leave out has another name, is refused', async () => {
  await expect(slimReactDom('var isHydrating = !1; function preload() { isHydrating = !0 }')).rejects.toThrow(
    'React DOM has changed',
  )
})
