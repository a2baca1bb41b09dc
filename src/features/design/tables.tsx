import Ellipsis from 'lucide-react/icons/ellipsis'
import { useState } from 'react'

import { IconButton } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Sparkline } from '#ui/sparkline.tsx'
import { StateBadge, type StateKind } from '#ui/state-mark.tsx'
import { Cell, CellNote, ColumnHead, type Density, Row, type SortDirection, Table } from '#ui/table.tsx'

import { Sample } from './sample.tsx'

type Line = {
  name: string
  flavor: string
  kind: StateKind
  word: string
  size: string
  note: string
  cpu?: number
}

const lines: Line[] = [
  {
    name: 'rna-atlas',
    flavor: 'RStudio · container',
    kind: 'running',
    word: 'Running',
    size: '16 vCPU · 64 GiB · 500 GiB',
    note: 'high performance',
    cpu: 41,
  },
  {
    name: 'brave-box-979',
    flavor: 'Marimo · container',
    kind: 'transition',
    word: 'Starting',
    size: '4 vCPU · 16 GiB · 50 GiB',
    note: 'general purpose',
  },
  {
    name: 'a-name-of-sixty-three-letters-which-is-as-long-as-they-may-be-ok',
    flavor: 'Ubuntu · virtual machine',
    kind: 'stopped',
    word: 'Stopped',
    size: '8 vCPU · 16 GiB · 100 GiB',
    note: 'storage only',
  },
]

const wave = (top: number) =>
  Array.from({ length: 40 }, (_, index) =>
    index > 17 && index < 21 ? null : top + 9 * Math.sin(index / 2) + (index % 3),
  )

const Fleet = ({ density }: { density: Density }) => {
  const [sort, setSort] = useState<SortDirection>('ascending')
  const [selected, setSelected] = useState('brave-box-979')
  return (
    <div className="overflow-x-auto">
      <Table label={`Instances, ${density}`} className="min-w-[960px]">
        <thead>
          <tr>
            <ColumnHead className="w-11">
              <Checkbox aria-label={`Select all, ${density}`} indeterminate />
            </ColumnHead>
            <ColumnHead
              sorted={sort}
              onSort={() => setSort(sort === 'ascending' ? 'descending' : 'ascending')}
            >
              Name
            </ColumnHead>
            <ColumnHead className="w-32" onSort={() => setSort('ascending')}>
              State
            </ColumnHead>
            <ColumnHead className="w-56">Size</ColumnHead>
            <ColumnHead className="w-36">CPU now</ColumnHead>
            <ColumnHead className="w-24" align="end" onSort={() => setSort('ascending')}>
              Cost / h
            </ColumnHead>
            <ColumnHead className="w-32">
              <span className="sr-only">Acts</span>
            </ColumnHead>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, flavor, kind, word, size, note, cpu }) => (
            <Row key={name} density={density} selected={selected === name}>
              <Cell>
                <Checkbox
                  aria-label={`Select ${name}`}
                  checked={selected === name}
                  onCheckedChange={(checked) => setSelected(checked ? name : '')}
                />
              </Cell>
              <Cell>
                <span className="font-name">{name}</span>
                {density === 'comfortable' && <CellNote>{flavor}</CellNote>}
              </Cell>
              <Cell>
                <StateBadge kind={kind} word={word} dataState={word.toLowerCase()} />
              </Cell>
              <Cell>
                {size}
                {density === 'comfortable' && <CellNote>{note}</CellNote>}
              </Cell>
              <Cell>
                {cpu === undefined ? (
                  <span className="text-ink-muted">—</span>
                ) : (
                  <span className="flex items-center gap-2.5">
                    <Sparkline values={wave(cpu)} max={100} />
                    <span className="shrink-0">{cpu} %</span>
                  </span>
                )}
              </Cell>
              <Cell align="end">$0.61</Cell>
              <Cell align="end">
                <CopyButton what={`SSH command of ${name}`} text="ssh">
                  SSH
                </CopyButton>
                <IconButton
                  size="sm"
                  label={`Actions for ${name}`}
                  icon={<Ellipsis aria-hidden size={16} />}
                />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

export const Tables = () => (
  <>
    <Sample name="Comfortable, 52">
      <Fleet density="comfortable" />
    </Sample>
    <Sample name="Compact, 36">
      <Fleet density="compact" />
    </Sample>
  </>
)
