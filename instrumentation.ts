import type { Instrumentation } from "next";

/** Runs once in each process, before the first request. Exits if a setting is invalid. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [
    { rememberProcessContext },
    { refuseBadSettings, serveDirectly, stopInTime },
    { startObserving },
    { leaveNetworkOutOfReports, loadNativeCode },
    { normalizeRequests },
    { sendFramingHeaders },
    { env, isDevelopment },
    { missingSettings },
    { observe },
    { upstreamMode },
  ] = await Promise.all([
    import("./lib/outside-request"),
    import("./lib/server-process"),
    import("./lib/observe/start"),
    import("./lib/cards/native-code"),
    import("./lib/http/normalize-request"),
    import("./lib/http/framing-headers"),
    import("./lib/env"),
    import("./lib/missing-settings"),
    import("./lib/observe/observe"),
    import("./lib/retroachievements/retroachievements"),
  ]);
  refuseBadSettings();
  stopInTime();
  // Next answers no request before this function has ended. This warm-up is not logged.
  if (!env().onVercel) await compileRequestCode();
  startObserving();
  rememberProcessContext();
  if (!env().onVercel) await connectStore();
  normalizeRequests();
  leaveNetworkOutOfReports();
  if (env().onVercel) {
    // Most functions draw nothing, and one that does may be started for a single card: nothing is loaded ahead.
    for (const message of missingSettings(env(), upstreamMode())) {
      observe({ type: "warning", message });
    }
  } else {
    loadNativeCode();
    sendFramingHeaders();
    // In development, Next's own WebSocket upgrades carry hot reloads.
    if (!isDevelopment()) {
      serveDirectly();
      await startWarmUp();
    }
    // On Vercel, functions end between requests: a cron does this.
    const { startWatching } = await import("./lib/players/start-watching");
    startWatching();
  }
}

/** Takes a player through caches of their own: loads and compiles that code. */
async function compileRequestCode(): Promise<void> {
  const [{ loadThroughCaches }, { createEmbeddedStore }, { createDemo, DEMO_USERS }] =
    await Promise.all([
      import("./lib/players/load-through-caches"),
      import("./lib/kv/embedded"),
      import("./lib/retroachievements/demo"),
    ]);
  const [user] = DEMO_USERS;
  if (user) await loadThroughCaches(createEmbeddedStore(), createDemo(), user);
}

/** Requests a page, a card and JSON of a made-up player from this process, once Next answers. */
async function startWarmUp(): Promise<void> {
  const [
    { addWarmUpPlayer, dropWarmUpPlayer },
    { warmUp },
    { createDemo, DEMO_USERS },
    { demoHistory },
  ] = await Promise.all([
    import("./lib/players/warm-up-player"),
    import("./lib/warm-up"),
    import("./lib/retroachievements/demo"),
    import("./lib/retroachievements/demo/history"),
  ]);
  const { player } = await createDemo().fetchPlayer(DEMO_USERS[0] ?? "");
  const user = addWarmUpPlayer(player, demoHistory(player));
  warmUp(
    [
      `/user/${user}`,
      `/user/${user}/progress`,
      `/user/${user}/cards/summary.svg`,
      `/api/v1/users/${user}/completion-progress`,
      `/api/v1/users/${user}/library`,
    ],
    dropWarmUpPlayer,
  );
}

/** Connects to the store. The site starts without it, too. */
async function connectStore(): Promise<void> {
  const { sharedStore } = await import("./lib/players/load-player");
  await sharedStore()
    .time()
    .catch(() => undefined);
}

/** Runs for each uncaught error of a page, a route or the proxy. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  const { observeError } = await import("./lib/observe/observe");
  observeError(error, context.routePath);
};
