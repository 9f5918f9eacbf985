import type { Instrumentation } from "next";

/** Runs once before the first request, in each process. Ends the process if a setting is bad. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [
    { rememberProcessContext },
    { refuseBadSettings, serveDirectly, stopInTime },
    { startObserving },
    { boundPageLifetimes },
    { leaveNetworkOutOfReports, loadNativeCode },
    { normalizeRequests },
    { env, isDevelopment },
    { forgottenSettings },
    { observe },
    { upstreamMode },
  ] = await Promise.all([
    import("./lib/outside-request"),
    import("./lib/server-process"),
    import("./lib/observe/start"),
    import("./lib/page-lifetimes"),
    import("./lib/cards/native-code"),
    import("./lib/http/normalize-request"),
    import("./lib/env"),
    import("./lib/forgotten-settings"),
    import("./lib/observe/observe"),
    import("./lib/retroachievements/retroachievements"),
  ]);
  refuseBadSettings();
  stopInTime();
  // Next answers no request, not even of its health, before this function has ended. Nothing of it is logged.
  if (!env().onVercel) await compileWhatRequestsNeed();
  startObserving();
  rememberProcessContext();
  if (!env().onVercel) await connectStore();
  normalizeRequests();
  leaveNetworkOutOfReports();
  if (env().onVercel) {
    // Most functions draw nothing there, and one that does may be started for a single card. Nobody sees them start.
    for (const message of forgottenSettings(env(), upstreamMode())) {
      observe({ type: "warning", message });
    }
  } else {
    loadNativeCode();
    boundPageLifetimes();
    // While developing, Next's own upgrades bring what has changed.
    if (!isDevelopment()) serveDirectly();
    // Functions there are gone between requests: a cron asks for the same.
    const { startWatching } = await import("./lib/players/start-watching");
    startWatching();
  }
}

/** Has the code of a first request loaded and compiled. */
async function compileWhatRequestsNeed(): Promise<void> {
  const [{ rehearse }, { createEmbeddedStore }, { createDemo, DEMO_USERS }] = await Promise.all([
    import("./lib/players/rehearse"),
    import("./lib/kv/embedded"),
    import("./lib/retroachievements/demo"),
  ]);
  const [user] = DEMO_USERS;
  if (user) await rehearse(createEmbeddedStore(), createDemo(), user);
}

/** Opens the store's connection. A site starts without its store, too. */
async function connectStore(): Promise<void> {
  const { sharedStore } = await import("./lib/players/load-player");
  await sharedStore()
    .time()
    .catch(() => undefined);
}

/** Runs for each error that a page, a route or the proxy threw and nobody caught. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  const { observeError } = await import("./lib/observe/observe");
  observeError(error, context.routePath);
};
