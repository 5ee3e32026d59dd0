import { DomainError } from '@onrecord/core'
import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { binaryKind, holdsNul, isMostlyControl } from './binary.ts'
import { GUESS_BYTES, GUESS_CONFIDENCE, SNIFF_BYTES, WHOLE_PER_BROKEN } from './tuning.ts'

export type Decoded = { text: string; encoding: string }

/**
 * The text of some bytes, byte order mark taken off, nothing else altered. In order: byte order mark, clean UTF-8,
 * UTF-16 told by its zero bytes, the declared charset (HTTP header, `meta`), UTF-8 with a few broken bytes, a
 * statistical guess, Windows-1252. Throws `invalid` for what is no text.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const binary = binaryKind(bytes)
  if (binary !== null) throw notText(binary)
  const decoded =
    fromMark(bytes) ??
    fromZeroes(bytes) ??
    fromUtf8(bytes, declared) ??
    fromLabel(bytes, declared) ??
    fromGuess(bytes)
  if (isMostlyControl(decoded.text)) throw notText(null)
  return { ...decoded, text: decoded.text.toWellFormed() }
}

/** The charset a page or a media type declares: `text/html; charset=…`, `<meta charset>`, `<?xml encoding?>`. */
export function declaredCharset(bytes: Uint8Array, contentType: string | null): string | null {
  const header = /charset\s*=\s*["']?(?<charset>[\w.:-]+)/iu.exec(contentType ?? '')?.groups?.['charset']
  if (header !== undefined) return header
  const head = Buffer.from(bytes.subarray(0, SNIFF_BYTES)).toString('latin1')
  const meta = /<meta\b[^>]{0,500}?charset\s*=\s*["']?\s*(?<charset>[\w.:-]+)/iu.exec(head)?.groups?.[
    'charset'
  ]
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["'](?<charset>[\w.:-]+)/iu.exec(head)?.groups?.[
    'charset'
  ]
  return meta ?? xml ?? null
}

function fromMark(bytes: Uint8Array): Decoded | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { text: new TextDecoder().decode(bytes), encoding: 'utf-8' }
  if (first === 0xff && second === 0xfe) return decoded(bytes.subarray(2), 'utf-16le')
  if (first === 0xfe && second === 0xff) return decoded(bytes.subarray(2), 'utf-16be')
  return null
}

function fromZeroes(bytes: Uint8Array): Decoded | null {
  if (!holdsNul(bytes)) return null
  const head = bytes.subarray(0, SNIFF_BYTES)
  let even = 0
  let odd = 0
  head.forEach((byte, index) => {
    if (byte !== 0) return
    if (index % 2 === 0) even++
    else odd++
  })
  const half = head.length / 2
  // Latin script in UTF-16 has a zero in nearly every second byte and in no other.
  if (odd > half * 0.4 && even < half * 0.02) return decoded(bytes, 'utf-16le')
  if (even > half * 0.4 && odd < half * 0.02) return decoded(bytes, 'utf-16be')
  throw notText(null)
}

function fromUtf8(bytes: Uint8Array, declared: string | null): Decoded | null {
  // ISO-2022 texts are pure ASCII to the eye of a decoder; only the declaration tells them.
  if (declared !== null && /^iso-2022/iu.test(declared) && bytes.includes(0x1b)) return null
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const text = new TextDecoder().decode(bytes)
    const broken = text.match(/\ufffd/gu)?.length ?? 0
    const whole = text.match(/[\u0080-\ufffc\u{10000}-\u{10ffff}]/gu)?.length ?? 0
    return whole >= broken * WHOLE_PER_BROKEN ? { text, encoding: 'utf-8' } : null
  }
}

function fromLabel(bytes: Uint8Array, label: string | null): Decoded | null {
  if (label === null || /^utf-?8$/iu.test(label)) return null
  // Browsers read Latin-1 and ASCII as Windows-1252: pages that say so use its curly quotation marks.
  const name = /^(?:iso[-_]?8859[-_]1|latin1|us-ascii|ascii)$/iu.test(label) ? 'windows-1252' : label
  return iconv.encodingExists(name) ? decoded(bytes, name) : null
}

function fromGuess(bytes: Uint8Array): Decoded {
  const guess = analyse(bytes.subarray(0, GUESS_BYTES))[0]
  const believed = guess !== undefined && guess.confidence >= GUESS_CONFIDENCE ? guess.name : null
  return fromLabel(bytes, believed) ?? decoded(bytes, 'windows-1252')
}

function decoded(bytes: Uint8Array, encoding: string): Decoded {
  return {
    text: iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding),
    encoding,
  }
}

function notText(kind: string | null): DomainError {
  const what = kind === null ? 'looks like a binary file' : `looks like a binary file (${kind})`
  return new DomainError(
    'invalid',
    `This ${what}, not like text. Give its text as .txt, .md, .html or .jsonl.`,
    { kind },
  )
}
