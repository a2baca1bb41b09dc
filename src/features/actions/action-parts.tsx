import { type ReactNode, type RefObject, useEffect, useEffectEvent, useId } from 'react'

import { useInstance } from '#api/use-instance.ts'
import type { Instance } from '#contract/instance.ts'
import type { ShellCommand } from '#model/instance/curl.ts'
import type { LeadAndFigure } from '#model/pricing/change-figure.ts'
import { failureText } from '#operations/failure-text.ts'
import { type Operation, wasAccepted } from '#operations/operation.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { showToast } from '#ui/toast-store.ts'

import { ApiCallButton } from './api-call.tsx'
import { InstanceStateMark } from './instance-state.tsx'

/** Says inside a dialog that what it asked for was not done, or that this is not known. */
export const FailureAlert = ({ operation }: { operation: Operation | undefined }) => {
  const failure = operation === undefined ? null : failureText(operation)
  return failure === null ? null : <Alert title={failure.title}>{failure.detail}</Alert>
}

/** Whom a dialog is about, beside its title: the mark of its state, and its name. */
export const InstanceSubject = ({ instance }: { instance: Instance }) => (
  <span className="inline-flex min-w-0 items-baseline gap-1.5 text-secondary text-ink-muted">
    <span className="flex shrink-0 self-center">
      <InstanceStateMark instance={instance} />
    </span>
    <span translate="no" className="wrap-anywhere">
      {instance.name}
    </span>
  </span>
)

interface FigureProps extends LeadAndFigure {
  /** What follows the figure: its unit, and what it is for. */
  tail: string
  /** At the right end of the line. */
  children?: ReactNode
}

/** The one figure of a dialog: "saves ≈ $409 / month". */
export const Figure = ({ lead, figure, tail, children }: FigureProps) => (
  <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
    <p className="text-ink-muted">
      {lead}{' '}
      <span translate="no" className="mx-0.5 text-figure font-semibold text-ink">
        {figure}
      </span>{' '}
      {tail}
    </p>
    {children}
  </div>
)

/** In the figure's place where there is none to give. */
export const NoFigure = ({ children }: { children: ReactNode }) => (
  <p className="text-body leading-8 text-ink-muted">{children}</p>
)

/** The one sentence of a dialog, in the future tense. `id` ties it to the dialog as its description. */
export const Sentence = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={id} className="text-ink-muted">
    {children}
  </p>
)

interface TypedConfirmationProps {
  /** What is to be typed, for its accessible name: "Instance name". */
  what: string
  /** Exactly what is to be typed. */
  wanted: string
  value: string
  onValueChange: (value: string) => void
  isNumber?: boolean
}

/** A field in which something has to be typed before what cannot be taken back. */
export const TypedConfirmation = ({
  what,
  wanted,
  value,
  onValueChange,
  isNumber = false,
}: TypedConfirmationProps) => {
  const id = useId()
  return (
    <div className="mt-0.5 grid gap-1.5">
      <label htmlFor={id} className="text-secondary">
        <span className="sr-only">{what}: </span>Type{' '}
        <strong translate="no" className="font-semibold wrap-anywhere select-all">
          {wanted}
        </strong>
      </label>
      <TextInput
        id={id}
        mono={!isNumber}
        inputMode={isNumber ? 'numeric' : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        onChange={(event) => onValueChange(event.currentTarget.value)}
      />
    </div>
  )
}

/** What every dialog of an action on one instance is given. */
export interface ActionDialogProps {
  /** As it was when the dialog was opened; the action goes to its uuid, whatever the page shows meanwhile. */
  instance: Instance
  onClose: () => void
}

/**
 * The newest reading of the instance a dialog was opened for, found by uuid. When the service no longer has it, the dialog closes with
 * a word.
 */
export const useBoundInstance = (opened: Instance, onClose: () => void): Instance => {
  const { data, error } = useInstance(opened.uuid)
  const isGone = error?.isNotFound === true || data?.state === 'deleted'

  const leave = useEffectEvent(() => {
    showToast({
      tone: 'bad',
      title: `${opened.name} no longer exists.`,
      detail: 'It was deleted, here or elsewhere; there is nothing left to act on.',
    })
    onClose()
  })
  useEffect(() => {
    if (isGone) leave()
  }, [isGone])

  return data ?? opened
}

/** Closes a dialog as soon as the service has accepted what it asked for; what comes of it is told elsewhere. */
export const useCloseWhenAccepted = (operation: Operation | undefined, onClose: () => void): void => {
  const isAccepted = operation !== undefined && wasAccepted(operation)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (isAccepted) close()
  }, [isAccepted])
}

interface ActionFooterProps {
  /** The API call that does the same. */
  command: ShellCommand
  /** Another way on, at the left. */
  other?: ReactNode
  isPending: boolean
  onClose: () => void
  cancelRef?: RefObject<HTMLButtonElement | null>
  /** The action's own button. */
  children: ReactNode
}

/** The foot of an action's dialog: the API call at the left, the way back, the action last. */
export const ActionFooter = ({
  command,
  other,
  isPending,
  onClose,
  cancelRef,
  children,
}: ActionFooterProps) => (
  <>
    <span className="mr-auto flex items-center">
      <ApiCallButton command={command} />
      {other}
    </span>
    <span className="flex flex-wrap items-center justify-end gap-2">
      <Button ref={cancelRef} onClick={onClose}>
        {isPending ? 'Close' : 'Cancel'}
      </Button>
      {children}
    </span>
  </>
)
