"use client";

import { useChosenTheme } from "./chosen-theme";

interface ThemedImageProps {
  light: string;
  dark: string;
  /** An image that follows the system while no theme is chosen; by default, a choice of the two above. */
  system?: string;
  width: number;
  height: number;
  alt: string;
  /** Whether it is loaded only when it is about to be seen. */
  isLazy?: boolean;
}

/**
 * An image in the colours of the page. Media queries within an image, or in a `source`, follow the system in some
 * browsers whatever theme was chosen here: a chosen theme has an address of its own.
 */
export function ThemedImage({ light, dark, system, alt, isLazy, ...size }: ThemedImageProps) {
  const theme = useChosenTheme();
  const src = theme === "dark" ? dark : theme === "light" ? light : (system ?? light);
  const loading = isLazy ? "lazy" : undefined;
  // biome-ignore lint/performance/noImgElement: shown as it is
  const image = <img key={src} loading={loading} src={src} alt={alt} {...size} />;
  if (theme !== "system" || system) return image;
  return (
    <picture>
      <source media="(prefers-color-scheme: dark)" srcSet={dark} />
      {image}
    </picture>
  );
}

interface CardImageProps extends Omit<ThemedImageProps, "light" | "dark" | "system"> {
  /** Of the card as SVG, without options. */
  src: string;
}

/** A card in the colours of the page; left alone, it follows the system itself. */
export function CardImage({ src, ...image }: CardImageProps) {
  const light = `${src}?theme=light`;
  return <ThemedImage system={src} light={light} dark={`${src}?theme=dark`} {...image} />;
}
