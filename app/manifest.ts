import type { MetadataRoute } from "next";

/** What a device needs to keep the site on its home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Longplay",
    short_name: "Longplay",
    description: "Every RetroAchievements game you've mastered, on one shelf",
    start_url: "/",
    display: "minimal-ui",
    background_color: "#eef2f0",
    theme_color: "#0b6150",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
    ],
  };
}
