import Bookmark from 'lucide-react/icons/bookmark'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import { type ReactNode, useRef, useState } from 'react'
import { Link } from 'react-router'

import { useInstances } from '#api/queries.ts'
import type { CapacitySize } from '#contract/errors.ts'
import type { CpuTier } from '#contract/vocabulary.ts'
import { useKeepTrying } from '#features/actions/use-keep-trying.ts'
import { paths } from '#model/paths.ts'
import type { Recipe } from '#storage/create.ts'
import { announce } from '#ui/announcer.tsx'
import { Button } from '#ui/button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { showToast } from '#ui/toast-store.ts'

import { type CreateRequest, createRequest, type Distro } from './create-request.ts'
import { DefaultsLine } from './defaults-line.tsx'
import { useDraft } from './draft-store.ts'
import { applyServerErrors, fieldOrder, WrongFields, wrongFieldsTitle } from './fields.tsx'
import { LinkedIdentityNotice } from './linked-identity.tsx'
import { OutcomeView } from './outcome-view.tsx'
import { AccessSection } from './sections/access-section.tsx'
import { AssistantsSection, S3Section } from './sections/data-section.tsx'
import { DistributionField, WhatSection } from './sections/what-section.tsx'
import { SizeSection } from './size/size-section.tsx'
import type { Start } from './start.ts'
import { Summary } from './summary/summary.tsx'
import { useCreateForm } from './use-create-form.ts'
import { useCreate } from './use-create.ts'
import { useEstimate } from './prices.tsx'

const RecipesDialog = lazyPart(() => import('./recipes/recipes-dialog.tsx'))

/** Opens the recipes, to start from one. */
const RecipesButton = ({ onUse }: { onUse: (recipe: Recipe) => void }) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="ghost"
        aria-haspopup="dialog"
        icon={<Bookmark aria-hidden size={15} />}
        onClick={() => setOpen(true)}
      >
        Recipes
      </Button>
      {isOpen && (
        <RecipesDialog
          onClose={() => setOpen(false)}
          onUse={(recipe) => {
            setOpen(false)
            onUse(recipe)
          }}
        />
      )}
    </>
  )
}

/**
 * The form element. It never sends by itself: Enter in a field is part of typing, and what a form here does may cost money, so
 * only its own button actions. Checking is the app's, in the app's words.
 */
const FormShell = ({ className, children }: { className?: string; children: ReactNode }) => (
  <form
    noValidate
    autoComplete="off"
    className={className}
    onSubmit={(event) => {
      event.preventDefault()
    }}
  >
    {children}
  </form>
)

/** Where one is, and the shorter way: a recipe. */
const CreateHeader = ({ onRecipe }: { onRecipe: (recipe: Recipe) => void }) => (
  <PageHeader
    title="Create instance"
    crumb={
      <Link
        to={paths.instances()}
        className="-ml-1 inline-flex items-center gap-0.5 rounded-sm hover:text-ink"
      >
        <ChevronLeft aria-hidden size={15} />
        Instances
      </Link>
    }
    actions={<RecipesButton onUse={onRecipe} />}
  />
)

/**
 * The distribution of a virtual machine. Only some services know of it: those that tell it of the instances they have, or that
 * ask for it when one is created.
 */
const useDistribution = () => {
  const instances = useInstances().data?.instances ?? []
  const [isAsked, setAsked] = useState(false)
  const [distro, setDistro] = useState<Distro>('ubuntu')
  const isKnown = isAsked || instances.some((instance) => instance.distro !== null)
  return { distro: isKnown ? distro : null, setDistro, ask: () => setAsked(true) }
}

interface CreateFormProps {
  start: Start
  /** The query string the form was begun from. */
  search: string
  /** What the instance is called when its field is left empty. */
  spareName: string
  /** What there is to say about how the form opened. */
  notices: ReactNode
}

