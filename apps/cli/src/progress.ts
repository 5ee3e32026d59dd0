import type { Io } from './io.ts'

/** One line on a terminal that says what is being done; nothing where standard error is no terminal. */
export function progress(io: Io, wanted: boolean): { show: (text: string) => void; clear: () => void } {
  const live = wanted && io.stderr.isTTY === true
  let shown = false
  return {
    show: (text) => {
      if (!live) return
      io.stderr.write(`\r\u001b[2K${text.length > 78 ? `${text.slice(0, 77)}…` : text}`)
      shown = true
    },
    clear: () => {
      if (shown) io.stderr.write('\r\u001b[2K')
      shown = false
    },
  }
}
