import type { Loader } from '../document.ts'
import { htmlLoader } from './html.ts'
import { jsonlLoader } from './jsonl.ts'
import { markdownLoader } from './markdown.ts'
import { textLoader } from './text.ts'

/** Every loader, in the order they are asked; the last takes whatever reads as text. */
export const loaders = [
  jsonlLoader,
  htmlLoader,
  markdownLoader,
  textLoader,
] as const satisfies readonly Loader[]
