import { errorProps, FieldError } from "./builder-fields";
import styles from "./card-builder.module.css";
import type { BuilderState } from "./card-choice";

interface CardArgumentProps extends BuilderState {
  /** The name of the field. */
  argument: string | undefined;
  /** To choose the game of a game's card from. */
  games: { id: number; title: string }[];
  /** To choose the year of a year's card from. */
  years: number[];
}

/** The field of what a card is of: a year, another player, or a game. */
export function CardArgument(props: CardArgumentProps) {
  const { typed, checked, years } = props;
  const { good, bad } = checked;
  switch (props.argument) {
    case "year":
      return (
        <label>
          <span>Year</span>
          <select name="year" defaultValue={good.year ?? String(years[0])}>
            {years.map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
        </label>
      );
    case "other":
      return (
        <label>
          <span>Other player</span>
          <input
            name="other"
            maxLength={26}
            placeholder="A RetroAchievements name"
            defaultValue={typed.other}
            spellCheck={false}
            autoCapitalize="off"
            {...errorProps("other", bad.other)}
          />
          <FieldError name="other" text={bad.other} />
        </label>
      );
    case "id":
      return <GameField {...props} />;
    default:
      return null;
  }
}

function GameField({ typed, checked: { good, bad }, games }: Omit<CardArgumentProps, "years">) {
  const titleOf = (id: string | undefined) => games.find((game) => String(game.id) === id)?.title;
  const chosen = titleOf(good.id);
  return (
    <label>
      <span>Game</span>
      <input
        name="game"
        list="games"
        placeholder={games[0]?.title ?? "No games yet"}
        defaultValue={typed.game ?? titleOf(typed.id)}
        {...errorProps("game", bad.game)}
      />
      <datalist id="games">
        {games.map(({ id, title }) => (
          <option key={id} value={title} />
        ))}
      </datalist>
      {typed.game && chosen && chosen !== typed.game ? (
        <span className={styles.hint}>Shows {chosen}</span>
      ) : null}
      <FieldError name="game" text={bad.game} />
    </label>
  );
}
