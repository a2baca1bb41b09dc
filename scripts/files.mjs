import { resolve } from 'node:path'

const asOwner = 'let its owner run npm ci and npm run build here, or get the right to write to it'

const problems = {
  EACCES: ['is closed to this user', asOwner],
  EPERM: ['is closed to this user', asOwner],
  EROFS: ['cannot be written to', 'build in a copy of this folder elsewhere'],
  ENOSPC: ['has no room left', 'make some'],
  EDQUOT: ['has no room left', 'make some'],
  EEXIST: ['is no folder', 'move it aside'],
  ENOTDIR: ['lies in what is no folder', 'move that aside'],
}

/** The sentence for a file of this folder that cannot be read or written, or null for any other error. */
export const fileProblem = ({ code, path = '.' }) => {
  const [what, help] = problems[code] ?? []
  return what === undefined ? null : `${resolve(path)} ${what}: ${help}, and run this again.`
}

/** Does `work` on the files of this folder. Ends the process with a sentence where one of them cannot be read or written. */
export const onFiles = async (work) => {
  try {
    return await work()
  } catch (error) {
    const problem = fileProblem(error)
    if (problem === null) throw error
    console.error(problem)
    return process.exit(1)
  }
}
