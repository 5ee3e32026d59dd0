import type { SourcePage, StatisticPage } from '@onrecord/schema'
import { SelectField } from '../../ui/SelectField.tsx'
import { statusWords } from '../quote/index.ts'
import type { StatisticState } from './statistic-address.ts'
import { words } from './words.ts'

/** What the table is narrowed by; a plain form, with no more to choose from than the rows shown name. */
export function StatisticFilters({
  query,
  page,
  sources,
}: {
  query: StatisticState['query']
  page: StatisticPage
  sources: SourcePage | null
}) {
  const speakers = new Map([
    ...query.speaker.map((slug) => [slug, slug] as const),
    ...page.items.flatMap(({ speaker }) => (speaker === null ? [] : [[speaker.slug, speaker.name] as const])),
  ])
  const articles = new Map([
    ...query.source.map((id) => [id, id] as const),
    ...(sources?.items ?? [])
      .filter(({ statistics }) => statistics > 0)
      .map(
        ({ id, title, publisher }) => [id, publisher === null ? title : `${title}, ${publisher}`] as const,
      ),
  ])
  const places = new Map([
    ...page.items.flatMap(({ place }) => (place === null ? [] : [[place.toLowerCase(), place] as const])),
    ...query.place.map((name) => [name, name] as const),
  ])
  const units = new Map([
    ...page.items.flatMap(({ unit: { kind, code, text } }) => {
      const name = code ?? text
      const exact = [`${kind}:${name ?? ''}`.toLowerCase(), name ?? ''] as const
      return [[kind.toLowerCase(), words.units[kind]] as const, ...(name === null ? [] : [exact])]
    }),
    ...query.unit.map((name) => [name, name.split(':')[1] ?? unitKindOf(name)] as const),
  ])
  const byLabel = (a: { label: string }, b: { label: string }) => (a.label < b.label ? -1 : 1)
  return (
    <search>
      <form className="filters" action="/statistics" method="get">
        <label>
          <span>{words.search}</span>
          <input
            className="field"
            type="search"
            name="q"
            key={query.q}
            defaultValue={query.q}
            autoComplete="off"
            maxLength={10_000}
          />
        </label>
        <SelectField
          name="speaker"
          label={words.speaker}
          none={words.anyone}
          value={query.speaker[0] ?? ''}
          options={[...speakers].map(([value, label]) => ({ value, label })).sort(byLabel)}
        />
        <SelectField
          name="source"
          label={words.source}
          none={words.anyArticle}
          value={query.source[0] ?? ''}
          options={[...articles].map(([value, label]) => ({ value, label })).sort(byLabel)}
        />
        <SelectField
          name="status"
          label={words.status}
          none={words.anyStatus}
          value={query.status[0] ?? ''}
          options={(['unchecked', 'verified', 'disputed'] as const).map((value) => ({
            value,
            label: statusWords[value],
          }))}
        />
        <SelectField
          name="place"
          label={words.place}
          none={words.anywhere}
          value={query.place[0] ?? ''}
          options={[...places].map(([value, label]) => ({ value, label })).sort(byLabel)}
        />
        <SelectField
          name="unit"
          label={words.unit}
          none={words.anyUnit}
          value={query.unit[0] ?? ''}
          options={[...units].map(([value, label]) => ({ value, label })).sort(byLabel)}
        />
        <DateField name="from" label={words.since} value={query.from} />
        <DateField name="to" label={words.till} value={query.to} />
        {query.measure.map((series) => (
          <input key={series} type="hidden" name="measure" value={series} />
        ))}
        {query.sort !== 'new' && <input type="hidden" name="sort" value={query.sort} />}
        <button type="submit" className="button">
          {words.filter}
        </button>
      </form>
    </search>
  )
}

function unitKindOf(name: string): string {
  return Object.entries(words.units).find(([kind]) => kind.toLowerCase() === name)?.[1] ?? name
}

function DateField({ name, label, value }: { name: string; label: string; value: string | null }) {
  return (
    <label>
      <span>{label}</span>
      <input
        className="field"
        name={name}
        key={value}
        defaultValue={value ?? ''}
        placeholder={words.dateHint.split(',')[0]}
        title={words.dateHint}
        pattern="\d{4}(-\d{2}){0,2}"
        autoComplete="off"
        maxLength={10}
      />
    </label>
  )
}
