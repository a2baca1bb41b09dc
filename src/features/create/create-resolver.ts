import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'

import { createFormSchema, type CreateForm } from '#model/create/create-form.ts'

const checkForm = zodResolver(createFormSchema)

/** Checks the form by the rules of the API page, and the name against the account's own instances. */
export const createResolver =
  (ownNames: ReadonlySet<string>): Resolver<CreateForm> =>
  async (values, context, options) => {
    const result = await checkForm(values, context, options)
    const name = values.name.trim()
    if (!ownNames.has(name) || 'name' in result.errors) return result
    const message = `You already have an instance called ${name}. Names are unique: choose another.`
    return { values: {}, errors: { ...result.errors, name: { type: 'taken', message } } }
  }
