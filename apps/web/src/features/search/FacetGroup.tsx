import { useState } from 'react'
import { fold } from '../../lib/fold.ts'
import { useLive } from '../../lib/live.ts'
import { numberWords } from '../../lib/number.ts'
import { SHOWN_FACET_VALUES } from './tuning.ts'
import { words } from './words.ts'

export type FacetValue = { value: string; label: string; count: number; checked: boolean }
type Props = { name: string; title: string; form: string; values: readonly FacetValue[]; open: boolean }

/** One facet: ticked values first, then by count; a few shown, the others in a list of their own. */
export function FacetGroup({ name, title, form, values, open }: Props) {
  const shown = values.filter(({ count, checked }) => checked || count > 0)
  const sorted = [...shown.filter(({ checked }) => checked), ...shown.filter(({ checked }) => !checked)]
  const top = sorted.slice(0, Math.max(SHOWN_FACET_VALUES, sorted.filter(({ checked }) => checked).length))
  const rest = sorted.slice(top.length)
  if (sorted.length === 0) return null
  return (
    <details className="facet" open={open || sorted.some(({ checked }) => checked)}>
      <summary>{title}</summary>
      <fieldset>
        <legend className="visually-hidden">{title}</legend>
        <ul className="facet-values">
          {top.map((value) => (
            <FacetTick key={value.value} name={name} form={form} {...value} />
          ))}
        </ul>
        {rest.length > 0 && <More name={name} title={title} form={form} values={rest} />}
      </fieldset>
    </details>
  )
}

function More({ name, title, form, values }: Omit<Props, 'open'>) {
  const live = useLive()
  const [wanted, setWanted] = useState('')
  const found =
    wanted === '' ? values : values.filter(({ label }) => fold(label).includes(fold(wanted.trim())))
  return (
    <details className="facet-more">
      <summary>{words.more(values.length)}</summary>
      {live && (
        <input
          className="field"
          type="search"
          autoComplete="off"
          aria-label={words.filterList(title)}
          placeholder={words.filterList(title)}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <ul className="facet-values facet-scroll">
        {found.map((value) => (
          <FacetTick key={value.value} name={name} form={form} {...value} />
        ))}
      </ul>
    </details>
  )
}

function FacetTick({
  name,
  form,
  value,
  label,
  count,
  checked,
}: FacetValue & { name: string; form: string }) {
  return (
    <li>
      <label className="tick">
        <input
          type="checkbox"
          id={`tick-${name}-${value}`}
          name={name}
          value={value}
          form={form}
          defaultChecked={checked}
          key={String(checked)}
          data-at-once=""
        />
        <span className="tick-label" dir="auto">
          {label}
        </span>
        <span className="tick-count">{numberWords(count)}</span>
      </label>
    </li>
  )
}
