import type { ReactNode } from "react";
import { pluralize } from "@/app/_components/pluralize";
import { listLink } from "@/app/user/[user]/_components/list-link";
import type { Figure } from "@/lib/progress/year-review";

interface FigureLinkProps {
  /** Of the player's overview. */
  path: string;
  figure: Figure;
  noun: string;
  /** Follows the figure in the link. */
  children?: ReactNode;
}

/** A figure as a link to the list of its games: `12 awards`. */
export function FigureLink({ path, figure, noun, children }: FigureLinkProps) {
  return (
    <a href={listLink(path, figure.query)}>
      {pluralize(figure.count, noun)}
      {children}
    </a>
  );
}
