import { fold } from '#lib/text.ts'

const longest = 40

/** What is wrong with a name for an account, as a sentence, or null. Names tell accounts apart, so no two may be the same. */
export const accountNameProblem = (name: string, others: readonly string[]): string | null => {
  const text = name.trim()
  if (text === '') return 'Enter a name.'
  if (text.length > longest) return `Use at most ${longest} characters.`
  return others.some((other) => fold(other) === fold(text))
    ? `Another key is called ${text} already. Choose a name that tells them apart.`
    : null
}

/** A name for an account that nobody named: "My account", then "Account 2", "Account 3" and so on. */
export const defaultAccountName = (others: readonly string[]): string => {
  if (others.length === 0) return 'My account'
  const taken = new Set(others.map(fold))
  let number = others.length + 1
  while (taken.has(fold(`Account ${number}`))) number += 1
  return `Account ${number}`
}
