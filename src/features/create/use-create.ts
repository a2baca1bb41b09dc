import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'

import { useApi } from '#api/api-context.ts'
import type { ApiError } from '#api/api-error.ts'
import { instancesQuery } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'
import { secretFields } from '#contract/vocabulary.ts'
import { isCreatePath, paths } from '#model/paths.ts'
import { createLookUp, createSendCreate, isOffline } from '#operations/create.ts'
import { useRun } from '#operations/hooks.ts'
import { mayFindRoomLater } from '#operations/keep-trying.ts'
import { type Operation, wasAccepted } from '#operations/operation.ts'
import type { Send } from '#operations/operations.ts'

import type { CreateRequest } from './create-request.ts'
import { clearDraft } from './draft-store.ts'
import type { UnplacedError } from './fields.tsx'
import { type Outcome, outcomeOf } from './outcome-view.tsx'
import { useSessionStore } from '#session/session-context.ts'
import { rememberKey } from '#storage/create.ts'

/** Whether the page is still the one that is looked at; the address is ahead while the next page gets ready. */
const isHere = (): boolean => isCreatePath(globalThis.location.pathname)

/**
 * Reads the list anew and returns the instance of a name, null where there is none. A reading that was already on its way is not
 * waited for: it may be older than what one looks for.
 */
const useFindByName = () => {
  const api = useApi()
  const queries = useQueryClient()
  return async (name: string): Promise<Instance | null> => {
    const query = instancesQuery(api)
    await queries.cancelQueries({ queryKey: query.queryKey, exact: true })
    const { instances } = await queries.fetchQuery({ ...query, staleTime: 0 })
    return instances.find((one) => one.name === name && one.state !== 'deleted') ?? null
  }
}

interface CreateOptions {
  /** Puts the messages of a 400 at their fields; returns those that belong to none. */
  placeErrors: (error: ApiError) => UnplacedError[]
}

/** Sends a create and follows it to a certain end; what becomes of it after the page is left is told elsewhere. */
export const useCreate = ({ placeErrors }: CreateOptions) => {
  const navigate = useNavigate()
  const { connectionId, client } = useApi()
  const session = useSessionStore()
  const queries = useQueryClient()
  const findByName = useFindByName()
  const { run, operation, isPending } = useRun()
  const [answered, setAnswered] = useState<Outcome | null>(null)
  const isBusy = useRef(false)
  const isFormThere = useRef(true)
  useEffect(() => {
    isFormThere.current = true
    return () => {
      isFormThere.current = false
    }
  }, [])

  const finish = (sent: CreateRequest, { request }: Operation) => {
    // It may have been tried on while another form was filled in.
    clearDraft(sent.name)
    // Where it has been signed out meanwhile, nothing of it is to be stored any more.
    if (session.keyOf(connectionId) !== '') rememberKey(connectionId, sent.public_key ?? '')
    if (isHere() && isFormThere.current) void navigate(paths.instance(request))
  }

  const ask = async (sent: CreateRequest, send: Send, isRepeat: boolean): Promise<Operation> => {
    const { name, aws_prefill_bucket: prefill } = sent
    const hasSecrets = secretFields.some((field) => sent[field] !== undefined)
    const after = await run({ action: 'create', uuid: '', name, prefill, hasSecrets }, send)
    const { error } = after
    if (wasAccepted(after)) finish(sent, after)
    else {
      const isRejected = after.status === 'rejected' && after.lookUp === null && error !== null
      const isWaiting = isRepeat && error !== null && error.capacity === null && mayFindRoomLater(error)
      if (!isWaiting) setAnswered(outcomeOf(after, isRejected && isHere() ? placeErrors(error) : []))
    }
    return after
  }

  /** One thing at a time: a second click, or a try that comes due meanwhile, does nothing. */
  const alone = async (work: () => Promise<Operation>): Promise<Operation | null> => {
    if (isBusy.current) return null
    isBusy.current = true
    return work().finally(() => {
      isBusy.current = false
    })
  }

  const attempt = (sent: CreateRequest, isRepeat: boolean) => {
    const send = createSendCreate({ connectionId, client, queries, findByName })
    return alone(() => ask(sent, (report) => send(sent, report), isRepeat))
  }

  const looking: Outcome | null =
    operation?.lookUp?.status === 'looking'
      ? { kind: 'looking', name: operation.request.name, isOffline: isOffline() }
      : null

  return {
    // It may turn up in the list after all, and is told of then.
    outcome: operation !== undefined && wasAccepted(operation) ? null : (looking ?? answered),
    isSending: isPending,
    send: (sent: CreateRequest) => {
      if (!isBusy.current) setAnswered(null)
      return attempt(sent, false)
    },
    /** One more try of what found no room. */
    sendAgain: (sent: CreateRequest) => attempt(sent, true),
    lookAgain: (sent: CreateRequest, error: ApiError) => {
      const lookUp = createLookUp({ findByName })
      return alone(() => ask(sent, (report) => lookUp(sent.name, error, report), false))
    },
    forget: () => setAnswered(null),
  }
}
