import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { getRouteCacheKey } from "next/dist/server/lib/route-cache-key.js";

// Those of lib/cards/font.ts.
const CARD_FONTS = [
  "hanken-grotesk/500Medium/HankenGrotesk_500Medium.ttf",
  "hanken-grotesk/700Bold/HankenGrotesk_700Bold.ttf",
  "bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf",
  "m-plus-1p/500Medium/MPLUS1p_500Medium.ttf",
  "m-plus-1p/700Bold/MPLUS1p_700Bold.ttf",
  "nanum-gothic/400Regular/NanumGothic_400Regular.ttf",
  "nanum-gothic/700Bold/NanumGothic_700Bold.ttf",
  "noto-emoji/500Medium/NotoEmoji_500Medium.ttf",
  "noto-emoji/700Bold/NotoEmoji_700Bold.ttf",
  "noto-sans-arabic/500Medium/NotoSansArabic_500Medium.ttf",
  "noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf",
  "noto-sans-thai/500Medium/NotoSansThai_500Medium.ttf",
  "noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf",
  "noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
];

// What programs ask for, also those that run in another site's page (CORS).
const FOR_PROGRAMS = [
  "/api/:path*",
  "/API/:path*",
  "/user/:user/cards/:card",
  "/user/:user/:file(games\\.json|games\\.csv|history\\.csv|feed\\.xml|badge\\.json)",
];

// Any origin may read all that is public, and nobody's credentials: Authorization is not among the headers.
const CROSS_ORIGIN = [
  { key: "Access-Control-Allow-Origin", value: "*" },
  {
    key: "Access-Control-Expose-Headers",
    value:
      "Age, Allow, Cache-Status, Content-Disposition, Date, ETag, Link, RateLimit, RateLimit-Policy, Retry-After, X-Longplay-Error",
  },
];

// RetroAchievements' official client sends User-Agent, which browsers ask about but Chromium.
const PREFLIGHT = [
  { key: "Access-Control-Allow-Methods", value: "GET, HEAD, POST" },
  {
    key: "Access-Control-Allow-Headers",
    value:
      "Cache-Control, Content-Type, If-Modified-Since, If-None-Match, Pragma, User-Agent, X-Requested-With",
  },
  // A day: that of lib/cache-times.ts.
  { key: "Access-Control-Max-Age", value: "86400" },
];

const BUILD = Date.now().toString(36);

// Where Next puts what it renders of app/errors/template/page.tsx when it builds; with an adapter, such as Vercel's, in
// a folder of its own.
const ERROR_TEMPLATE = process.env.NEXT_ADAPTER_PATH
  ? `.next/server${getRouteCacheKey("/errors/template", {
      kind: "APP_PAGE",
      sourceRoute: "/errors/template/page",
    })}.html`
  : ".next/server/app/errors/template.html";

/**
 * Has Vercel take along, with the proxy, the template of its error pages: the build renders it only after it has traced
 * the proxy's files.
 *
 * @param {string} root of the project
 */
