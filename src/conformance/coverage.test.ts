import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { endpoints, type Endpoint } from '#contract/endpoints.ts'
import { createBody, portBody, updateBody } from '#contract/requests.ts'
import { pageFlavors, pageStates } from '#contract/vocabulary.ts'
import { actionWire, instanceWire, portsWire, statsWire } from '#contract/wire.ts'

const page = readFileSync('docs/api-coverage.md', 'utf8')

interface Row {
  section: string
  cells: string[]
}

const readRows = (): Row[] => {
  const rows: Row[] = []
  let section = ''
  for (const line of page.split('\n')) {
    if (line.startsWith('## ')) section = line.slice(3)
    if (line.startsWith('| ')) rows.push({ section, cells: line.slice(2, -2).split(' | ') })
  }
  return rows.filter(({ cells }) => cells[0] !== '---' && cells[0] !== 'the API page')
}

const rows = readRows()
const linesOf = (section: string): string[] =>
  rows.filter((row) => row.section === section).map(({ cells }) => cells[0] ?? '')

const citation = /\[[^\]]+\]\(\.\.\/([^)]+)\) “([^”]+)”/g

/** The tests that a row cites; a proof that is written in any other way is one without a title. */
const citations = (proof: string): { file: string; title: string }[] => {
  const cited = [...proof.matchAll(citation)].map(([, file = '', title = '']) => ({ file, title }))
  const isAll = proof.replaceAll(citation, '').replaceAll('; ', '') === ''
  return isAll ? cited : [...cited, { file: proof, title: '' }]
}

describe('docs/api-coverage.md', () => {
  it('has four cells in every row, and none is empty', () => {
    expect(rows.length).toBeGreaterThan(100)
    for (const { cells } of rows) {
      expect(cells).toHaveLength(4)
      for (const cell of cells) expect(cell.trim(), cells[0]).not.toBe('')
    }
  })

  it('quotes tests that exist, each in the file that it names', () => {
    const lost = rows
      .flatMap(({ cells }) => citations(cells[3] ?? ''))
      .filter(
        ({ file, title }) => title === '' || !existsSync(file) || !readFileSync(file, 'utf8').includes(title),
      )
    expect(lost).toEqual([])
  })

  it.each(
    Object.values<Endpoint>(endpoints).flatMap(({ method, path, promises }) =>
      Object.keys(promises).map((status) => [method, path, status] as const),
    ),
  )('has %s %s with its %s', (method, path, status) => {
    const short = /\{uuid\}\/(.+)$/.exec(path)?.[1]
    const name = `\`${method} ${short === undefined ? `/api${path}` : `…/${short}`}\``
    const said = linesOf('Endpoints').filter((line) => line.includes(name))
    expect(said.filter((line) => line.includes(status))).not.toEqual([])
  })

  it.each([
    ['Request fields of create', Object.keys(createBody.shape)],
    ['Request fields of update and ports', Object.keys({ ...updateBody.shape, ...portBody.shape })],
    ['Flavors', pageFlavors],
    ['States', pageStates],
    ['Fields of an instance', Object.keys(instanceWire.shape)],
    [
      'Fields of the other answers',
      Object.keys({ ...actionWire.shape, ...portsWire.shape, ...statsWire.shape }),
    ],
  ])('has a line for each of: %s', (section, words) => {
    const lines = linesOf(section)
    expect(words.filter((word) => !lines.some((line) => line.startsWith(`\`${word}\``)))).toEqual([])
  })
})

it.each([
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'docs/api-coverage.md',
  'docs/how-it-is-built.md',
  'docs/reliability.md',
  'docs/serving.md',
])('%s links to files, and to parts of them, that exist', (path) => {
  const links = [...readFileSync(path, 'utf8').matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target)
  const exists = (target: string): boolean => {
    const [name = '', part] = target.split('#')
    const file = join(dirname(path), name)
    if (!existsSync(file)) return false
    if (part === undefined) return true
    const headings = readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)
    return [...headings].some(([, words = '']) => words.toLowerCase().replaceAll(' ', '-') === part)
  }
  expect(links.filter((target) => !target.startsWith('https://') && !exists(target))).toEqual([])
})
