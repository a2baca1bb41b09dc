import RefreshCw from 'lucide-react/icons/refresh-cw'
import Search from 'lucide-react/icons/search'
import { useState } from 'react'

import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { LabelledCheckbox } from '#ui/checkbox-list.tsx'
import { Chip } from '#ui/chip.tsx'
import { ChoiceGroup, RadioCard } from '#ui/option-card.tsx'
import { Field } from '#ui/field.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { NumberInput } from '#ui/number-input.tsx'
import { SecretInput } from '#ui/secret.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Select } from '#ui/select.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'

import { Line, Sample } from './sample.tsx'

const grid = 'grid grid-cols-2 gap-4 max-sm:grid-cols-1'
const sizes = [
  { value: 'small', label: 'Small' },
  { value: 'medium', label: 'Medium' },
  { value: 'large', label: 'Large' },
  { value: 'custom', label: 'Custom' },
] as const

const Numbers = () => {
  const [vcpus, setVcpus] = useState('16')
  const [memory, setMemory] = useState('64 GiB')
  const [disk, setDisk] = useState('')
  return (
    <div className="grid grid-cols-3 gap-3 max-sm:grid-cols-1">
      <Field label="vCPUs">
        <NumberInput min={1} max={256} value={vcpus} onValueChange={setVcpus} />
      </Field>
      <Field label="Memory (GiB)" error="64 GiB is not a whole number. Enter 1 to 512.">
        <NumberInput min={1} max={512} value={memory} onValueChange={setMemory} />
      </Field>
      <Field label="Disk (GiB)" hint="Notebooks usually need 50 to 100.">
        <NumberInput min={10} max={2000} value={disk} onValueChange={setDisk} unit="GiB" />
      </Field>
    </div>
  )
}

const Choices = () => {
  const [flavor, setFlavor] = useState('rstudioserver')
  const [tier, setTier] = useState('high-performance')
  const [size, setSize] = useState<'small' | 'medium' | 'large' | 'custom'>('large')
  const card = (value: string) => ({
    name: 'flavor',
    value,
    checked: flavor === value,
    onChange: () => setFlavor(value),
  })
  return (
    <>
      <Sample name="Option card">
        <div className="grid gap-4">
          <ChoiceGroup
            legend="Environment"
            role="radiogroup"
            className="grid grid-cols-3 gap-2 max-sm:grid-cols-1"
          >
            <RadioCard title="Base" description="Clean Ubuntu 24.04" {...card('base')} />
            <RadioCard
              title="RStudio"
              description="RStudio Server, genomics tools"
              {...card('rstudioserver')}
            />
            <RadioCard
              title="Marimo"
              disabledReason="Notebooks are available to containers only."
              {...card('marimo')}
            />
          </ChoiceGroup>
          <ChoiceGroup
            legend="CPU tier"
            className="grid grid-cols-2 gap-2"
            error="Choose a tier."
            hint="Both bill by the hour."
          >
            {['general-purpose', 'high-performance'].map((value) => (
              <RadioCard
                key={value}
                title={value === 'general-purpose' ? 'General purpose' : 'High performance'}
                description={value === 'general-purpose' ? 'AMD EPYC, best price' : 'Over 5 GHz'}
                name="tier"
                checked={tier === value}
                onChange={() => setTier(value)}
              />
            ))}
          </ChoiceGroup>
        </div>
      </Sample>
      <Sample name="Segmented">
        <Segmented label="Size" options={sizes} value={size} onValueChange={setSize} />
      </Sample>
    </>
  )
}

const Toggles = () => {
  const [watch, setWatch] = useState(true)
  return (
    <>
      <Sample name="Checkbox">
        <Line>
          <LabelledCheckbox label="Keep me signed in on this device" />
          <LabelledCheckbox label="Chosen" defaultChecked />
          <LabelledCheckbox label="Some" indeterminate />
          <LabelledCheckbox label="Not now" disabled />
          <LabelledCheckbox label="Not now, chosen" disabled defaultChecked />
          <Checkbox aria-label="Select rna-atlas" />
        </Line>
      </Sample>
      <Sample name="Switch">
        <div className="grid max-w-96 gap-3">
          <Switch
            label="Tell me when something stops"
            hint="Only while a tab of Hatteras is open."
            checked={watch}
            onCheckedChange={setWatch}
          />
          <Switch label="Off" checked={false} onCheckedChange={() => setWatch(false)} />
          <Switch label="Not now" disabled checked onCheckedChange={() => setWatch(true)} />
        </div>
      </Sample>
      <Sample name="Filter chip">
        <Line>
          <Chip label="State" />
          <Chip label="Type" />
          <Chip label="Flavor" value="Marimo, RStudio" onClear={() => setWatch(false)} />
          <Chip label="GPU" value="any" aria-expanded />
        </Line>
      </Sample>
    </>
  )
}

export const Fields = () => (
  <>
    <Sample name="Text">
      <div className={grid}>
        <Field label="Name" hint="Lowercase letters, numbers and hyphens.">
          <TextInput
            defaultValue="zealous-cloud-42"
            trailing={
              <Button
                variant="ghost"
                size="sm"
                className="-mr-1.5"
                icon={<RefreshCw aria-hidden size={13} />}
              >
                another
              </Button>
            }
          />
        </Field>
        <Field label="Name" error="Dev_Server has an underscore. Use lowercase letters, numbers and hyphens.">
          <TextInput defaultValue="Dev_Server" />
        </Field>
        <Field label="S3 endpoint URL" optional>
          <TextInput placeholder="https://s3.us-east-1.amazonaws.com" />
        </Field>
        <Field label="Owner">
          <TextInput defaultValue="ada@lab.example" disabled />
        </Field>
        <Field label="Search instances" hideLabel>
          <TextInput
            type="search"
            placeholder="Search instances"
            leading={<Search aria-hidden size={15} />}
            trailing={<Kbd>/</Kbd>}
          />
        </Field>
        <Field label="API key">
          <SecretInput value="cc_live_5f2c91d0" />
        </Field>
        <Field label="SSH public key" optional>
          <TextArea mono placeholder="ssh-ed25519 AAAA… or drop a .pub file" />
        </Field>
        <Field
          label="S3 secret access key"
          error={'The key id is there, but not its secret.\nEnter it, or clear the three S3 fields.'}
        >
          <SecretInput />
        </Field>
      </div>
    </Sample>
    <Sample name="Number">
      <Numbers />
    </Sample>
    <Sample name="Select">
      <div className={grid}>
        <Field label="GPU model">
          <Select defaultValue="">
            <option value="">None</option>
            <option>RTX 5090</option>
          </Select>
        </Field>
        <Field label="GPU model" error="GPUs are available to containers only.">
          <Select>
            <option>RTX 5090</option>
          </Select>
        </Field>
        <Select size="sm" aria-label="Group" className="justify-self-start">
          <option>Group: none</option>
          <option>Group: state</option>
        </Select>
      </div>
    </Sample>
    <Choices />
    <Toggles />
  </>
)
