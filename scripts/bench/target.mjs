// What is measured: the app of this folder, that of another commit, or one that is served already.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { buildIfNeeded } from '../build-if-needed.mjs'
import { run, runNode } from '../run.mjs'
import { serveApp } from '../serve.mjs'
import { openFront } from './front.mjs'

const git = (...args) => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 24 }).trim()

/** Whether the packages of this folder are those of a commit, so that its app can be built with them. */
const hasSamePackages = (commit) => {
  const packages = (at) => JSON.stringify(JSON.parse(git('show', `${at}:package-lock.json`)).packages)
  return packages(commit) === packages('HEAD')
}

/** Builds the app of a commit in a folder of its own, once. Returns the folder. */
const buildCommit = async (commit) => {
  const cwd = resolve('.cache/bench', commit)
  const vite = 'node_modules/vite/bin/vite.js'
  const made = join(cwd, 'dist-serve/main.js')
  if (existsSync(made)) return cwd
  rmSync(cwd, { recursive: true, force: true })
  mkdirSync(cwd, { recursive: true })
  git('archive', `--output=${cwd}.tar`, commit)
  execFileSync('tar', ['-xf', `${cwd}.tar`], { cwd })
  rmSync(`${cwd}.tar`)
  if (hasSamePackages(commit)) symlinkSync(resolve('node_modules'), join(cwd, 'node_modules'))
  else await run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd })
  await runNode(vite, ['build'], { cwd })
  await runNode(vite, ['build', '--ssr', 'src/serve/main.ts', '--outDir', 'dist-serve'], { cwd })
  if (!existsSync(made)) throw new Error(`${commit} could not be built.`)
  return cwd
}

/** HTTP/2 before what is served already by plain HTTP. */
const putBefore = async (url) => {
  const { origin, close } = await openFront(url)
  return { name: url, origin, stop: close }
}

const serve = async (name, folder) => {
  const app = await serveApp(folder)
  const front = await openFront(app.origin)
  const stop = () => {
    front.close()
    app.stop()
  }
  return { name, origin: front.origin, stop }
}

/** Opens what `text` names: a URL, a commit, or nothing for this folder, which is built where it is older than its sources. */
export const openTarget = async (text) => {
  if (text === undefined) {
    await buildIfNeeded()
    return serve('here', '.')
  }
  if (text.startsWith('http:')) return putBefore(text)
  if (text.startsWith('https:')) return { name: text, origin: text.replace(/\/$/, ''), stop: () => undefined }
  const commit = git('rev-parse', '--verify', `${text}^{commit}`)
  return serve(commit.slice(0, 7), await buildCommit(commit))
}
