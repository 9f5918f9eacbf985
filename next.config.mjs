/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Next's tags are strong, and the same with gzip and without: proxy.ts and lib/http set weak ones.
  generateEtags: false,
  // Pictures are shown as they are: nobody is to have others made here.
  images: { unoptimized: true },
  // Each version of a player's page is kept in memory, of which Next bounds the use; on disk they
  // would pile up.
  experimental: { isrFlushToDisk: false },
  // Native code, which a bundle cannot hold.
  serverExternalPackages: ["@resvg/resvg-js"],
  // Read at run time, by a path that a bundler does not see.
  outputFileTracingIncludes: {
    "/user/[user]/cards/[card]": [
      "./node_modules/@expo-google-fonts/*/{400Regular,500Medium,700Bold}/*.ttf",
    ],
  },
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
  async redirects() {
    return [
      {
        // What Next's router asks for belongs to a URL of its own, and so says Next too, but with the
        // headers of the page: shared caches would keep that for everyone who asks for the page.
        source: "/:path*",
        has: [{ type: "header", key: "rsc" }],
        missing: [{ type: "query", key: "_rsc" }],
        destination: "/:path*?_rsc=",
        statusCode: 307,
      },
    ];
  },
  async headers() {
    const anyOrigin = [{ key: "Access-Control-Allow-Origin", value: "*" }];
    return [
      {
        // Only the page that is made for it may be shown in a frame.
        source: "/:path((?!user/[^/]+/frame$).*)",
        headers: [{ key: "X-Frame-Options", value: "DENY" }],
      },
      { source: "/api/:path*", headers: anyOrigin },
      { source: "/API/:path*", headers: anyOrigin },
    ];
  },
};

export default config;
