import { onlineManager, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'

import { useApi } from '#api/api-context.ts'
import type { ApiError } from '#api/api-error.ts'
import { instancesQuery } from '#api/queries.ts'
import { useCreateInstance } from '#api/use-create-instance.ts'
import type { Capacity } from '#contract/errors.ts'
import type { Instance } from '#contract/instance.ts'
import type { UnplacedError } from '#forms/apply-server-errors.ts'
import { paths } from '#model/paths.ts'
import { showToast } from '#ui/toast-store.ts'

import { mayFindRoomLater } from '../parts/acts/use-keep-trying.ts'

import type { CreateRequest } from './create-request.ts'
import { clearDraft } from './draft-store.ts'
import { rememberKey } from './used-keys.ts'

/** What came of a create that did not simply succeed. */
export type Outcome =
  | { kind: 'refused'; error: ApiError; unplaced: UnplacedError[] }
  | { kind: 'full'; capacity: Capacity }
  /** The answer was lost, and the list is being read. */
  | { kind: 'looking'; name: string; isOffline: boolean }
  /** The answer was lost, and the list does not have the name. */
  | { kind: 'absent'; name: string; error: ApiError }
  /** It would take the list to tell, and that could not be read. */
  | { kind: 'unknown'; name: string; error: ApiError; lookUpError: ApiError }

interface CreateOptions {
  /** Puts the messages of a 400 at their fields; answers those that belong to none. */
  placeErrors: (error: ApiError) => UnplacedError[]
}

/**
 * Sends a create and follows it to a certain end. It is never sent again by itself: where the answer is lost, the list is read
 * and the name looked for, since names are unique.
 */
export const useCreate = ({ placeErrors }: CreateOptions) => {
  const api = useApi()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { mutateAsync, reset } = useCreateInstance()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [isSending, setSending] = useState(false)
  const isBusy = useRef(false)
  const isMounted = useRef(true)

  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])

  /** Whether the page is still the one that is looked at; the address is ahead while the next page gets ready. */
  const isHere = () => isMounted.current && globalThis.location.pathname === paths.create()

  /** The page may have been left meanwhile: then a toast says what it would have shown. */
  const tell = (next: Outcome, title: string, detail: string) => {
    if (isHere()) setOutcome(next)
    else showToast({ tone: 'bad', title, detail })
  }

  const succeed = ({ name }: Instance, sent: CreateRequest, said: { title: string; detail?: string }) => {
    clearDraft()
    rememberKey(sent.public_key ?? '')
    const open = () => void navigate(paths.instance(name))
    showToast({
      tone: 'good',
      ...said,
      ...(isHere() ? {} : { action: { label: 'Open', onAct: open } }),
    })
    if (isHere()) open()
  }

  /** Reads the list anew: one that was already on its way may be older than the create. */
  const readList = async () => {
    const query = instancesQuery(api)
    await queries.cancelQueries({ queryKey: query.queryKey, exact: true })
    return queries.fetchQuery({ ...query, staleTime: 0 })
  }

  /** The instance of this name, if the list has one now; null where it has none; or why the list could not be read. */
  const find = async (name: string): Promise<Instance | null | ApiError> =>
    readList().then(
      (list) => list.instances.find((instance) => instance.name === name && isThere(instance)) ?? null,
      (reason: ApiError) => reason,
    )

  const leaveOpen = ({ name }: CreateRequest, error: ApiError, lookUpError: ApiError) => {
    tell(
      { kind: 'unknown', name, error, lookUpError },
      `It is not known whether ${name} was created.`,
      'The list of instances could not be read.',
    )
  }

  const lookUp = async (sent: CreateRequest, error: ApiError) => {
    const { name } = sent
    if (isHere()) setOutcome({ kind: 'looking', name, isOffline: !onlineManager.isOnline() })
    const found = await find(name)
    if (found === null)
      tell(
        { kind: 'absent', name, error },
        `The answer was lost, and ${name} is not in the list.`,
        'As far as one can tell, nothing was created. The form keeps what you typed.',
      )
    else if ('uuid' in found) succeed(found, sent, lostButFound(name))
    else leaveOpen(sent, error, found)
  }

  const refuse = (sent: CreateRequest, error: ApiError) => {
    tell(
      { kind: 'refused', error, unplaced: isHere() ? placeErrors(error) : [] },
      `${sent.name} was not created.`,
      `${error.message} The form keeps what you typed.`,
    )
  }

  /**
   * A name that nobody of the account had when it was sent, and that is refused: where a connection broke, the browser may have
   * sent the request again by itself, and met the instance it had just created.
   */
  const refuseName = async (sent: CreateRequest, error: ApiError) => {
    const found = await find(sent.name)
    if (found === null) refuse(sent, error)
    else if ('uuid' in found) succeed(found, sent, lostButFound(sent.name))
    else leaveOpen(sent, error, found)
  }

  const attempt = async (sent: CreateRequest, isRepeat: boolean): Promise<'again' | 'over'> => {
    const result = await mutateAsync(sent).catch((reason: ApiError) => reason)
    // The body has secrets in it: it is not kept, whatever came of it.
    reset()
    if ('uuid' in result) succeed(result, sent, { title: `${result.name} is being created.` })
    else if (result.outcomeUnknown) await lookUp(sent, result)
    else if ('name' in result.fields) await refuseName(sent, result)
    else if (result.capacity !== null) {
      setOutcome({ kind: 'full', capacity: result.capacity })
      return mayFindRoomLater(result) ? 'again' : 'over'
    } else if (isRepeat && mayFindRoomLater(result)) return 'again'
    else refuse(sent, result)
    return 'over'
  }

  /** Runs one thing at a time: a second click, or a try that comes due meanwhile, does nothing. */
  const alone = async <T>(run: () => Promise<T>, otherwise: T): Promise<T> => {
    if (isBusy.current) return otherwise
    isBusy.current = true
    setSending(true)
    try {
      return await run()
    } finally {
      isBusy.current = false
      setSending(false)
    }
  }

  const send = (sent: CreateRequest, { isRepeat = false } = {}): Promise<'again' | 'over'> => {
    return alone(
      () => {
        if (!isRepeat) setOutcome(null)
        return attempt(sent, isRepeat)
      },
      isRepeat ? 'again' : 'over',
    )
  }

  return {
    outcome,
    isSending,
    send,
    lookAgain: (sent: CreateRequest, error: ApiError) => alone(() => lookUp(sent, error), undefined),
    forget: () => setOutcome(null),
  }
}
const lostButFound = (name: string) => ({
  title: `${name} was created.`,
  detail: 'The answer to the request was lost, but the list has it.',
})

const isThere = ({ state }: Instance): boolean => state !== 'deleted'
