import type { StatisticCard, StatisticGroup } from '@onrecord/schema'
import { Marked } from '../../ui/Marked.tsx'
import { StatusWord } from '../quote/index.ts'
import { figureWords, periodWords, thingWords } from './figure.ts'
import { words } from './words.ts'

/** Figures that contradict each other, each in its source's words. Which one is right is not ours to say. */
export function Disagreements({ groups }: { groups: readonly StatisticGroup[] }) {
  return groups.length === 0 ? null : (
    <section className="disagreements" aria-labelledby="disagreements">
      <h2 id="disagreements">{words.disagreements(groups.length)}</h2>
      {groups.map(({ items, sameReport }) => {
        const [first] = items
        if (first === undefined) return null
        const title = [thingWords(first), periodWords(first.period)]
          .filter((part) => part !== null)
          .join(', ')
        return (
          <article key={first.id} className="disagreement" id={`differs-${first.id}`}>
            <h3 dir="auto">{title}</h3>
            {sameReport && <p className="sm">{words.sameReport}</p>}
            <ul className="plain-list">
              {items.map((card) => (
                <li key={card.id}>
                  <Told card={card} />
                </li>
              ))}
            </ul>
          </article>
        )
      })}
    </section>
  )
}

/** One telling of a figure: who, how much, in which words, where. */
export function Told({ card, relation = null }: { card: StatisticCard; relation?: string | null }) {
  const { id, speaker, source, surface, sentence, mark, review } = card
  return (
    <>
      <p className="told-head">
        <a href={`/statistics/${id}`} className="stat-value" dir="auto">
          {surface}
        </a>
        {figureWords(card) !== surface && <span>{figureWords(card)}</span>}
        {relation !== null && <strong className="relation">{relation}</strong>}
        <span dir="auto">{speaker === null ? words.theArticle : speaker.name}</span>
        <StatusWord status={review} />
      </p>
      <p className="stat-sentence" dir="auto">
        <Marked text={sentence} marks={[mark]} look="figure" />
      </p>
      <p className="sm">
        <a href={`/sources/${source.id}#${id}`} dir="auto">
          {source.publisher === null ? source.title : `${source.publisher}, “${source.title}”`}
        </a>
      </p>
    </>
  )
}
