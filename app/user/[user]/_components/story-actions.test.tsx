import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { parseCardFile } from "@/lib/cards";
import { StoryDownload, StoryShare } from "./story-actions";

test.each([
  [undefined, "/user/Anna/cards/story.png?theme=felt", "Anna.png"],
  [2025, "/user/Anna/cards/story-2025.png?theme=felt", "Anna-2025.png"],
])(
  "the story of %s is a plain link to a card, and Share is off without a script",
  (year, picture, file) => {
    const html = renderToStaticMarkup(
      <>
        <StoryDownload path="/user/Anna" name="Anna" {...(year && { year })} />
        <StoryShare path="/user/Anna" name="Anna" {...(year && { year })} />
      </>,
    );
    expect(html).toContain(`<a href="${picture}" download="${file}">Download for a story</a>`);
    expect(html).toMatch(/<button type="button"[^>]* disabled=""/);
    expect(
      parseCardFile(new URL(picture, "https://x").pathname.split("/").at(-1) ?? ""),
    ).toMatchObject({
      card: { name: year === undefined ? "story" : "story-year" },
      format: "png",
    });
  },
);
