import type { CardData, Drawing } from "./card";
import { boardsFor, caseHeight, columnsIn, drawCase } from "./display-case";
import { pointsForms } from "./points";
import { widthOf } from "./text-width";

// What both stories share: the size of a phone's screen, the player above, the site's address below. Apps cover a part of
// the top and the foot with their own controls: nothing stands there.

/** Size of a story, and the room between its margins, in pixels. */
export const STORY = { width: 1080, height: 1920, left: 80, room: 920 } as const;

/** Top of the avatar, and its side: twice the size of a stored image. */
const AVATAR = { y: 190, side: 144 };
const FOOT = 1772;

/** Icon sizes, as multiples of a stored image's size: the largest that fits all games is used. */
const ICONS = [216, 144] as const;

/** The properties of both cards. */
export const storyFrame = {
  width: { default: STORY.width, min: STORY.width, max: STORY.width },
  height: () => STORY.height,
  placesDate: true,
  isFullBleed: true,
} as const;

/** How many boards of an icon size a height has room for. */
const boardsIn = (height: number, icon: number) =>
  Math.max(1, [1, 2, 3, 4, 5, 6].findLast((boards) => caseHeight(boards, icon) <= height) ?? 1);

/** How many games a case of this height holds. */
export function roomFor(height: number): number {
  const smallest = ICONS[ICONS.length - 1] ?? 0;
  return boardsIn(height, smallest) * columnsIn(STORY.room, smallest);
}

/** Draws the avatar, the name, and a line below it: the title, or the points. */
export function drawStoryHead({ pen, data, options, format, shows }: Drawing<object>): void {
  const { profile } = data.player;
  const left = shows("avatar") ? STORY.left + AVATAR.side + 36 : STORY.left;
  const width = STORY.left + STORY.room - left;
  if (shows("avatar")) pen.image(data.image(profile.avatarPath), STORY.left, AVATAR.y, AVATAR.side);
  pen.text(profile.name, left, 258, { size: 76, least: 44, face: "display", width });
  const soft = { size: 36, fill: pen.colors.soft, width };
  if (options.title !== undefined) pen.text(options.title, left, 314, { ...soft, least: 28 });
  else pen.fit(pointsForms(profile, format, true), left, 314, soft);
}

/** Draws the case in the middle of a height, with the largest icons that fit all games. */
export function drawStoryCase(
  drawing: Drawing<object>,
  games: Parameters<typeof drawCase>[1],
  { y, height }: { y: number; height: number },
  empty?: string,
): void {
  const icon =
    ICONS.find((side) => boardsIn(height, side) * columnsIn(STORY.room, side) >= games.length) ??
    144;
  const { boards, columns } = boardsFor(games.length, STORY.room, icon);
  const top = y + Math.round((height - caseHeight(boards, icon)) / 2);
  drawCase(drawing, games, { x: STORY.left, y: top, width: STORY.room, icon, columns }, empty);
}

/** Draws the date, if the card shows it, and the address of the player's page. */
export function drawStoryFoot({ pen, data, date }: Drawing<object>): void {
  const foot = { size: 34, fill: pen.colors.soft };
  const used = date === null ? 0 : widthOf(date, "text", foot.size) + 40;
  if (date !== null) pen.text(date, STORY.left, FOOT, foot);
  const width = STORY.room - used;
  const [page, site] = addressForms(data);
  const shown = widthOf(page, "text", foot.size) <= width ? page : site;
  pen.text(shown, STORY.left + STORY.room, FOOT, { ...foot, anchor: "end", width });
}

/** The address of the player's page without its protocol, and the site's; the product's name without an address. */
function addressForms({ site, player }: CardData): [page: string, site: string] {
  if (site === undefined) return ["Longplay", "Longplay"];
  const host = site.replace(/^https?:\/\//, "");
  return [`${host}/user/${player.profile.name}`, host];
}
