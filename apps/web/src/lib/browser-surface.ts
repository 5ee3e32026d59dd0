import { flushSync } from 'react-dom'
import { titleOf } from './document.ts'
import type { Head } from './page.ts'
import type { Surface } from './router.ts'
import { get } from './unknown.ts'

type Place = { top: number; focus: string | null }

/** The window as the router uses it: history, scroll, focus and the head of the document. */
export function browserSurface(siteName: string): Surface {
  const places = new Map<string, Place>()
  let key = currentKey()
  const keep = () => places.set(key, { top: scrollY, focus: document.activeElement?.id || null })
  addEventListener('pagehide', () => {
    keep()
    store(places)
  })
  for (const [one, place] of stored()) places.set(one, place)

  return {
    leave: (address) => location.assign(address),
    remember(move) {
      if (move === 'pop') return
      keep()
      if (move === 'push' && get(history.state, 'draft') === true)
        history.replaceState({ key, draft: false, from: get(history.state, 'from') }, '')
    },
    enter(address, move) {
      const drafting = get(history.state, 'draft') === true
      const same = address === location.pathname + location.search + location.hash
      if (move === 'pop') key = currentKey()
      else if (move === 'replace' || (move === 'draft' && drafting) || same)
        history.replaceState({ key, draft: move === 'draft', from: get(history.state, 'from') }, '', address)
      else {
        key = newKey()
        // Where this entry was come to from: a link back there is a step back in the history.
        const from = location.pathname + location.search
        history.pushState({ key, draft: move === 'draft', from }, '', address)
      }
    },
    paint: (change) => flushSync(change),
    settle(head, move, otherPage) {
      applyHead(head, siteName)
      if (move === 'pop') return restore(places.get(key))
      if (move === 'draft') return undefined
      const target = location.hash === '' ? null : document.getElementById(location.hash.slice(1))
      if (target !== null) return reveal(target)
      const paged = new URLSearchParams(location.search).has('cursor')
      if (otherPage || paged) return start()
      const lost = document.activeElement === document.body ? places.get(key)?.focus : null
      return lost ? document.getElementById(lost)?.focus({ preventScroll: true }) : undefined
    },
  }
}

/** Restores where the reader was, for the first page too when it was come back to. */
export function restore(place: Place | undefined): void {
  if (place === undefined) return start()
  scrollTo(0, place.top)
  const element = place.focus === null ? null : document.getElementById(place.focus)
  element?.focus({ preventScroll: true })
}

function start(): void {
  scrollTo(0, 0)
  const heading = document.querySelector<HTMLElement>('main h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
}

function reveal(target: HTMLElement): void {
  target.scrollIntoView()
  if (!target.hasAttribute('tabindex') && target.tabIndex < 0) target.setAttribute('tabindex', '-1')
  target.focus({ preventScroll: true })
}

function applyHead(
  { title, description, canonical, alternates, index, jsonLd }: Head,
  siteName: string,
): void {
  document.title = titleOf({ title }, siteName)
  for (const old of document.head.querySelectorAll(
    'link[rel=canonical], link[rel=alternate], meta[name=robots], script[type="application/ld+json"]',
  ))
    old.remove()
  document.head.querySelector('meta[name=description]')?.setAttribute('content', description)
  const add = (tag: string, attributes: Readonly<Record<string, string>>, text = '') => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    element.textContent = text
    document.head.append(element)
  }
  if (canonical !== null) add('link', { rel: 'canonical', href: location.origin + canonical })
  for (const { type, href, title } of alternates) add('link', { rel: 'alternate', type, href, title })
  if (!index) add('meta', { name: 'robots', content: 'noindex' })
  if (jsonLd !== null) add('script', { type: 'application/ld+json' }, JSON.stringify(jsonLd))
}

const STORED = 'onrecord.places'

function currentKey(): string {
  const known = get(history.state, 'key')
  if (typeof known === 'string') return known
  const key = newKey()
  history.replaceState({ key, draft: false }, '')
  return key
}

function newKey(): string {
  return Math.random().toString(36).slice(2, 10)
}

function store(places: ReadonlyMap<string, Place>): void {
  try {
    sessionStorage.setItem(STORED, JSON.stringify([...places].slice(-50)))
  } catch {
    // Storage may be closed or full: then Back starts at the top.
  }
}

function stored(): [string, Place][] {
  try {
    const list: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? '[]')
    if (!Array.isArray(list)) return []
    return list.flatMap((entry: unknown): [string, Place][] => {
      const key = get(entry, '0')
      const top = get(entry, '1', 'top')
      const focus = get(entry, '1', 'focus')
      return typeof key === 'string' && typeof top === 'number'
        ? [[key, { top, focus: typeof focus === 'string' ? focus : null }]]
        : []
    })
  } catch {
    return []
  }
}
