import { tmpdir } from "node:os";
import { afterEach, expect, test, vi } from "vitest";
import type { ObservedEvent } from "@/lib/observe/observe";
import { leaveNetworkOutOfReports, loadNativeCode } from "./native-code";

const observed: ObservedEvent[] = [];
vi.mock("@/lib/observe/observe", () => ({
  observe: (event: ObservedEvent) => observed.push(event),
}));

afterEach(() => {
  observed.length = 0;
  vi.restoreAllMocks();
});

test("the process report excludes the network", () => {
  Object.assign(process.report, { excludeNetwork: false });
  leaveNetworkOutOfReports();
  expect(process.report).toHaveProperty("excludeNetwork", true);
});

test("native modules load silently", () => {
  loadNativeCode();
  expect(observed).toEqual([]);
});

test("a module that cannot be loaded is reported, not thrown", () => {
  vi.spyOn(process, "cwd").mockReturnValue(tmpdir());
  loadNativeCode();
  expect(observed[0]).toEqual({
    type: "warning",
    message: "Cards cannot be drawn: resvg or sharp cannot be loaded.",
  });
});
