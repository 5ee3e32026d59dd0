const STORED = 'onrecord.letterKeys'

/** Whether single letters act; the reader may switch them off (WCAG 2.1.4). */
export function letterKeysAreOn(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off'
  } catch {
    return true
  }
}

export function switchLetterKeys(on: boolean): void {
  try {
    localStorage.setItem(STORED, on ? 'on' : 'off')
  } catch {
    // Storage may be closed to us: then the keys stay on.
  }
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'>

/** The key as a Latin letter or sign: from the layout, or where that has other letters, from the place of the key. */
export function keyName({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
  if (key.length > 1 || /^[\x20-\x7e]$/.test(key)) return key.length === 1 ? key.toLowerCase() : key
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key
}

type Parts = { document: Document; showKeys: () => void; go: (address: string) => void }

/** Acts on keys pressed outside fields; gives back what stops it. */
export function listenToKeys({ document, showKeys, go }: Parts): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest('input, textarea, select, [contenteditable], dialog')) return
    if (!letterKeysAreOn()) return
    if (act(keyName(event), { document, showKeys, go })) event.preventDefault()
  }
  document.addEventListener('keydown', press)
  return () => document.removeEventListener('keydown', press)
}

/** Whether the key did something. */
function act(key: string, { document, showKeys, go }: Parts): boolean {
  switch (key) {
    case '/':
      return focus(document.querySelector<HTMLInputElement>('#q'))
    case '?':
      showKeys()
      return true
    case 'j':
      return step(document, '.quote-open', 1)
    case 'k':
      return step(document, '.quote-open', -1)
    case ']':
      return step(document, '.article .label', 1)
    case '[':
      return step(document, '.article .label', -1)
    case 'c':
      return cite(document, go)
    default:
      return false
  }
}

function cite(document: Document, go: (address: string) => void): boolean {
  const button = document.querySelector<HTMLButtonElement>('[data-copy="citation-text"]')
  if (button !== null) {
    button.click()
    return true
  }
  const open = document.activeElement?.closest('.quote-card')?.querySelector<HTMLAnchorElement>('.quote-open')
  if (!open) return false
  go(`${open.pathname}#cite`)
  return true
}

/** Moves the focus to the next (1) or previous (-1) of the elements, from the one that holds it now. */
function step(document: Document, selector: string, by: 1 | -1): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) =>
    element.checkVisibility(),
  )
  const holder = document.activeElement
  const at = all.findIndex(
    (element) =>
      element === holder || (holder !== null && element.closest('.quote-card')?.contains(holder) === true),
  )
  const next = at < 0 ? (by === 1 ? 0 : -1) : at + by
  return focus(all[next] ?? null)
}

function focus(element: HTMLElement | null): boolean {
  if (element === null) return false
  element.focus()
  element.scrollIntoView({ block: 'nearest' })
  return true
}
