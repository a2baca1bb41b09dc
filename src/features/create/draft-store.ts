import { useEffect, useEffectEvent } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import * as z from 'zod/mini'

import { useApi } from '#api/api-context.ts'
import { openStore, readStored, writeStored } from '#lib/text-store.ts'
import { type CreateForm, createFormSchema } from '#model/create/create-form.ts'
import { publicKeyProblem } from '#model/create/public-key.ts'
import { forgottenAt, forgottenHere, writtenNow } from '#storage/forgotten.ts'

const { resource_type, flavor, cpu_tier } = createFormSchema.shape
const text = z.string().check(z.maxLength(8000))

/** What may be kept of a form: everything typed but the secrets. */
const storedSchema = z.partial(
  z.object({
    resource_type,
    flavor,
    cpu_tier,
    n_vcpus: text,
    mem_gib: text,
    disk_size_gib: text,
    gpu_model: text,
    name: text,
    public_key: text,
    aws_endpoint_url: text,
    aws_access_key_id: text,
    aws_prefill_bucket: text,
  }),
)

const draftSchema = z.object({
  /** Whose form it is: another account on this tab does not see it. */
  connectionId: z.string(),
  /** The query string that the form was begun from. */
  search: z.string(),
  form: storedSchema,
  /** When it was written, in milliseconds since the epoch: what is older than the forgetting of its account is gone with that. */
  at: z.optional(z.number()),
})
export type Draft = z.output<typeof draftSchema>

const key = 'hatteras:create-draft'
const store = openStore(() => globalThis.sessionStorage)

/** What was typed in this tab and not sent, or null. */
export const readDraft = (connectionId: string): Draft | null => {
  const draft = readStored(store, key, draftSchema)
  return draft?.connectionId === connectionId && (draft.at ?? 0) > forgottenAt(connectionId) ? draft : null
}

/** Keeps the form for as long as the tab is open. What is no public key (a private one, by mistake) is not kept, nor is a secret. */
export const writeDraft = (connectionId: string, search: string, form: CreateForm): void => {
  const isSound = publicKeyProblem(form.public_key) === null
  const kept = z.safeParse(storedSchema, isSound ? form : { ...form, public_key: '' })
  if (kept.success)
    writeStored(store, key, { connectionId, search, form: kept.data, at: writtenNow(connectionId) })
}

/** Drops what was typed; with a name only where that is not meant for another instance. */
export const clearDraft = (created?: string): void => {
  const name = readStored(store, key, draftSchema)?.form.name ?? ''
  if (created === undefined || name.trim() === '' || name.trim() === created) writeStored(store, key, null)
}

// Also where the browser stores nothing, and the draft is in memory.
forgottenHere.listen((connectionId) => {
  if (readStored(store, key, draftSchema)?.connectionId === connectionId && readDraft(connectionId) === null)
    clearDraft()
})

/** Keeps what is typed for this tab, and tells of each change. `search` is the query string the form was begun from. */
export const useDraft = (
  { subscribe }: UseFormReturn<CreateForm>,
  search: string,
  onChange: () => void,
): void => {
  const { connectionId } = useApi()
  const changed = useEffectEvent((form: CreateForm) => {
    writeDraft(connectionId, search, form)
    onChange()
  })

  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => changed(values) }),
    [subscribe],
  )
}
