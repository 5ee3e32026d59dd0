import { parseHTML } from 'linkedom'

/** The little of a node that is used here, so that no package needs the types of a browser. */
export interface DomNode {
  readonly nodeType: number
  readonly childNodes: Iterable<DomNode>
  readonly textContent: string | null
}

export interface DomElement extends DomNode {
  readonly localName: string
  readonly innerHTML: string
  readonly parentNode: DomNode | null
  getAttribute(name: string): string | null
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  remove(): void
}

export interface DomDocument extends DomNode {
  readonly body: DomElement
  readonly documentElement: DomElement
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

/** A document from tidy HTML (with `html`, `head` and `body`). */
export function parseDocument(html: string): DomDocument {
  const { document }: { document: DomDocument } = parseHTML(html)
  return document
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1
}

export function isText(node: DomNode): boolean {
  return node.nodeType === 3
}

/** The lower-case name of an element; those Readability makes bear the case it wrote. */
export function nameOf(element: DomElement): string {
  return element.localName.toLowerCase()
}
