interface YearFieldProps {
  /** The id of the builder's form, which need not be around the field. */
  form: string;
  /** The years to choose from, the latest first. */
  years: number[];
  year: string | undefined;
}

/** The field for the year of a card. */
export function YearField({ form, years, year }: YearFieldProps) {
  return (
    <label>
      <span>Year</span>
      <select name="year" form={form} defaultValue={year}>
        {years.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
  );
}
