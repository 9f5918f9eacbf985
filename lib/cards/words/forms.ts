/** One text for each plural category of a language; `#` is the number. */
export type PluralForms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

interface MilestoneWords {
  nth: PluralForms;
  latest: string;
}

/** Milestones with those of casual play, which are the hardcore ones with a mark after them: `1st game beaten (casual)`. */
export function withCasual<Words extends { "beaten-hardcore": MilestoneWords }>(
  mark: string,
  words: Words,
): Words & { "beaten-softcore": MilestoneWords } {
  const { nth, latest } = words["beaten-hardcore"];
  const forms = Object.entries(nth).map(([category, text]) => [category, text + mark]);
  return {
    ...words,
    "beaten-softcore": { nth: Object.fromEntries(forms) as PluralForms, latest: latest + mark },
  };
}
