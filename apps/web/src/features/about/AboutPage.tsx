import type { MetaView } from '@onrecord/schema'
import { words } from './words.ts'

/** What this database is, in words and figures. */
export function AboutPage({ meta: { overview, schemaVersion } }: { meta: MetaView }) {
  return (
    <div className="about-page">
      <h1>{words.title}</h1>
      <p className="about-lead">{words.lead}</p>
      <section aria-labelledby="figures">
        <h2 id="figures">{words.figuresTitle}</h2>
        <dl className="about-figures">
          {words.figures(overview).map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {overview.sample && <p>{words.sample(overview.sources)}</p>}
      </section>
      {words.sections.map(({ id, title, paragraphs }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      <p className="sm">{words.version(schemaVersion)}</p>
    </div>
  )
}
