/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the list of a combobox: no element has groups and details in its options, and the keys are the field's */
import type { Option } from './suggestion-options.ts'
import { words } from './words.ts'

export function optionId(index: number): string {
  return `suggestion-${index}`
}

type Props = { options: readonly Option[]; active: number; onChoose: (option: Option) => void }

/** The list under the search field; always there, so that the field can point at it. */
export function SuggestionList({ options, active, onChoose }: Props) {
  const groups = [
    { filter: 'speaker', title: words.suggestedSpeakers },
    { filter: 'source', title: words.suggestedSources },
  ] as const
  return (
    <div
      id="suggestions"
      className="suggestions"
      role="listbox"
      aria-label={words.suggestions}
      hidden={options.length === 0}
    >
      {groups.map(({ filter, title }) => {
        const own = options.flatMap((option, index) => (option.filter === filter ? [{ option, index }] : []))
        return own.length === 0 ? null : (
          <div key={filter} role="group" aria-labelledby={`suggestions-${filter}`}>
            <p id={`suggestions-${filter}`} className="suggestions-title">
              {title}
            </p>
            {own.map(({ option, index }) => (
              <div
                key={option.value}
                id={optionId(index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className="suggestion"
                // Pressing must not take the focus from the field, or the list would close before the click.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(option)}
              >
                <span className="suggestion-name" dir="auto">
                  {option.label}
                </span>
                <span className="suggestion-detail">{option.detail}</span>
              </div>
            ))}
          </div>
        )
      })}
    </div>
  )
}