/** The form, the price beside it, and what comes of sending it. */
export const CreateForm = ({ start, search, spareName, notices }: CreateFormProps) => {
  const state = useCreateForm(start, search)
  const { form, control } = state
  const { distro, setDistro, ask } = useDistribution()
  const estimate = useEstimate(control)
  const sent = useRef<CreateRequest | null>(null)
  const createButton = useRef<HTMLButtonElement>(null)

  const create = useCreate({
    placeErrors: (error) => {
      if ('distro' in error.fields) ask()
      return applyServerErrors(form, error, fieldOrder)
    },
  })
  const keepTrying = useKeepTrying(() => {
    const { current: request } = sent
    if (request === null) return null
    const { name } = request
    return { request: { action: 'create', uuid: '', name }, attempt: () => create.sendAgain(request) }
  })

  useDraft(form, search, () => {
    if (!keepTrying.isOn) return
    keepTrying.cancel()
    announce('The form changed, so it is not tried again by itself.')
  })

  const submit = () =>
    form.handleSubmit(
      async (values) => {
        keepTrying.cancel()
        state.keepDraft()
        sent.current = createRequest(values, spareName, distro)
        await create.send(sent.current)
      },
      (errors) => announce(`${wrongFieldsTitle(Object.keys(errors).length)}.`),
    )()

  /** After a change that answers an error: what was rejected is out of date, and creating is the next step. */
  const goOn = (said: string) => {
    create.forget()
    announce(`${said} Press Create instance to try it.`)
    createButton.current?.focus()
  }
  const useNearest = (nearest: CapacitySize) => {
    state.chooseSize(nearest)
    goOn('The nearest size is filled in.')
  }
  const useTier = (other: CpuTier) => {
    state.set('cpu_tier', other)
    goOn('The other CPU tier is chosen.')
  }

  const fillIn = ({ name, search: recipe }: Recipe) => {
    const takeBack = state.fillIn(recipe)
    create.forget()
    showToast({
      title: `The form is filled in from “${name}”.`,
      action: { label: 'Undo', onAction: takeBack },
    })
  }

  const full =
    create.outcome?.kind === 'full' && create.outcome.capacity.account === null ? create.outcome : null

  return (
    <div className="max-w-[104rem]">
      <CreateHeader onRecipe={fillIn} />
      {notices}
      <LinkedIdentityNotice identity={start.identity} onUse={state.useIdentity} />
      <FormShell className="mt-2.5 items-start gap-x-7 lg:grid lg:grid-cols-[minmax(0,1fr)_372px]">
        <div className="@container min-w-0 max-lg:[&_:is(input,select,textarea,button)]:scroll-mb-48">
          <WhatSection control={control} estimate={estimate} onChange={state.followEnvironment}>
            {estimate.form.resource_type === 'vm' && distro !== null && (
              <DistributionField value={distro} onValueChange={setDistro} />
            )}
          </WhatSection>
          <SizeSection
            control={control}
            estimate={estimate}
            free={full?.capacity.nearest ?? null}
            onPreset={state.chooseSize}
            onSize={state.sizeTyped}
          />
          <AccessSection
            control={control}
            spareName={spareName}
            onCheck={state.check}
            onAnotherName={state.anotherName}
            onKey={(key) => state.set('public_key', key)}
            onRejectedKey={state.rejectKey}
          />
          <div className="grid gap-2.5 pb-5">
            <S3Section control={control} endpoint={state.endpoint} onChange={state.checkS3} />
            <AssistantsSection control={control} />
            <DefaultsLine form={form.getValues} />
          </div>
        </div>
        <Summary
          estimate={estimate}
          spareName={spareName}
          distro={distro}
          isSending={create.isSending}
          isResting={full !== null}
          createButton={createButton}
          onCreate={() => void submit()}
          onPlainGenomics={() => state.set('flavor', 'plaingenomics')}
          outcome={
            <>
              {create.outcome !== null && (
                <OutcomeView
                  outcome={create.outcome}
                  estimate={estimate}
                  keepTrying={keepTrying}
                  onUseNearest={useNearest}
                  onTier={useTier}
                  onLookAgain={(error) => {
                    if (sent.current !== null) void create.lookAgain(sent.current, error)
                  }}
                />
              )}
              <WrongFields control={control} onGo={state.goTo} />
            </>
          }
        />
      </FormShell>
    </div>
  )
}
