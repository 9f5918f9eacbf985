/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Each version of a player's page is kept in memory, of which Next bounds the use; on disk they
  // would pile up.
  experimental: { isrFlushToDisk: false },
  async rewrites() {
    return {
      // RA's own path. `app/api` and `app/API` would be one folder on macOS and Windows.
      beforeFiles: [
        {
          source: "/API/API_GetUserCompletionProgress.php",
          destination: "/api/retroachievements/completion-progress",
        },
      ],
    };
  },
  async headers() {
    const anyOrigin = [{ key: "Access-Control-Allow-Origin", value: "*" }];
    return [
      { source: "/api/:path*", headers: anyOrigin },
      { source: "/API/:path*", headers: anyOrigin },
    ];
  },
};

export default config;
