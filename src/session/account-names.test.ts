import { expect, test } from 'vitest'

import { accountNameProblem, defaultAccountName } from './account-names.ts'

test('a name is there, is short, and is no other account’s', () => {
  expect(accountNameProblem('Lab', ['Personal'])).toBeNull()
  expect(accountNameProblem('  ', [])).toBe('Enter a name.')
  expect(accountNameProblem('x'.repeat(41), [])).toContain('at most 40')
  expect(accountNameProblem(' lab ', ['Lab'])).toContain('called lab already')
})

test('an account that nobody named gets a name that no other has', () => {
  expect(defaultAccountName([])).toBe('My account')
  expect(defaultAccountName(['My account'])).toBe('Account 2')
  expect(defaultAccountName(['My account', 'account 3'])).toBe('Account 4')
})
