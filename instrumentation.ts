/** Runs once before the first request, in each process. @throws if a setting is bad: nothing is served. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ rememberProcessContext }, { env }, { startObserving }] = await Promise.all([
    import("./lib/outside-request"),
    import("./lib/env"),
    import("./lib/observe/start"),
  ]);
  env();
  startObserving();
  rememberProcessContext();
}
