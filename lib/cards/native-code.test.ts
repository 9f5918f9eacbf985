import { afterEach, expect, test, vi } from "vitest";
import type { ObservedEvent } from "@/lib/observe/observe";

const observed: ObservedEvent[] = [];
vi.mock("@/lib/observe/observe", () => ({
  observe: (event: ObservedEvent) => observed.push(event),
}));

afterEach(() => {
  observed.length = 0;
  vi.doUnmock("@/lib/sharp");
  vi.resetModules();
});

test("what draws cards is loaded without a word, and without a look at the network", async () => {
  Object.assign(process.report, { excludeNetwork: false });
  const { loadNativeCode } = await import("./native-code");
  await loadNativeCode();
  expect(process.report).toHaveProperty("excludeNetwork", true);
  expect(observed).toEqual([]);
});

test("what cannot be loaded is told of, and is no error", async () => {
  vi.doMock("@/lib/sharp", () => {
    throw new Error("no such file");
  });
  const { loadNativeCode } = await import("./native-code");
  await loadNativeCode();
  expect(observed).toEqual([
    {
      type: "warning",
      message: "Cards cannot be drawn: resvg or sharp cannot be loaded.",
    },
  ]);
});
