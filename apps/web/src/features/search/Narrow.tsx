import type { Facets, SearchQuery } from '@onrecord/schema'
import { useAnswer } from '../../lib/answers.ts'
import { useLive } from '../../lib/live.ts'
import { BarChart } from '../../ui/BarChart.tsx'
import { kindWords, statusWords } from '../quote/index.ts'
import { FacetGroup } from './FacetGroup.tsx'
import { filtersOf } from './filters.ts'
import type { Scope, SearchState } from './search-address.ts'
import { searchAddress } from './search-address.ts'
import { words } from './words.ts'

type Props = {
  state: SearchState
  /** Id of the form that the fields belong to, wherever they stand. */
  form: string
  /** The query as understood, its tokens read out of the words. */
  query: SearchState['query']
  inUse: number
  /** false: the speakers are listed beside. */
  speakers: boolean
}

/** The filters beside the results: counts say what a click gives. */
export function Narrow({ state, form, query, inUse, speakers }: Props) {
  const { data: facets, isError } = useAnswer('search.facets', { query: state.query })
  return (
    <section className="narrow" aria-labelledby="narrow">
      <details className="narrow-fold" open>
        <summary>
          <h2 id="narrow">{words.narrowCount(inUse)}</h2>
        </summary>
        <div className="narrow-body" aria-busy={facets === undefined && !isError}>
          <DateRange state={state} form={form} query={query} facets={facets ?? null} />
          {facets === undefined ? (
            <Uncounted isError={isError} scope={state.scope} query={query} form={form} />
          ) : (
            <Counted facets={facets} form={form} speakers={speakers} />
          )}
          <p className="narrow-actions">
            <button type="submit" form={form} className="button apply">
              {words.apply}
            </button>
            {inUse > 0 && (
              <a
                href={searchAddress(state.scope, {
                  ...query,
                  speaker: [],
                  source: [],
                  kind: [],
                  status: [],
                  from: null,
                  to: null,
                })}
              >
                {words.clear}
              </a>
            )}
          </p>
        </div>
      </details>
    </section>
  )
}

/** Without counts there is nothing to tick; what is ticked stays in the form. */
function Uncounted({
  isError,
  scope,
  query,
  form,
}: {
  isError: boolean
  scope: Scope
  query: SearchQuery
  form: string
}) {
  const live = useLive()
  const kept = filtersOf(scope, query, new Map()).filter(({ name }) => name !== 'from' && name !== 'to')
  return (
    <>
      {kept.map(({ key, name, input }) => (
        <input key={key} type="hidden" form={form} name={name} value={input} />
      ))}
      {isError || !live ? <p className="sm">{words.countsMissing}</p> : <div className="facets-wait" />}
    </>
  )
}

function Counted({ facets, form, speakers }: { facets: Facets; form: string; speakers: boolean }) {
  return (
    <>
      {speakers && (
        <FacetGroup name="speaker" title={words.speaker} form={form} values={facets.speaker} open />
      )}
      <FacetGroup name="source" title={words.source} form={form} values={facets.source} open />
      <FacetGroup
        name="kind"
        title={words.kind}
        form={form}
        values={facets.kind.map((one) => ({ ...one, label: kindWords[one.value] }))}
        open
      />
      <FacetGroup
        name="status"
        title={words.status}
        form={form}
        values={facets.status.map((one) => ({ ...one, label: statusWords[one.value] }))}
        open
      />
      {!facets.exact && <p className="sm">{words.estimate}</p>}
    </>
  )
}

function DateRange({
  state,
  form,
  query,
  facets,
}: Omit<Props, 'inUse' | 'speakers'> & { facets: Facets | null }) {
  const typed = (field: 'from' | 'to') =>
    state.badDates.find((bad) => bad.field === field)?.text ?? query[field] ?? ''
  const bad = (field: 'from' | 'to') => state.badDates.find((one) => one.field === field)
  const fields = ['from', 'to'] as const
  return (
    <fieldset className="dates">
      <legend>{words.said}</legend>
      <div className="date-fields">
        {fields.map((field) => (
          <label key={field}>
            <span>{words[field]}</span>
            <input
              className="field"
              name={field}
              form={form}
              key={typed(field)}
              defaultValue={typed(field)}
              inputMode="numeric"
              autoComplete="off"
              maxLength={10}
              aria-describedby={bad(field) ? `${field}-bad` : 'date-hint'}
              aria-invalid={bad(field) ? true : undefined}
              data-at-once=""
            />
          </label>
        ))}
      </div>
      <p id="date-hint" className="hint">
        {words.dateHint}
      </p>
      {fields.map((field) => {
        const wrong = bad(field)
        return wrong === undefined ? null : (
          <p key={field} id={`${field}-bad`} className="field-bad">
            {words.badDate(wrong.text)}
          </p>
        )
      })}
      {facets !== null && facets.year.length > 1 && <Years state={state} query={query} years={facets.year} />}
    </fieldset>
  )
}

function Years({
  state,
  query,
  years,
}: {
  state: SearchState
  query: SearchState['query']
  years: Facets['year']
}) {
  const counts = new Map(years.map(({ value, count }) => [Number(value), count]))
  const known = [...counts.keys()].filter((year) => Number.isInteger(year))
  const first = Math.min(...known)
  const last = Math.max(...known)
  // A gap of centuries (a misread date) would draw thousands of bars: then only the years that have quotes.
  const all =
    last - first < 60
      ? Array.from({ length: last - first + 1 }, (_, index) => first + index)
      : known.sort((a, b) => a - b)
  const bars = all.map((year) => {
    const text = String(year)
    const count = counts.get(year) ?? 0
    return {
      key: text,
      label: words.yearBar(text, count),
      count,
      href: searchAddress(state.scope, { ...query, from: text, to: text }),
      current: query.from === text && query.to === text,
    }
  })
  return (
    <div className="years">
      <BarChart title={words.years} bars={bars} space={204} />
      <p className="years-ends" aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </p>
    </div>
  )
}
