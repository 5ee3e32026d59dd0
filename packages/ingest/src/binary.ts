import { CONTROL_SHARE, SNIFF_BYTES } from './tuning.ts'

const signatures: readonly (readonly [kind: string, bytes: readonly number[], offset?: number])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG image', [0xff, 0xd8, 0xff]],
  ['GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['ZIP or Office document', [0x50, 0x4b, 0x03, 0x04]],
  ['old Office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip archive', [0x1f, 0x8b]],
  ['bzip2 archive', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41]],
  ['xz archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['RAR archive', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74]],
  ['sound', [0x49, 0x44, 0x33]],
  ['sound', [0x4f, 0x67, 0x67, 0x53]],
  ['sound or film', [0x52, 0x49, 0x46, 0x46]],
  ['film', [0x66, 0x74, 0x79, 0x70], 4],
  ['RTF document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

/** What the first bytes say a file is, where that is no text; null for what may be text. */
export function binaryKind(bytes: Uint8Array): string | null {
  const found = signatures.find(([, signature, offset = 0]) =>
    signature.every((byte, index) => bytes[offset + index] === byte),
  )
  return found?.[0] ?? null
}

/** Whether the bytes hold a NUL where a text in an 8-bit encoding never has one. */
export function holdsNul(bytes: Uint8Array): boolean {
  return bytes.subarray(0, SNIFF_BYTES).includes(0)
}

/** Whether a decoded text is so full of control characters and broken ones that it was no text. */
export function isMostlyControl(text: string): boolean {
  const head = text.slice(0, SNIFF_BYTES)
  // oxlint-disable-next-line no-control-regex -- control characters are what is counted
  const odd = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffd]/gu)?.length ?? 0
  return odd > head.length * CONTROL_SHARE && odd > 1
}
