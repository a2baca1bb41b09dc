// What every script asks first. An old Node must be able to read this file, so it uses nothing newer than Node 14 has.
import fs from 'fs'

const numbers = (text) => text.split('.').map(Number)

const isBefore = (a, b) => {
  for (let index = 0; index < 3; index += 1) {
    const [left = 0, right = 0] = [a[index], b[index]]
    if (left !== right) return left < right
  }
  return false
}

/** Whether a version such as `22.13.1` is in a range made of `^1.2.3` and `>=1.2` joined by `||`. */
export const isInRange = (version, range) => {
  const have = numbers(version.replace(/^v/, ''))
  return range.split('||').some((part) => {
    const [, kind, from] = /^\s*(\^|>=)(\d+(?:\.\d+){0,2})\s*$/.exec(part) || []
    if (kind === undefined || isBefore(have, numbers(from))) return false
    return kind === '>=' || have[0] === numbers(from)[0]
  })
}

const inWords = (range) =>
  range
    .split('||')
    .map((part) => part.trim())
    .map((part) => (part.startsWith('>=') ? `${part.slice(2)} or newer` : part.slice(1).replace(/\.0$/, '')))
    .join(', ')

/** The sentence for a Node that is too old (or an odd version in between), or null where it will do. */
export const nodeProblem = (version, range) =>
  isInRange(version, range)
    ? null
    : `Hatteras needs Node ${inWords(range)}, and this is Node ${version.replace(/^v/, '')}: nothing was installed or changed.`

/** The sentence for a folder whose path Vite would take for an address with a fragment or a query, or null. */
export const pathProblem = (path) => {
  const [sign] = /[#?]/.exec(path) || []
  return sign === undefined
    ? null
    : `The path of this folder has a ${sign} in it, with which it cannot be built: rename or move ${path}.`
}

/** Ends the process with a sentence where this Node or this folder will not do. Called before anything newer is imported. */
export const requireNode = () => {
  const root = new URL('..', import.meta.url)
  const { engines } = JSON.parse(fs.readFileSync(new URL('package.json', root), 'utf8'))
  const problem = nodeProblem(process.version, engines.node) || pathProblem(decodeURIComponent(root.pathname))
  if (problem === null) return
  console.error(problem)
  process.exit(1)
}
