import type { Instrumentation } from "next";

/** Runs once before the first request, in each process. @throws if a setting is bad: nothing is served. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ rememberProcessContext }, { env }, { startObserving }, { loadNativeCode }] =
    await Promise.all([
      import("./lib/outside-request"),
      import("./lib/env"),
      import("./lib/observe/start"),
      import("./lib/cards/native-code"),
    ]);
  env();
  startObserving();
  rememberProcessContext();
  await loadNativeCode();
}

/** Runs for each error that a page, a route or the proxy threw and nobody caught. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  const { observeError } = await import("./lib/observe/observe");
  observeError(error, context.routePath);
};
