import { useState } from 'react'
import { useSearchParams } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { generateName } from '#model/instance/names.ts'
import { KeyRefused } from '#page/key-refused.tsx'
import { createDefaults } from '#storage/create.ts'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { useTitle } from '#ui/page-header.tsx'

import { CreateForm } from './create-form.tsx'
import { clearDraft, readDraft } from './draft-store.ts'
import { listFields } from './fields.tsx'
import { type Start, startOf } from './start.ts'

/** What there is to say about how the form opened: what of a link was not used, and what was kept from before. */
const CreateNotices = ({ start, onStartOver }: { start: Start; onStartOver: () => void }) => {
  const { ignored, isRestored } = start
  return (
    <div className="my-3 grid gap-3 empty:hidden">
      <KeyRefused />
      {ignored.length > 0 && (
        <Note>The link says something for {listFields(ignored)} that cannot be used; it was left out.</Note>
      )}
      {isRestored && (
        <Note className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
          <p>This is what you typed before in this tab. Secrets were not kept.</p>
          <Button size="sm" onClick={onStartOver}>
            Start over
          </Button>
        </Note>
      )}
    </div>
  )
}

/** One visit of the page: how its form opens is settled once. */
const Visit = ({ search, onStartOver }: { search: string; onStartOver: () => void }) => {
  const { connectionId } = useApi()
  const [spareName] = useState(() => generateName(Math.random))
  const [start] = useState(() =>
    startOf(
      new URLSearchParams(search),
      readDraft(connectionId),
      spareName,
      createDefaults.of(connectionId).read(),
    ),
  )
  return (
    <CreateForm
      start={start}
      search={search}
      spareName={spareName}
      notices={
        <CreateNotices
          start={start}
          onStartOver={() => {
            clearDraft()
            onStartOver()
          }}
        />
      }
    />
  )
}

/** `/instances/new`: everything the API page lets one ask for, and what it costs. */
const CreatePage = () => {
  useTitle('Create instance')
  const [params] = useSearchParams()
  const [visit, setVisit] = useState(0)
  const search = params.toString()
  return <Visit key={`${visit} ${search}`} search={search} onStartOver={() => setVisit(visit + 1)} />
}
export default CreatePage
