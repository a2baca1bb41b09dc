import { useRef } from 'react'

import { useApi } from '#api/api-context.ts'
import { type CreateForm, tidied } from '#model/create/create-form.ts'
import { plainPublicKey, publicKeyProblem } from '#model/create/public-key.ts'
import { saveStored } from '#page/save-stored.ts'
import { type CreateDefaults, createDefaults } from '#storage/create.ts'
import { useStored } from '#storage/stored-value.ts'
import { Button } from '#ui/button.tsx'
import { showToast } from '#ui/toast-store.ts'

/** What of a form may stand for later ones: the tier, the size, the key and the endpoint. What is empty, or no public key, is left out. */
export const defaultsOf = (form: CreateForm): CreateDefaults => {
  const { cpu_tier, n_vcpus, mem_gib, disk_size_gib, aws_endpoint_url: endpoint } = tidied(form)
  const key = plainPublicKey(form.public_key)
  return {
    cpu_tier,
    n_vcpus,
    mem_gib,
    disk_size_gib,
    ...(key === '' || publicKeyProblem(key) !== null ? {} : { public_key: key }),
    ...(endpoint === '' ? {} : { aws_endpoint_url: endpoint }),
  }
}

/** Keeps the form's tier, size, key and endpoint in this browser, for every later one; and forgets them. */
export const DefaultsLine = ({ form }: { form: () => CreateForm }) => {
  const kept = createDefaults.of(useApi().connectionId)
  const defaults = useStored(kept)

  const keep = useRef<HTMLButtonElement>(null)
  const save = (next: CreateDefaults | null, title: string) => {
    const before = kept.read()
    saveStored(kept, next)
    showToast({ title, action: { label: 'Undo', onAction: () => saveStored(kept, before) } })
  }
  return (
    <div className="flex flex-wrap gap-x-1">
      <Button
        ref={keep}
        size="sm"
        variant="ghost"
        className="-ml-2"
        tooltip="Tier, size, SSH key and S3 endpoint, in this browser"
        onClick={() => save(defaultsOf(form()), 'New forms open like this one.')}
      >
        Use as my defaults
      </Button>
      {defaults !== null && (
        <Button
          size="sm"
          variant="ghost"
          onClick={() => {
            save(null, 'Your defaults are forgotten.')
            // This button goes, and the focus would go with it.
            keep.current?.focus()
          }}
        >
          Forget my defaults
        </Button>
      )}
    </div>
  )
}
