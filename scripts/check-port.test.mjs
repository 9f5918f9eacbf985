import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { portProblem } from "./check-port.mjs";

test("a port that is free has no problem, and stays free", async () => {
  expect(await portProblem("0")).toBeNull();
});

test("a port that another program uses is named, with the way to choose another", async () => {
  const other = createServer().listen(0);
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  expect(await portProblem(port)).toBe(
    `Port ${port} is in use by another program. Choose another one: PORT=8080 npm start`,
  );
  other.close();
  await once(other, "close");
  expect(await portProblem(port)).toBeNull();
});

test("an invalid port is reported differently from one that is taken", async () => {
  for (const port of ["http", "-1", "65536", "80.5"]) {
    expect(await portProblem(port)).toContain("has to be a number from 0 to 65535");
  }
});
