import "react";

declare module "react" {
  // CSS custom properties, which React writes as they are.
  interface CSSProperties {
    [name: `--${string}`]: string | number;
  }
}
