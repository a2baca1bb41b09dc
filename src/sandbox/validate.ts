import type * as z from 'zod/mini'

import type { FieldErrors } from './answers.ts'

const notAnObject = 'Invalid data. Expected an object.'

export const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

const sentence = (issue: z.core.$ZodIssue, value: unknown): string => {
  if (value === undefined) return 'This field is required.'
  if (value === null) return 'This field may not be null.'
  if (issue.code === 'invalid_value')
    return `${JSON.stringify(value)} is not a valid choice. Choose one of: ${issue.values.join(', ')}.`
  if (issue.code === 'invalid_type' && issue.expected === 'string') return 'Not a valid string.'
  return issue.message
}

/** What a contract schema finds wrong with a body, field by field, every wrong field at once. */
export const fieldErrors = (
  body: Record<string, unknown>,
  issues: readonly z.core.$ZodIssue[],
): FieldErrors => {
  const errors: FieldErrors = {}
  for (const issue of issues) {
    const field = String(issue.path[0])
    ;(errors[field] ??= []).push(sentence(issue, body[field]))
  }
  return errors
}

/** A body that is JSON, but no object: there is no field to blame. */
export const notAnObjectError: FieldErrors = { non_field_errors: [notAnObject] }

/** Adds a sentence to a field that has none yet: the first thing wrong with a field is enough. */
export const blame = (errors: FieldErrors, field: string, sentence: string): void => {
  errors[field] ??= [sentence]
}

/** The part of a body whose fields are all sound so far. */
export const sound = (body: Record<string, unknown>, errors: FieldErrors): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).filter(([field]) => !Object.hasOwn(errors, field)))
