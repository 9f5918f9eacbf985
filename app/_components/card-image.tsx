"use client";

import { useChosenTheme } from "./chosen-theme";

interface CardImageProps {
  /** Of the card as SVG, without options. */
  src: string;
  width: number;
  height: number;
  alt: string;
  /** Whether it is loaded only when it is about to be seen. */
  isLazy?: boolean;
}

/**
 * A card in the colours of the page; without a chosen theme, the card follows the system itself. Media queries within an
 * image follow the system in some browsers whatever theme was chosen here: a chosen theme has an address of its own.
 */
export function CardImage({ src, isLazy, alt, ...size }: CardImageProps) {
  const theme = useChosenTheme();
  const shown = theme === "system" ? src : `${src}?theme=${theme}`;
  return (
    // biome-ignore lint/performance/noImgElement: shown as it is
    <img key={shown} loading={isLazy ? "lazy" : undefined} src={shown} alt={alt} {...size} />
  );
}
