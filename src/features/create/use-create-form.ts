import { zodResolver } from '@hookform/resolvers/zod'
import { useRef, useState } from 'react'
import { type Control, type Resolver, useForm } from 'react-hook-form'

import { useApi } from '#api/api-context.ts'
import { useInstances } from '#api/queries.ts'
import type { SizeField } from '#contract/vocabulary.ts'
import { type CreateForm, createFormSchema } from '#model/create/create-form.ts'
import { type LinkedIdentity, withRecipe } from '#model/create/recipe.ts'
import { generateName } from '#model/instance/names.ts'
import { createDefaults } from '#storage/create.ts'
import { useStored } from '#storage/stored-value.ts'

import { writeDraft } from './draft-store.ts'
import { firstSize, type Start } from './start.ts'

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

/** What every section of the form is bound to. */
export type CreateControl = Control<CreateForm>

const sizeFields = ['n_vcpus', 'mem_gib', 'disk_size_gib'] as const
const s3Fields = [
  'aws_endpoint_url',
  'aws_access_key_id',
  'aws_secret_access_key',
  'aws_prefill_bucket',
] as const

/** The state of the form and the changes that concern more than one field. `search` is the query string it was begun from. */
export const useCreateForm = (start: Start, search: string) => {
  const { connectionId } = useApi()
  const endpoint = useStored(createDefaults.of(connectionId))?.aws_endpoint_url ?? null
  const instances = useInstances().data?.instances ?? []
  const ownNames = new Set(instances.filter(({ state }) => state !== 'deleted').map(({ name }) => name))
  const form = useForm<CreateForm>({
    defaultValues: start.form,
    mode: 'onTouched',
    resolver: createResolver(ownNames),
  })
  const [isSizeGiven, setSizeGiven] = useState(start.isSizeGiven)
  const hasGivenEndpoint = useRef(false)
  const { control, getFieldState, getValues, reset, setError, setFocus, setValue, trigger } = form
  const set = (field: keyof CreateForm, value: string) =>
    setValue(field, value, { shouldDirty: true, shouldTouch: true, shouldValidate: true })

  const setSize = (size: Readonly<Record<SizeField, number | string | null>>) => {
    for (const field of sizeFields) {
      const value = size[field]
      if (value !== null) set(field, String(value))
    }
  }

  return {
    form,
    control,
    set,
    /** A size that somebody chose: it stays, whatever else changes. */
    chooseSize: (size: Readonly<Record<SizeField, number | null>>) => {
      setSizeGiven(true)
      setSize(size)
    },
    sizeTyped: () => setSizeGiven(true),
    /** A size that nobody chose goes with the environment. */
    followEnvironment: () => {
      if (!isSizeGiven) setSize(firstSize(getValues()))
    },
    /** Fills in a recipe; answers how to take that back. */
    fillIn: (search: string) => {
      const before = getValues()
      setSizeGiven(true)
      reset(withRecipe(before, search))
      return () => reset(before)
    },
    /** Fills in what a link brought of keys and stores, as someone asked for it. */
    useIdentity: ({ public_key, ...store }: LinkedIdentity) => {
      if (public_key !== undefined) set('public_key', public_key)
      for (const field of s3Fields) {
        const value = field === 'aws_secret_access_key' ? undefined : store[field]
        if (value !== undefined) setValue(field, value, { shouldDirty: true })
      }
    },
    /** The S3 endpoint of the user's own defaults. */
    endpoint,
    /**
     * The S3 fields go together: what was wrong with one may be right now. The endpoint of one's own defaults comes with the first of
     * the others, and not before: alone it would ask for them.
     */
    checkS3: () => {
      const [at, ...others] = getValues(s3Fields)
      if (endpoint !== null && at === '' && others.some((text) => text !== '') && !hasGivenEndpoint.current) {
        hasGivenEndpoint.current = true
        set('aws_endpoint_url', endpoint)
      }
      const wrong = s3Fields.filter((field) => getFieldState(field).invalid)
      if (wrong.length > 0) void trigger(wrong)
    },
    check: (field: keyof CreateForm) => void trigger(field),
    anotherName: () => {
      let name = generateName(Math.random)
      while (ownNames.has(name)) name = generateName(Math.random)
      set('name', name)
    },
    rejectKey: (message: string) => setError('public_key', { type: 'file', message }, { shouldFocus: true }),
    /** Leads to a field, which may be folded away. */
    goTo: (field: keyof CreateForm) => setFocus(field),
    keepDraft: () => writeDraft(connectionId, search, getValues()),
  }
}
