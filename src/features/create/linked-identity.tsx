import { useState } from 'react'

import { LOCALE } from '#lib/format.ts'
import type { LinkedIdentity } from '#model/create/recipe.ts'
import { keyFingerprint, keyLabel } from '#storage/create.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'

interface LinkedIdentityProps {
  identity: LinkedIdentity
  onUse: (identity: LinkedIdentity) => void
}

/** Where an endpoint leads, which is what tells one store from another. */
const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address)

/** A link named an SSH key: says which, and fills it in when asked to. */
const LinkedKey = ({ sshKey, onUse }: { sshKey: string; onUse: () => void }) => (
  <Alert
    tone="lamp"
    title="The link brings an SSH key."
    actions={
      <Button size="sm" onClick={onUse}>
        Use this SSH key
      </Button>
    }
  >
    <span className="wrap-anywhere">
      {keyLabel(sshKey)}, {keyFingerprint(sshKey)}.
    </span>{' '}
    It is left out: whoever has the other half of it could log in. Use it only if it is yours.
  </Alert>
)

/** A link named an S3 store: says where it is, and fills it in when asked to. */
const LinkedStore = ({ store, onUse }: { store: LinkedIdentity; onUse: () => void }) => {
  const { aws_endpoint_url: endpoint, aws_access_key_id: id, aws_prefill_bucket: bucket } = store
  const named = [
    endpoint === undefined ? null : `the endpoint ${hostOf(endpoint)}`,
    id === undefined ? null : `the access key ID ${id}`,
    bucket === undefined ? null : `the bucket path ${bucket}`,
  ].filter((part) => part !== null)
  return (
    <Alert
      tone="lamp"
      title="The link brings S3 settings."
      actions={
        <Button size="sm" onClick={onUse}>
          Use these S3 settings
        </Button>
      }
    >
      <span className="wrap-anywhere">It names {new Intl.ListFormat(LOCALE).format(named)}.</span> They are
      left out: the secret that you type would go there. Use them only if you know the place.
    </Alert>
  )
}

/** What a link says of keys and stores: out of the form until someone asks for it. */
export const LinkedIdentityNotice = ({ identity, onUse }: LinkedIdentityProps) => {
  const [left, setLeft] = useState(identity)
  const { public_key: sshKey, ...store } = left
  const take = (taken: LinkedIdentity, rest: LinkedIdentity) => {
    onUse(taken)
    setLeft(rest)
  }
  return (
    <div className="my-3 grid gap-3 empty:hidden">
      {sshKey !== undefined && (
        <LinkedKey sshKey={sshKey} onUse={() => take({ public_key: sshKey }, store)} />
      )}
      {Object.keys(store).length > 0 && (
        <LinkedStore
          store={store}
          onUse={() => take(store, sshKey === undefined ? {} : { public_key: sshKey })}
        />
      )}
    </div>
  )
}
