import { declaredCharset, decode } from '../decode.ts'
import { readPage } from '../html/page.ts'
import { formatOf } from '../document.ts'
import type { Loader } from '../document.ts'
import { assertWords } from './text.ts'

const name = 'html'
const version = '1'

/** HTML: the readable part of a page, and what its metadata say of it. */
export const htmlLoader: Loader = {
  name,
  version,
  accepts: (fetched) => formatOf(fetched) === 'html',
  load: async (fetched) => {
    const { text: html } = decode(fetched.bytes, declaredCharset(fetched.bytes, fetched.contentType))
    assertWords(html)
    return [{ kind: 'document', document: readPage(html, fetched.finalUrl, { name, version }) }]
  },
}
