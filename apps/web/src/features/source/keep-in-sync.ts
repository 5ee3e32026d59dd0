/**
 * Keeps the list beside the text at what is being read, and shows which mark and which row belong
 * together. Never moves the focus. Gives back what stops it.
 */
export function keepInSync(page: HTMLElement): () => void {
  const list = page.querySelector<HTMLElement>('.found')
  const of = (element: Element | null) => element?.closest<HTMLElement>('[data-of]')?.dataset['of'] ?? null
  const light = (event: Event) => {
    const id = of(event.target instanceof Element ? event.target : null)
    for (const element of page.querySelectorAll('[data-of]'))
      element.classList.toggle('lit', id !== null && of(element) === id)
  }
  const visible = new Set<Element>()
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) visible.add(target)
      else visible.delete(target)
    }
    const first = [...visible].sort(
      (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
    )[0]
    const id = of(first ?? null)
    const row = id === null ? null : page.querySelector<HTMLElement>(`.found [data-of="${CSS.escape(id)}"]`)
    // Only a list with a scroller of its own follows; in one column it stands under the text.
    if (row && list && list.scrollHeight > list.clientHeight)
      list.scrollTop = row.offsetTop - list.clientHeight / 3
  })
  // A list with a scroller of its own can be scrolled by keys; one that is shown whole needs no stop.
  const sizes = new ResizeObserver(() => {
    if (list === null) return
    if (list.scrollHeight > list.clientHeight) list.tabIndex = 0
    else list.removeAttribute('tabindex')
  })
  if (list !== null) sizes.observe(list)
  // Quotes and statistics stand one after the other in the list: it follows the quotes, or it would jump.
  const quotes = page.querySelectorAll('.article .label[href^="#list-q"]:not(.label-term)')
  for (const label of quotes.length > 0 ? quotes : page.querySelectorAll('.article .label'))
    watcher.observe(label)
  for (const event of ['mouseover', 'focusin'] as const) page.addEventListener(event, light)
  return () => {
    watcher.disconnect()
    sizes.disconnect()
    for (const event of ['mouseover', 'focusin'] as const) page.removeEventListener(event, light)
  }
}
