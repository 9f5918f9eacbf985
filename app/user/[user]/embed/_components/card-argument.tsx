import { TextField } from "./builder-fields";
import styles from "./card-builder.module.css";
import type { BuilderState } from "./card-choice";
import type { GameChoice } from "./own-titles";

interface CardArgumentProps extends BuilderState {
  /** The name of the argument: `other` or `id`. */
  argument: string;
  /** The id of the builder's form, which need not be around the field. */
  form: string;
  /** The games to choose from. */
  games: GameChoice[];
}

/** The field for the argument of a card: another player, or a game. */
export function CardArgument({ argument, form, typed, checked, games }: CardArgumentProps) {
  const { good, bad } = checked;
  const input = { form, autoComplete: "off" };
  if (argument === "other") {
    return (
      <TextField
        {...input}
        label="Pick a player to compare with"
        name="other"
        error={bad.other}
        maxLength={26}
        placeholder="A RetroAchievements name"
        defaultValue={typed.other}
        spellCheck={false}
        autoCapitalize="off"
      />
    );
  }
  const titleOf = (id: string | undefined) => games.find((game) => String(game.id) === id)?.title;
  // Without a game that is found, the card is of the first.
  const shown = titleOf(good.id) ?? games[0]?.title;
  return (
    <TextField
      {...input}
      label="Game"
      name="game"
      error={bad.game}
      list="games"
      placeholder={games[0]?.title ?? "No games yet"}
      defaultValue={typed.game ?? titleOf(typed.id)}
    >
      <datalist id="games">
        {games.map(({ id, title }) => (
          <option key={id} value={title} />
        ))}
      </datalist>
      {typed.game && shown && shown !== typed.game ? (
        <span className={styles.hint}>Shows {shown}</span>
      ) : null}
    </TextField>
  );
}
