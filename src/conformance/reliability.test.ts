import { existsSync, readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

const page = readFileSync('docs/reliability.md', 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  .map((line) => line.slice(2, -2).split(' | '))
  .filter(([fault]) => fault !== 'fault' && fault !== 'page')
const citation = /\[[^\]]+\]\(\.\.\/([^)]+)\) “([^”]+)”/g

it('names for each fault what is seen, what is not lost, and tests that exist', () => {
  const faults = rows.filter((cells) => cells.length === 4)
  expect(faults.length).toBeGreaterThan(30)
  for (const cells of faults) for (const cell of cells) expect(cell.trim(), cells[0]).not.toBe('')
  const lost = faults.flatMap(([fault, , , proof = '']) => {
    const cited = [...proof.matchAll(citation)]
    const isAll = proof.replaceAll(citation, '').replaceAll('; ', '') === '' && cited.length > 0
    const missing = cited.filter(
      ([, file = '', title = '']) => !existsSync(file) || !readFileSync(file, 'utf8').includes(title),
    )
    return missing.map(([text]) => text).concat(isAll ? [] : [fault ?? ''])
  })
  expect(lost).toEqual([])
})
