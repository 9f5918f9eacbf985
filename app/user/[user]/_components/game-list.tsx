import type { RefObject } from "react";
import { formatNumber } from "@/lib/format";
import type { ProfileView } from "@/lib/players/profile-view";
import {
  DEFAULT_LIST_QUERY,
  type ListQuery,
  listQueryToSearch,
  PAGE_SIZE,
} from "@/lib/progress/list-query";
import { CheckedAt } from "./checked-at";
import { ExportLinks } from "./export-links";
import { FilterChips } from "./filter-chips";
import styles from "./game-list.module.css";
import { GameRow } from "./game-row";
import { GameRows } from "./game-rows";
import { ListForm } from "./list-form";
import { listLink } from "./list-link";
import { Pager } from "./pager";

interface GameListProps {
  view: ProfileView;
  path: string;
  /** What was chosen; the view's own query until its answer is there. */
  query: ListQuery;
  heading: RefObject<HTMLHeadingElement | null>;
  /** Whether the view is still that of another query. */
  isWaiting: boolean;
  /** Whether the view was chosen here, and not loaded with the page. */
  isAnswer: boolean;
  mediaBase: string;
  /** What stands before `/{id}` in the address of a game's page; null where games have none. */
  gameBase: string | null;
  onShow: (query: ListQuery) => void;
  onPage: (query: ListQuery) => void;
  onType: (query: ListQuery) => void;
}

/** The games that the query finds, and the ways to another query. */
export function GameList(props: GameListProps) {
  const { view, path, query, mediaBase, gameBase } = props;
  const { counts, games } = view;
  const hasGames = view.systems.length > 0;
  const isDefault = listQueryToSearch({ ...view.query, page: 1, shelf: "" }) === "";
  const found = `${formatNumber(counts.played)} ${counts.played === 1 ? "game" : "games"} found`;
  return (
    <section aria-labelledby="games" className={styles.games} aria-busy={props.isWaiting}>
      <div className={styles.heading}>
        <h2 id="games" className={styles.title} ref={props.heading} tabIndex={-1}>
          {isDefault ? "Newest games" : found}
        </h2>
        <CheckedAt at={view.checkedAt} unanswered={view.refreshError !== null} />
      </div>
      {hasGames && (
        <ListForm
          path={path}
          query={query}
          systems={view.systems}
          onShow={props.onShow}
          onType={props.onType}
        />
      )}
      <FilterChips path={path} query={query} systems={view.systems} />
      {/* Spoken after a change in place: a page that was just loaded says it with its heading. */}
      <p role="status" className="visually-hidden">
        {props.isAnswer ? found : ""}
      </p>
      {view.ignored.map(({ name, value }) => (
        <p key={name} className={styles.ignored}>
          “{value}” means nothing as {name}, so it is left out.
        </p>
      ))}
      {games.length === 0 ? (
        <p className={styles.empty}>
          {isDefault ? (
            `Nothing on the shelf yet. The first achievement that ${view.profile.name} unlocks will bring its game here.`
          ) : (
            <>
              No game is like that. <a href={listLink(path, DEFAULT_LIST_QUERY)}>Show all games</a>
            </>
          )}
        </p>
      ) : (
        <GameRows
          games={games}
          choice={listQueryToSearch(view.query)}
          start={(view.page - 1) * PAGE_SIZE + 1}
          row={(game) => (
            <GameRow key={game.id} game={game} mediaBase={mediaBase} gameBase={gameBase} />
          )}
        />
      )}
      <Pager
        path={path}
        query={view.query}
        pages={view.pages}
        found={counts.played}
        onPage={props.onPage}
      />
      {hasGames && <ExportLinks path={path} query={view.query} />}
    </section>
  );
}
