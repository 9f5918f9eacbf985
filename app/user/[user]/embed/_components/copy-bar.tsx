import fields from "@/app/_components/fields.module.css";
import { useStoredChoice } from "@/app/_components/stored-choice";
import type { Snippet } from "@/lib/cards/snippets";
import { codeFor } from "./card-addresses";
import styles from "./card-result.module.css";
import { type Copier, CopyCode } from "./copy-code";
import { PLACE_KEY } from "./snippet-tabs";

interface CopyBarProps {
  snippets: Snippet[];
  copier: Copier;
}

/** The code of the chosen place in two lines, for narrow windows: it stays in view with the card. */
export function CopyBar({ snippets, copier }: CopyBarProps) {
  const [place, choose] = useStoredChoice(PLACE_KEY);
  const code = codeFor(place, snippets);
  if (!code) return null;
  const { name, text, hint } = code;
  return (
    <div className={`${fields.fields} ${styles.bar}`}>
      <select aria-label="Place" value={name} onChange={({ target }) => choose(target.value)}>
        {snippets.map((each) => (
          <option key={each.name}>{each.name}</option>
        ))}
      </select>
      <CopyCode text={text} what={`for ${name}`} copier={copier} className={undefined} />
      <p>{copier.text === text ? hint : <code>{text}</code>}</p>
    </div>
  );
}
