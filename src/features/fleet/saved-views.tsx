import Plus from 'lucide-react/icons/plus'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { fleetSearch, type FleetView } from '#model/fleet/fleet-search.ts'
import { paths } from '#model/paths.ts'
import { saveStored } from '#page/save-stored.ts'
import { longestViewName, savedViews, withoutView, withView } from '#storage/saved-views.ts'
import { useStored } from '#storage/stored-value.ts'
import { announce } from '#ui/announcer.tsx'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { Field } from '#ui/field.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'
import { TextInput } from '#ui/text-input.tsx'

import { builtInViews, viewTabClass } from './views.tsx'

/** One spelling of a view. */
const textOf = (view: FleetView): string => fleetSearch.write(view).toString()
const savedText = (search: string): string => textOf(fleetSearch.read(new URLSearchParams(search)))

interface SaveFormProps {
  /** The saved view that is shown now. */
  current: string | null
  onSave: (name: string) => string | null
  onRemove: (name: string) => void
}

const SaveForm = ({ current, onSave, onRemove }: SaveFormProps) => {
  const [name, setName] = useState(current ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = name.trim()
    setProblem(wanted === '' ? 'A view needs a name' : onSave(wanted))
  }
  return (
    <form noValidate onSubmit={submit} className="grid w-60 gap-2 p-1">
      <Field label="Name of the view" error={problem}>
        <TextInput
          maxLength={longestViewName}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <div className="flex justify-between gap-2">
        <Button type="submit" variant="primary">
          Save view
        </Button>
        {current !== null && (
          <Button variant="danger-quiet" onClick={() => onRemove(current)}>
            Remove
          </Button>
        )}
      </div>
    </form>
  )
}

/** The views that were saved in this browser, as tabs, and the way to save the one that is shown. */
const SavedViews = ({ view }: { view: FleetView }) => {
  const stored = savedViews.of(useApi().connectionId)
  const views = useStored(stored)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const shown = textOf(view)
  const current =
    shown === '' ? null : (views.find(({ search }) => savedText(search) === shown)?.name ?? null)

  const save = (name: string): string | null => {
    const isTaken = name !== current && views.some((one) => one.name.toLowerCase() === name.toLowerCase())
    if (isTaken || builtInViews.some((one) => one.toLowerCase() === name.toLowerCase()))
      return 'There is a view of that name'
    if (shown === '') return 'All instances are shown: filter, sort or group them first'
    const next = withView(views, { name, search: shown })
    if (next === null) return 'There are 20 views already: remove one first'
    saveStored(stored, next)
    announce(`The view ${name} is saved in this browser.`)
    setAnchor(null)
    return null
  }
  const remove = (name: string) => {
    saveStored(stored, withoutView(views, name))
    announce(`The view ${name} is removed.`)
    setAnchor(null)
  }

  return (
    <>
      {views.map(({ name, search }) => (
        <Link
          key={name}
          to={{ pathname: paths.instances(), search }}
          aria-current={name === current ? 'true' : undefined}
          title={name}
          className={cx(viewTabClass(name === current), 'max-w-48')}
        >
          <span className="truncate">{name}</span>
        </Link>
      ))}
      <Button
        size="sm"
        variant="ghost"
        square
        className="my-auto"
        aria-label="Save view"
        tooltip="Save view"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        icon={<Plus aria-hidden size={14} />}
        onClick={({ currentTarget }) => setAnchor(anchor === null ? currentTarget : null)}
      />
      <AnchoredPopover anchor={anchor} onClose={() => setAnchor(null)} label="Save view">
        <SaveForm current={current} onSave={save} onRemove={remove} />
      </AnchoredPopover>
    </>
  )
}
export default SavedViews
