import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useLive } from '../../lib/live.ts'
import { useRouter, useRouterState } from '../../lib/router-context.tsx'
import { filtersOf } from './filters.ts'
import { EVERYTHING, searchAddress, searchStateOf } from './search-address.ts'
import { SEARCH_FORM } from './SearchPage.tsx'
import { SuggestionList, optionId } from './SuggestionList.tsx'
import { optionsOf } from './suggestion-options.ts'
import type { Option } from './suggestion-options.ts'
import { useSuggestions, withoutTail } from './suggestions.ts'
import { TYPING_PAUSE_MS } from './tuning.ts'
import { words } from './words.ts'

/**
 * The search field of the header: a plain form without script; with it, results come while typing
 * (on the search page) and speakers and outlets are suggested. The field keeps what is typed in
 * itself, so that no answer, however late, can change it under the reader.
 */
export function SearchBox() {
  const router = useRouter()
  const { name, address, move, page } = useRouterState()
  const live = useLive()
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const here = name === 'search'
  const { query } = searchStateOf(new URLSearchParams(here ? (address.split('?')[1] ?? '') : ''))
  const { data } = useSuggestions(typed, open)
  const options = open && typed !== '' && data ? optionsOf(data) : []
  const expanded = options.length > 0

  useEffect(() => {
    const field = input.current
    // Another page, or the same anew: what is typed gives way, unless the reader is still typing it.
    if (field !== null && page.status > 0 && move !== null && move !== 'draft') field.value = query.q
  }, [page, move, query.q])

  const settle = () => {
    clearTimeout(timer.current)
    setOpen(false)
    setActive(-1)
  }
  const type = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const text = input.current?.value ?? ''
      setTyped(text)
      setOpen(true)
      setActive(-1)
      if (here) router.go(searchAddress(EVERYTHING, { ...query, q: text.trim() }), 'draft')
    }, TYPING_PAUSE_MS)
  }
  const choose = (option: Option) => {
    const q = withoutTail(input.current?.value ?? '', data?.used ?? '')
    const chosen = [...new Set([...query[option.filter], option.value])]
    settle()
    setTyped('')
    if (input.current !== null) input.current.value = q
    router.go(searchAddress(EVERYTHING, { ...query, q, [option.filter]: chosen }))
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const field = event.currentTarget
    if (event.nativeEvent.isComposing) return
    const chosen = options[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!expanded) return type()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((at) => ((at + 1 + step + options.length + 1) % (options.length + 1)) - 1)
    } else if (event.key === 'Escape' && expanded) {
      event.preventDefault()
      settle()
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault()
      choose(chosen)
    } else if (event.key === 'Backspace' && field.selectionStart === 0 && field.selectionEnd === 0) {
      const last = filtersOf(EVERYTHING, query, new Map()).at(-1)
      if (last !== undefined) router.go(last.href)
    }
  }
  const combobox = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': expanded,
    'aria-controls': 'suggestions',
    'aria-activedescendant': expanded && active >= 0 ? optionId(active) : undefined,
  } as const
  return (
    <search className="search-box">
      <form id={SEARCH_FORM} action="/" method="get" onSubmit={settle}>
        <label className="visually-hidden" htmlFor="q">
          {words.searchLabel}
        </label>
        <input
          ref={input}
          id="q"
          className="search-field"
          type="search"
          name="q"
          defaultValue={query.q}
          placeholder={words.placeholder}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={10_000}
          enterKeyHint="search"
          onInput={(event) => {
            if (!('isComposing' in event.nativeEvent && event.nativeEvent.isComposing)) type()
          }}
          onCompositionEnd={type}
          onKeyDown={press}
          onBlur={() => setOpen(false)}
          {...(live ? combobox : {})}
        />
        {query.sort === 'best' && <input type="hidden" name="sort" value="best" />}
        <button type="submit" className="search-button">
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <circle cx="8.5" cy="8.5" r="5.5" />
            <path d="m13 13 4.5 4.5" />
          </svg>
          <span className="search-button-word">{words.searchButton}</span>
        </button>
      </form>
      {live && <SuggestionList options={options} active={active} onChoose={choose} />}
    </search>
  )
}