function traceErrorPages(root) {
  const folder = join(root, ".next/server");
  const file = join(folder, "middleware.js.nft.json");
  const trace = JSON.parse(readFileSync(file, "utf8"));
  trace.files.push(relative(folder, join(root, ERROR_TEMPLATE)).replaceAll("\\", "/"));
  // Tells the file's bytes apart from those of another build.
  trace.fileHashes.push(BUILD);
  writeFileSync(file, JSON.stringify(trace));
}

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Next's tags are strong, and the same with gzip and without: proxy.ts and lib/http set weak ones.
  generateEtags: false,
  // The first tells builds apart in those tags: a page names files of its build.
  env: { BUILD, ERROR_TEMPLATE },
  compiler: {
    runAfterProductionCompile: async ({ projectDir }) => traceErrorPages(projectDir),
  },
  // Images are shown as they are: nobody is to have others made here.
  images: { unoptimized: true },
  turbopack: {
    // What swr takes from there has been a part of React since its version 18: without this, the JavaScript of a
    // profile has 29,535 bytes compressed, with it 29,200.
    resolveAlias: { "use-sync-external-store/shim": "react" },
  },
  experimental: {
    // Next copies each prerendered page that it serves: a running site writes nothing into its build.
    isrFlushToDisk: false,
    // Next sends whoever asks with its router's header to another address, which no answer here needs: none that a
    // shared cache may keep has another form. Its redirect has no Cache-Control.
    validateRSCRequestHeaders: false,
    // A page's own code is one file: what two pages share would be another one, which is a request more,
    // and almost two kilobytes more of each page, as two files compress worse than one: without this, the JavaScript of
    // a profile has 31,081 bytes compressed, with it 29,200.
    turbopackChunking: { minChunkSize: 200_000 },
  },
  // Native code, which a bundle cannot hold.
  serverExternalPackages: ["@resvg/resvg-js"],
  // Fonts are read at run time, by a path that the bundler is not to follow: it would take all that there are.
  // These patterns take brackets as a choice of letters: stars stand for the parts in brackets. oEmbed reads
  // a card's options, and its locale has to be one that the fonts can write.
  outputFileTracingIncludes: Object.fromEntries(
    ["/user/*/cards/*", "/demo-media/cards/*", "/api/oembed"].map((route) => [
      route,
      CARD_FONTS.map((file) => `./node_modules/@expo-google-fonts/${file}`),
    ]),
  ),
  async rewrites() {
    return {
      // RA's own path. `app/api` and `app/API` would be one folder on macOS and Windows.
      beforeFiles: [
        // Next's router asks for a page in a form of its own, by a header and so at the same URL, and
        // nothing here uses it: shared caches that would mix up the two never see it.
        ...[
          "/user/:user/:page(embed|history|progress)?",
          "/user/:user/year/:year",
          "/user/:user/game/:id",
          "/errors/:path*",
        ].map((source) => ({
          source,
          has: [{ type: "header", key: "rsc" }],
          destination: "/errors/not-for-routers",
        })),
        // The same form by its address, which proxy.ts never sees.
        { source: "/:path(.*\\.rsc)", destination: "/errors/not-for-routers" },
        {
          source: "/compare/:path+",
          has: [{ type: "header", key: "rsc" }],
          destination: "/errors/not-for-routers",
        },
        {
          source: "/API/API_GetUserCompletionProgress.php",
          destination: "/api/retroachievements/completion-progress",
        },
      ],
      // RA's clients read RA's errors, also where there is nothing. Sources match in any case: further up, this
      // one would take all that is below /api.
      fallback: [{ source: "/API/:path*", destination: "/api/retroachievements/not-served" }],
    };
  },
  async headers() {
    const denied = ["camera", "display-capture", "geolocation", "microphone", "payment", "usb"];
    return [
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Referrer-Policy", value: "same-origin" },
          { key: "Permissions-Policy", value: denied.map((feature) => `${feature}=()`).join(", ") },
          { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        ],
      },
      {
        // What proxy.ts knows to be a page gets a page's policy there. Cards and frames have their own, and
        // two policies in one answer are both in force.
        source: "/:path((?!user/[^/]+/(?:frame$|cards/)).*)",
        headers: [
          {
            key: "Content-Security-Policy",
            value:
              "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          },
        ],
      },
      {
        // Only the page that is made for it may be shown in a frame.
        source: "/:path((?!user/[^/]+/frame$).*)",
        headers: [{ key: "X-Frame-Options", value: "DENY" }],
      },
      ...FOR_PROGRAMS.flatMap((source) => [
        { source, headers: CROSS_ORIGIN },
        {
          source,
          has: [{ type: /** @type {const} */ ("header"), key: "access-control-request-method" }],
          headers: PREFLIGHT,
        },
      ]),
    ];
  },
};

export default config;
