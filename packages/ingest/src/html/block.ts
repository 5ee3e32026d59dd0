import { isElement, isText, nameOf } from './dom.ts'
import type { DomElement, DomNode } from './dom.ts'

/** One paragraph, heading or item of a page. */
export type Block = {
  text: string
  /** Element it stands in: p, h2, li, blockquote … */
  element: string
  /** Share of its letters that stand in links, from 0 to 1. */
  linked: number
}

const blockElements: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'dialog',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'legend',
  'li',
  'main',
  'nav',
  'ol',
  'option',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'video',
  'audio',
  'picture',
])
const silent: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'button',
  'select',
  'input',
  'nav',
  'audio',
  'video',
  'iframe',
])

/**
 * The blocks of an element in reading order: white space as a browser shows it, a double line break ends a
 * paragraph. `isLeftOut` says which elements are passed over with all that they hold. Uses no recursion.
 */
export function blocksOf(root: DomNode, isLeftOut: (element: DomElement) => boolean = () => false): Block[] {
  const blocks: Block[] = []
  const open: DomElement[] = []
  let text = ''
  let linkedLetters = 0
  let links = 0
  let isAfterBreak = false
  const flush = () => {
    const words = text.replace(/[\s\u00a0]+/gu, ' ').trim()
    const around = open.findLast((element) => blockElements.has(nameOf(element)))
    const element = around === undefined ? 'p' : nameOf(around)
    if (words !== '')
      blocks.push({ text: words.toWellFormed(), element, linked: Math.min(1, linkedLetters / words.length) })
    text = ''
    linkedLetters = 0
    isAfterBreak = false
  }
  const steps: (DomNode | 'leave')[] = [root]
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step === 'leave') {
      const left = open.at(-1)
      if (left !== undefined && blockElements.has(nameOf(left))) flush()
      open.pop()
      if (left !== undefined && isLink(left)) links--
      continue
    }
    if (isText(step)) {
      const words = (step.textContent ?? '').replace(/[^\S\u00a0]+/gu, ' ')
      text += words
      if (words.trim() !== '') isAfterBreak = false
      if (links > 0) linkedLetters += words.trim().length
      continue
    }
    if (!isElement(step)) continue
    const localName = nameOf(step)
    if (localName === 'br') {
      if (isAfterBreak) flush()
      else text += ' '
      isAfterBreak = true
    }
    if (silent.has(localName) || (step !== root && isLeftOut(step))) continue
    if (blockElements.has(localName)) flush()
    open.push(step)
    if (isLink(step)) links++
    steps.push('leave')
    // One by one: a page may have more children than a call takes arguments.
    for (const child of [...step.childNodes].toReversed()) steps.push(child)
  }
  flush()
  return blocks
}

// Without an address it is a place to be linked to.
function isLink(element: DomElement): boolean {
  return nameOf(element) === 'a' && element.getAttribute('href') !== null
}

/** The blocks as one text, an empty line between two. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join('\n\n')
}
