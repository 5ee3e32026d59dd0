type Props = {
  name: string
  label: string
  none: string
  value: string
  options: readonly { value: string; label: string }[]
}

/** A native list to choose one from, or none; sends its form at once where there is script. */
export function SelectField({ name, label, none, value, options }: Props) {
  return (
    <label>
      <span>{label}</span>
      <select
        className="field"
        name={name}
        id={`choose-${name}`}
        key={value}
        defaultValue={value}
        data-at-once=""
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
