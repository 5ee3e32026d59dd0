import { useState } from 'react'
import { useLive } from '../lib/live.ts'

type Props = { target: string; label: string; done: string; blocked: string }

/** Copies the text of the element `target`; where the clipboard is closed, selects it and says which keys copy. */
export function CopyButton({ target, label, done, blocked }: Props) {
  const live = useLive()
  const [said, setSaid] = useState('')
  if (!live) return null
  const copy = async () => {
    const element = document.getElementById(target)
    if (element === null) return
    try {
      await navigator.clipboard.writeText(element.textContent)
      setSaid(done)
    } catch {
      getSelection()?.selectAllChildren(element)
      setSaid(blocked)
    }
  }
  return (
    <p className="copy">
      <button type="button" className="button" data-copy={target} onClick={() => void copy()}>
        {label}
      </button>
      <output>{said}</output>
    </p>
  )
}
