import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The exit code of a program that could not be started at all, as a shell has it. */
export const notStarted = 127

const running = new Set()
let isStopping = false

/** Ends every program that `run` has started, and with the last of them this process. Returns whether there was one. */
export const stopAll = (signal) => {
  isStopping = true
  for (const child of running) child.kill(signal)
  return running.size > 0
}

/** Runs a program in the foreground; returns its exit code (1 where it was killed, `notStarted` after saying why). */
export const run = (command, args, { env = {}, stdio = 'inherit', shell = false, cwd } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio, shell, cwd, env: { ...process.env, ...env } })
    running.add(child)
    child.on('error', (error) => {
      running.delete(child)
      console.error(`${command} could not be started: ${error.message}.`)
      resolve(notStarted)
    })
    child.on('close', (code) => {
      running.delete(child)
      if (isStopping && running.size === 0) process.exit(1)
      resolve(code ?? 1)
    })
  })

/** As `runNode`, for what runs beside something else: returns its exit code and what it wrote, to be shown when it has ended. */
export const runNodeQuietly = (script, args = []) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })

/** Runs a package's own program with this Node, whatever the shell or the platform. */
export const runNode = (script, args = [], options = {}) => run(process.execPath, [script, ...args], options)

/** Where npm's own script may be: the npm that started this, or the one beside this Node. */
const npmScripts = ({ npm_execpath: given = '' }, node) => [
  ...(basename(given) === 'npm-cli.js' ? [given] : []),
  join(dirname(node), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  join(dirname(node), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
]

/** Runs npm by this Node where its script is found: a signal then reaches it, and Windows needs no shell for `npm.cmd`. */
export const runNpm = (args) => {
  const script = npmScripts(process.env, process.execPath).find((path) => existsSync(path))
  return script === undefined
    ? run('npm', args, { shell: process.platform === 'win32' })
    : runNode(script, args)
}
