import { errorProps, FieldError } from "./builder-fields";
import styles from "./card-builder.module.css";
import type { BuilderState } from "./card-choice";

interface CardArgumentProps extends BuilderState {
  /** The name of the field; undefined for a card without an argument. */
  argument: string | undefined;
  /** The id of the builder's form, which need not be around the field. */
  form: string;
  /** The games to choose from. */
  games: { id: number; title: string }[];
  /** The years to choose from. */
  years: number[];
}

/** The field for the argument of a card: a year, another player, or a game. */
export function CardArgument(props: CardArgumentProps) {
  const { form, typed, checked, years } = props;
  const { good, bad } = checked;
  switch (props.argument) {
    case "year":
      return (
        <label>
          <span>Year</span>
          <select name="year" form={form} defaultValue={good.year ?? String(years[0])}>
            {years.map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
        </label>
      );
    case "other":
      return (
        <label>
          <span>Pick a player to compare with</span>
          <input
            name="other"
            form={form}
            maxLength={26}
            placeholder="A RetroAchievements name"
            defaultValue={typed.other}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
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

function GameField({ form, typed, checked: { good, bad }, games }: CardArgumentProps) {
  const titleOf = (id: string | undefined) => games.find((game) => String(game.id) === id)?.title;
  const chosen = titleOf(good.id);
  return (
    <label>
      <span>Game</span>
      <input
        name="game"
        form={form}
        list="games"
        placeholder={games[0]?.title ?? "No games yet"}
        defaultValue={typed.game ?? titleOf(typed.id)}
        autoComplete="off"
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
