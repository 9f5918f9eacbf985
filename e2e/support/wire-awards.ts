import type { WireAward, WirePlayer } from "./wire-player";

/** A badge that is not for a game: of an event, unless it says otherwise. */
export function aWireAward(changed: Partial<WireAward> = {}): WireAward {
  return {
    AwardedAt: "2025-12-31T20:00:00+00:00",
    AwardType: "Event",
    AwardData: 42,
    AwardDataExtra: 0,
    DisplayOrder: 0,
    Title: "Achievement of the Week & more",
    ConsoleID: null,
    ConsoleName: null,
    Flags: null,
    ImageIcon: "/Images/074560.png",
    ...changed,
  };
}

/** What API_GetUserAwards says of a player: the awards of the games, and those that were set. Hidden ones are counted only. */
export function awardsOf({ results, awards = [], hiddenAwards = 0 }: WirePlayer) {
  const ofGames = results.flatMap((row): WireAward[] => {
    const kind = row.HighestAwardKind;
    if (kind === null || row.HighestAwardDate === null) return [];
    const isBeaten = kind.startsWith("beaten");
    return [
      aWireAward({
        AwardedAt: row.HighestAwardDate,
        AwardType: isBeaten ? "Game Beaten" : "Mastery/Completion",
        AwardData: Number(row.GameID),
        AwardDataExtra: kind === "mastered" || kind === "beaten-hardcore" ? 1 : 0,
        Title: row.Title,
        ConsoleID: Number(row.ConsoleID),
        ConsoleName: row.ConsoleName,
        Flags: 0,
        ImageIcon: row.ImageIcon,
      }),
    ];
  });
  const all = [...ofGames, ...awards];
  const count = (type: string, extra?: 0 | 1) =>
    all.filter(
      (each) => each.AwardType === type && (extra ?? each.AwardDataExtra) === each.AwardDataExtra,
    ).length;
  const events = count("Event");
  return {
    TotalAwardsCount: all.length + hiddenAwards,
    HiddenAwardsCount: hiddenAwards,
    MasteryAwardsCount: count("Mastery/Completion", 1),
    CompletionAwardsCount: count("Mastery/Completion", 0),
    BeatenHardcoreAwardsCount: count("Game Beaten", 1),
    BeatenSoftcoreAwardsCount: count("Game Beaten", 0),
    EventAwardsCount: events,
    SiteAwardsCount: all.length - count("Mastery/Completion") - count("Game Beaten") - events,
    VisibleUserAwards: all,
  };
}
