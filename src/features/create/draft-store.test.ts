import { describe, expect, it } from 'vitest'

import { emptyCreateForm } from '#model/create/create-form.ts'

import { clearDraft, readDraft, writeDraft } from './draft-store.ts'

const form = {
  ...emptyCreateForm,
  name: 'half-done',
  aws_access_key_id: 'AKIAEXAMPLE',
  aws_secret_access_key: 'a-secret',
  anthropic_api_key: 'another-secret',
}

describe('the draft of this tab', () => {
  it('keeps what was typed but the secrets, for the account that typed it', () => {
    writeDraft('c-1', 'flavor=marimo', form)
    const draft = readDraft('c-1')
    expect(draft?.search).toBe('flavor=marimo')
    expect(draft?.form).toMatchObject({ name: 'half-done', aws_access_key_id: 'AKIAEXAMPLE' })
    expect(JSON.stringify(draft)).not.toContain('secret"')
    expect(readDraft('c-2')).toBeNull()
  })

  it('does not keep what is no public key', () => {
    writeDraft('c-1', '', { ...form, public_key: '-----BEGIN OPENSSH PRIVATE KEY-----' })
    expect(readDraft('c-1')?.form.public_key).toBe('')
  })

  it('leaves what it has rather than keep something of no size', () => {
    writeDraft('c-1', '', form)
    writeDraft('c-1', '', { ...form, name: 'x'.repeat(9000) })
    expect(readDraft('c-1')?.form.name).toBe('half-done')
  })

  it('is gone when it was sent', () => {
    writeDraft('c-1', '', form)
    clearDraft()
    expect(readDraft('c-1')).toBeNull()
  })

  it('stays when what was sent from an earlier form is created at last', () => {
    writeDraft('c-1', '', form)
    clearDraft('patient-one')
    expect(readDraft('c-1')?.form.name).toBe('half-done')
    clearDraft('half-done')
    expect(readDraft('c-1')).toBeNull()
    writeDraft('c-1', '', { ...form, name: ' ' })
    clearDraft('patient-one')
    expect(readDraft('c-1')).toBeNull()
  })
})
