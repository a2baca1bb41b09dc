import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { secretFields } from '#contract/vocabulary.ts'
import { generateName } from '#model/instance/names.ts'
import { paths } from '#model/paths.ts'

import { useTitle } from '#ui/use-title.ts'

import { CreateForm } from './create-form.tsx'
import { CreateNotices } from './create-notices.tsx'
import { clearDraft, readDraft } from './draft-store.ts'
import { startOf } from './start.ts'

const withoutSecrets = (params: URLSearchParams): string => {
  const kept = new URLSearchParams(params)
  for (const field of secretFields) kept.delete(field)
  return kept.toString()
}

/** One visit of the page: how its form opens is settled once. */
const Visit = ({ params, onStartOver }: { params: URLSearchParams; onStartOver: () => void }) => {
  const { connectionId } = useApi()
  const [spareName] = useState(() => generateName(Math.random))
  const [start] = useState(() => startOf(params, readDraft(connectionId), spareName))
  const [search] = useState(() => withoutSecrets(params))
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
  const navigate = useNavigate()
  const [visit, setVisit] = useState(0)
  const search = withoutSecrets(params)
  const hasSecrets = params.size > 0 && search !== params.toString()

  useEffect(() => {
    if (hasSecrets) void navigate(paths.create(search), { replace: true })
  }, [hasSecrets, navigate, search])

  return <Visit key={`${visit} ${search}`} params={params} onStartOver={() => setVisit(visit + 1)} />
}
export default CreatePage
