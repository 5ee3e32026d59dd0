import { Fragment } from 'react'

type Stretch = { start: number; end: number }

type Props = {
  text: string
  marks: readonly Stretch[]
  /** hit: a word searched for. figure: a figure in its sentence. */
  look?: 'hit' | 'figure'
}

/** A text with stretches of it marked, in its own characters. */
export function Marked({ text, marks, look = 'hit' }: Props) {
  return (
    <>
      {marks.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(marks[index - 1]?.end ?? 0, start)}
          <mark className={look}>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  )
}
