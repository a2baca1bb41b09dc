import { spawn } from 'node:child_process'

/** Runs a program in the foreground; answers its exit code (1 where it could not be started or was killed). */
export const run = (command, args, { env = {}, stdio = 'inherit' } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio, env: { ...process.env, ...env } })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })

/** Runs a package's own program with this Node, whatever the shell or the platform. */
export const runNode = (script, args = [], options = {}) => run(process.execPath, [script, ...args], options)
