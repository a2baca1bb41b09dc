import { onlineManager } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'

import type { ApiError } from '#api/api-error.ts'
import { useCreateInstance } from '#api/use-create-instance.ts'
import type { Instance } from '#contract/instance.ts'
import type { UnplacedError } from '#forms/apply-server-errors.ts'
import { paths } from '#model/paths.ts'
import { showToast } from '#ui/toast-store.ts'

import { mayFindRoomLater } from '../parts/acts/use-keep-trying.ts'

import { type CreateRequest, isMadeBy } from './create-request.ts'
import { clearDraft } from './draft-store.ts'
import { type Outcome, outcomeText } from './outcome.ts'
import { useFindByName } from './use-find-by-name.ts'
import { rememberKey } from './used-keys.ts'

interface CreateOptions {
  /** Puts the messages of a 400 at their fields; answers those that belong to none. */
  placeErrors: (error: ApiError) => UnplacedError[]
}

/**
 * Sends a create and follows it to a certain end. It is never sent again by itself: where the answer is lost, the list is read
 * and the name looked for, since names are unique.
 */
export const useCreate = ({ placeErrors }: CreateOptions) => {
  const navigate = useNavigate()
  const findByName = useFindByName()
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

  const tell = (next: Outcome, { name }: CreateRequest) => {
    if (isHere()) setOutcome(next)
    else showToast({ tone: 'bad', ...outcomeText(next, name) })
  }

  const refuse = (sent: CreateRequest, error: ApiError) =>
    tell({ kind: 'refused', error, unplaced: isHere() ? placeErrors(error) : [] }, sent)

  const succeed = ({ name, uuid }: Instance, sent: CreateRequest, { wasLost }: { wasLost: boolean }) => {
    clearDraft()
    rememberKey(sent.public_key ?? '')
    const open = () => void navigate(paths.instance({ name, uuid }))
    const said = wasLost
      ? {
          title: `${name} was created.`,
          detail: 'The answer to the request was lost, but the list has it.',
        }
      : { title: `${name} is being created.` }
    const here = isHere()
    showToast({ tone: 'good', ...said, ...(here ? {} : { action: { label: 'Open', onAct: open } }) })
    if (here) open()
  }

  const lookUp = async (sent: CreateRequest, error: ApiError) => {
    const { name } = sent
    if (isHere()) setOutcome({ kind: 'looking', name, isOffline: !onlineManager.isOnline() })
    const found = await findByName(name)
    if (found === null) tell({ kind: 'absent', name, error }, sent)
    else if ('uuid' in found) succeed(found, sent, { wasLost: true })
    else tell({ kind: 'unknown', name, error, lookUpError: found }, sent)
  }

  /**
   * A name that nobody of the account had when it was sent, and that is refused: where a connection broke, the browser may have
   * sent the request again by itself, and met the instance it had just created.
   */
  const refuseName = async (sent: CreateRequest, error: ApiError) => {
    const found = await findByName(sent.name)
    if (found === null) refuse(sent, error)
    else if (!('uuid' in found)) tell({ kind: 'unknown', name: sent.name, error, lookUpError: found }, sent)
    else if (isMadeBy(sent, found)) succeed(found, sent, { wasLost: true })
    else refuse(sent, error)
  }

  const attempt = async (sent: CreateRequest, isRepeat: boolean): Promise<'again' | 'over'> => {
    const result = await mutateAsync(sent).catch((reason: ApiError) => reason)
    // The body has secrets in it: it is not kept, whatever came of it.
    reset()
    if ('uuid' in result) succeed(result, sent, { wasLost: false })
    else if (result.outcomeUnknown) await lookUp(sent, result)
    else if ('name' in result.fields) await refuseName(sent, result)
    else {
      const mayWait = mayFindRoomLater(result)
      if (result.capacity !== null) tell({ kind: 'full', capacity: result.capacity }, sent)
      else if (!isRepeat || !mayWait) refuse(sent, result)
      return mayWait ? 'again' : 'over'
    }
    return 'over'
  }

  /** Runs one thing at a time: a second click, or a try that comes due meanwhile, does nothing. */
  const alone = async <T>(run: () => Promise<T>, otherwise: T): Promise<T> => {
    if (isBusy.current) return otherwise
    isBusy.current = true
    setSending(true)
    return run().finally(() => {
      isBusy.current = false
      setSending(false)
    })
  }

  return {
    outcome,
    isSending,
    send: (sent: CreateRequest) => {
      if (!isBusy.current) setOutcome(null)
      return alone(() => attempt(sent, false), 'over')
    },
    /** One more try of what found no room. Answers whether another one makes sense. */
    sendAgain: (sent: CreateRequest) => alone(() => attempt(sent, true), 'again'),
    lookAgain: (sent: CreateRequest, error: ApiError) => alone(() => lookUp(sent, error), undefined),
    forget: () => setOutcome(null),
  }
}
