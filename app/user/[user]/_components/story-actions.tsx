import { ShareStory } from "./share-story";

interface StoryProps {
  /** Of the player's overview. */
  path: string;
  name: string;
  /** The year of the story; without it, the story shows the shelf. */
  year?: number;
}

function filesOf({ path, name, year }: StoryProps) {
  const suffix = year === undefined ? "" : `-${year}`;
  return {
    picture: `${path}/cards/story${suffix}.png?theme=felt`,
    file: `${name}${suffix}.png`,
    page: year === undefined ? path : `${path}/year/${year}`,
  };
}

/** Downloads the story of the shelf or of a year, without a script. */
export function StoryDownload(props: StoryProps) {
  const { picture, file } = filesOf(props);
  return (
    <a href={picture} download={file}>
      Download for a story
    </a>
  );
}

/** Shares it with the menu of the device. Last in its row: it takes its place even while it is hidden. */
export function StoryShare(props: StoryProps) {
  return <ShareStory {...filesOf(props)} />;
}
