import type { ReactNode } from "react";
import { PlayerSearch } from "@/app/_components/player-search";
import { CompareForm, NameInput } from "@/app/compare/_components/compare-form";
import { Section, slot } from "../slots";
import styles from "./error-page.module.css";

interface ErrorContentProps {
  title: string;
  /** What stands between the heading and the form. */
  children: ReactNode;
}

/** An error page about players: a heading, what is wrong, and the form that was used, to correct. */
export function ErrorContent({ title, children }: ErrorContentProps) {
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      {children}
      <Section of="isPlayer">
        <PlayerSearch isFirst defaultValue={slot("typed")} />
      </Section>
      <Section of="isComparison">
        <CompareForm input={templateInput} />
      </Section>
    </>
  );
}

/** A field in each of its three states: a section of its own, as an attribute cannot be left out of a template. */
function templateInput(place: number) {
  const field = { place, name: slot(`typed${place}`) };
  return (
    <>
      <Section of={`isRight${place}`}>
        <NameInput {...field} />
      </Section>
      <Section of={`isWrong${place}`}>
        <NameInput {...field} isWrong />
      </Section>
      <Section of={`isFirstWrong${place}`}>
        <NameInput {...field} isWrong hasFocus />
      </Section>
    </>
  );
}
