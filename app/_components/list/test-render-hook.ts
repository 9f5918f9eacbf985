import { act, createElement } from "react";
import type { Root } from "react-dom/client";
import { vi } from "vitest";

/** A page with an address and a history, for hooks that draw nothing: React needs no more of a browser. */
export interface FakePage {
  /** Calls of `pushState` and `replaceState`, as `push /path?query`. */
  steps: string[];
  /** How often the page was reloaded. */
  reloads: () => number;
  /** Goes to an address as the browser's buttons do. */
  goBackTo: (search: string) => Promise<void>;
  /** Dispatches an event of the window, such as `focus`. */
  dispatch: (type: string) => Promise<void>;
  /** How many listeners there are of a type. */
  listeners: (type: string) => number;
}

/** Puts the page at an address in place of the globals of a browser, until `vi.unstubAllGlobals`. */
export function openPage(path: string): FakePage {
  const steps: string[] = [];
  const listeners = new Map<string, Set<() => void>>();
  const of = (type: string) => listeners.get(type) ?? new Set();
  let reloads = 0;
  const url = new URL(path, "http://site.test");
  const location = {
    origin: url.origin,
    pathname: url.pathname,
    search: url.search,
    reload: () => {
      reloads += 1;
    },
  };
  const write = (name: string) => (_state: unknown, _title: string, address: string) => {
    steps.push(`${name} ${address}`);
    location.search = new URL(address, url).search;
  };
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("window", globalThis);
  // React asks whether the focus is within one.
  vi.stubGlobal("HTMLIFrameElement", class {});
  vi.stubGlobal("location", location);
  vi.stubGlobal("history", { pushState: write("push"), replaceState: write("replace") });
  vi.stubGlobal("addEventListener", (type: string, listener: () => void) => {
    listeners.set(type, of(type).add(listener));
  });
  vi.stubGlobal("removeEventListener", (type: string, listener: () => void) => {
    of(type).delete(listener);
  });
  const dispatch = (type: string) =>
    act(async () => {
      for (const listener of [...of(type)]) listener();
    });
  return {
    steps,
    reloads: () => reloads,
    goBackTo: async (search) => {
      location.search = search;
      await dispatch("popstate");
    },
    dispatch,
    listeners: (type) => of(type).size,
  };
}

/** What a hook gives, rendered by React itself. */
export interface RenderedHook<Props, Result> {
  readonly result: Result;
  /** Renders again. */
  render: (props: Props) => Promise<void>;
  unmount: () => Promise<void>;
}

/** The component that runs a hook. */
function Host({ run }: { run: () => void }) {
  run();
  return null;
}

/** Renders a hook in the page that {@link openPage} has put in place. */
export async function renderHook<Props, Result>(
  hook: (props: Props) => Result,
  props: Props,
): Promise<RenderedHook<Props, Result>> {
  // React looks for a window when it is loaded.
  const { createRoot } = await import("react-dom/client");
  let result: Result | undefined;
  const root: Root = createRoot(emptyElement());
  const render = (next: Props) =>
    act(async () =>
      root.render(
        createElement(Host, {
          run: () => {
            result = hook(next);
          },
        }),
      ),
    );
  await render(props);
  return {
    get result() {
      return result as Result;
    },
    render,
    unmount: () => act(async () => root.unmount()),
  };
}

/** An element that React can render nothing into. */
function emptyElement(): Element {
  const node = { addEventListener: () => undefined, removeEventListener: () => undefined };
  const document = { ...node, nodeType: 9, nodeName: "#document", activeElement: null };
  const element = { ...node, nodeType: 1, nodeName: "DIV", tagName: "DIV", textContent: "" };
  return Object.assign(element, { ownerDocument: document }) as unknown as Element;
}
