import { useEffect, useRef, useState } from 'react'
import { useLive } from '../../lib/live.ts'
import { useRouter } from '../../lib/router-context.tsx'
import { letterKeysAreOn, listenToKeys, switchLetterKeys } from './keys.ts'
import { words } from './words.ts'

/** The list of keys, and what they do; there is nothing here without script. */
export function KeyHelp() {
  const live = useLive()
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const [on, setOn] = useState(true)
  const { go } = router
  useEffect(() => {
    const showKeys = () => {
      setOn(letterKeysAreOn())
      dialog.current?.showModal()
    }
    return listenToKeys({ document, showKeys, go })
  }, [go])
  if (!live) return null
  return (
    <>
      <button
        type="button"
        className="button-plain"
        onClick={() => {
          setOn(letterKeysAreOn())
          dialog.current?.showModal()
        }}
      >
        {words.keys} <kbd>?</kbd>
      </button>
      <dialog ref={dialog} className="key-help" aria-labelledby="key-help">
        <h2 id="key-help" tabIndex={-1}>
          {words.keysTitle}
        </h2>
        <table>
          <tbody>
            {words.keyRows.map(([key, does]) => (
              <tr key={key}>
                <th scope="row">
                  <kbd>{key}</kbd>
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <label className="tick">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              switchLetterKeys(event.target.checked)
              setOn(event.target.checked)
            }}
          />
          <span>{words.keysOn}</span>
        </label>
        <p className="hint">{words.keysOnHint}</p>
        <form method="dialog">
          <button className="button">{words.keysClose}</button>
        </form>
      </dialog>
    </>
  )
}
