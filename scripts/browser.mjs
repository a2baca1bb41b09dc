// Finds a Chromium for the browser tests, and where there is none, installs one with what the machine has.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'

import { run, runNode } from './run.mjs'

/** The headless shell first: it draws the same pages as the whole browser in half the time. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]

const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

export const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** The first of these programs, by the order of their names, that is on the path. */
export const onPath = (programs) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => programs.map((name) => join(folder, name)))
    .toSorted((a, b) => programs.indexOf(basename(a)) - programs.indexOf(basename(b)))
    .find(isProgram)

const playwrightsOwn = async () => {
  const { chromium } = await import('playwright')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

/** On Windows Chrome opens a window instead of telling its version. */
const isChromium = (path) =>
  process.platform === 'win32' ||
  /Chrom|Edge/.test(spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 }).stdout ?? '')

/** What is wrong with the browser that `HATTERAS_CHROMIUM` names, as a sentence; null where nothing is, or nothing was named. */
export const browserProblem = (path) => {
  if (path === undefined || path === '') return null
  const hint = 'Set it to the path of a Chromium, or leave it out.'
  if (!existsSync(path)) return `HATTERAS_CHROMIUM names ${path}, which does not exist. ${hint}`
  if (!isProgram(path)) return `HATTERAS_CHROMIUM names ${path}, which cannot be run. ${hint}`
  return isChromium(path) ? null : `HATTERAS_CHROMIUM names ${path}, which is no Chromium. ${hint}`
}

/** The browser that the environment names, or undefined. Ends the process with a sentence where it cannot be used. */
export const givenBrowser = ({ HATTERAS_CHROMIUM: path }) => {
  const problem = browserProblem(path)
  if (problem !== null) {
    console.error(problem)
    process.exit(1)
  }
  if (path === '') console.log('HATTERAS_CHROMIUM is empty: looking for a Chromium instead.')
  return path === '' ? undefined : path
}

const findBrowser = async () => (await playwrightsOwn()) ?? onPath(names) ?? fixedPlaces.find(isProgram)

/** Installs packages where this is Debian and we are root; `what` is missing. A mirror that does not respond is not waited for. */
export const installFromDebian = async (what, packages) => {
  if (process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return
  console.log(`No ${what} found: installing the Debian ${packages.length === 1 ? 'package' : 'packages'}.`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const options = ['-qq', '-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=20']
  await run('apt-get', ['update', ...options], { env })
  await run('apt-get', ['install', '-y', ...options, '--no-install-recommends', ...packages], { env })
}

const fromDebian = () => installFromDebian('Chromium', ['chromium-headless-shell'])

const fromPlaywright = async () => {
  console.log('No Chromium found: asking Playwright for its own.')
  await runNode('node_modules/playwright/cli.js', ['install', 'chromium'])
}

/**
 * The path of a Chromium: the one that HATTERAS_CHROMIUM names, Playwright's own, or one the system has, installed if need be.
 * Undefined after saying why there is none.
 */
export const ensureBrowser = async () => {
  const given = givenBrowser(process.env)
  if (given !== undefined) return given
  for (const install of [async () => {}, fromDebian, fromPlaywright]) {
    await install()
    const path = await findBrowser()
    if (path !== undefined) return path
  }
  console.error(
    'The browser tests need Chromium and none could be found or installed. Install Chromium or Google Chrome, or set HATTERAS_CHROMIUM to its path, and run npm test again.',
  )
  return undefined
}
