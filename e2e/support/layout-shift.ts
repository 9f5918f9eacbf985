import type { Page } from "@playwright/test";

/** The sum of all layout shifts of a page so far: 0 where nothing moved. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let total = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
            total += entry.value;
          }
        }).observe({ type: "layout-shift", buffered: true });
        // What has been drawn by the second frame has been reported by the next task.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => setTimeout(() => resolve(total), 100)),
        );
      }),
  );
}
