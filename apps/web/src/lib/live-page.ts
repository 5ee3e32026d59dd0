import type { Router } from './router.ts'
import { get } from './unknown.ts'

/** Lets the router answer links, forms and the history of the page instead of loading documents. */
export function listenToPage(router: Router): void {
  document.addEventListener('click', (event) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    const href = linkHref(link)
    if (link === null || href === null) return
    const url = new URL(href, location.href)
    if (
      url.origin !== location.origin ||
      link.target !== '' ||
      link.hasAttribute('download') ||
      (link.type !== '' && link.type !== 'text/html')
    )
      return
    if (url.pathname === location.pathname && url.search === location.search && url.hash !== '') return
    event.preventDefault()
    if (link.dataset['back'] !== undefined && get(history.state, 'from') === href) history.back()
    else router.go(url.pathname + url.search + url.hash)
  })
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'get') return
    event.preventDefault()
    const pairs = [...new FormData(form)].flatMap(([key, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[key, value.trim()]] : [],
    )
    const query = new URLSearchParams(pairs).toString()
    router.go(`${new URL(form.action).pathname}${query === '' ? '' : `?${query}`}`)
  })
  document.addEventListener('change', (event) => {
    const field = event.target
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      if (field.dataset['atOnce'] !== undefined) field.form?.requestSubmit()
    }
  })
  addEventListener('popstate', (event) => {
    // A jump within the page: the browser scrolls.
    if (event.state === null || location.pathname + location.search === router.state().address) return
    router.go(location.pathname + location.search + location.hash, 'pop')
  })
  for (const type of ['online', 'offline'] as const)
    addEventListener(type, () => router.setOnline(type === 'online'))
}

/** The address of a link, of HTML or of a drawing. */
function linkHref(link: Element | null): string | null {
  return link?.getAttribute('href') ?? null
}
