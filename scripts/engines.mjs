// Finds a Firefox and a WebKit for the journeys in both: Playwright's own builds where they are installed, else a stock Firefox and
// WebKitGTK; and installs them where the machine lets us.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { installFromDebian, isProgram, onPath } from './browser.mjs'

const firefoxPlaces = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

const findFirefox = async () => {
  const { firefox } = await import('playwright')
  if (existsSync(firefox.executablePath())) return { path: firefox.executablePath(), isPlaywrights: true }
  const path = onPath(['firefox-esr', 'firefox']) ?? firefoxPlaces.find(isProgram)
  return path === undefined ? null : { path, isPlaywrights: false }
}

const foldersIn = (folder) => {
  try {
    return readdirSync(folder).map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** Debian has the browser of WebKitGTK in a folder of the processor's, `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1`. */
const miniBrowser = () =>
  ['/usr/libexec', '/usr/lib64', '/usr/lib', ...foldersIn('/usr/lib')]
    .flatMap((folder) =>
      ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].map((name) => join(folder, name, 'MiniBrowser')),
    )
    .find(isProgram)

const findWebKit = async () => {
  const { webkit } = await import('playwright')
  if (existsSync(webkit.executablePath())) return { kind: 'playwright', programs: null }
  const programs = { driver: onPath(['WebKitWebDriver']), browser: miniBrowser(), xvfb: onPath(['Xvfb']) }
  return Object.values(programs).includes(undefined) ? null : { kind: 'gtk', programs }
}

const wanted = [
  { name: 'Firefox', find: findFirefox, packages: ['firefox-esr'] },
  { name: 'WebKit', find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'] },
]

/** What there is of both engines, and a line for each that is missing. */
export const findEngines = async () => {
  const [firefox, webkit] = [await findFirefox(), await findWebKit()]
  const leftOut = wanted
    .filter((_, index) => [firefox, webkit][index] === null)
    .map(
      ({ name, packages }) =>
        `Left out: the journeys in ${name}, which is not here. Install it (on Debian: apt-get install ${packages.join(' ')}; anywhere: npx playwright install ${name.toLowerCase()}).`,
    )
  return { firefox, webkit, leftOut }
}

/** As `findEngines`, after installing what is missing where that is possible. */
export const ensureEngines = async () => {
  const missing = []
  for (const { find, packages } of wanted) if ((await find()) === null) missing.push(...packages)
  if (missing.length > 0) await installFromDebian('Firefox or WebKit', missing)
  return findEngines()
}
