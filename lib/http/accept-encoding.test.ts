import { expect, test } from "vitest";
import { acceptedEncodings } from "./accept-encoding";

test.each([
  ["gzip, deflate, br, zstd", ["br", "gzip", "identity"]],
  ["gzip", ["gzip", "identity"]],
  ["GZip ; Q=1.000", ["gzip", "identity"]],
  ["x-gzip", ["gzip", "identity"]],
  ["br;q=0.5, gzip;q=0.8", ["gzip", "br", "identity"]],
  ["br;q=0, gzip", ["gzip", "identity"]],
  ["*", ["br", "gzip", "identity"]],
  ["*;q=0.5, gzip", ["gzip", "br", "identity"]],
  ["gzip;q=0, *", ["br", "identity"]],
  ["gzip;q=0.1, identity", ["identity", "gzip"]],
  ["gzip;q=0.001", ["gzip", "identity"]],
])("%s accepts %j", (header, expected) => {
  expect(acceptedEncodings(header)).toEqual(expected);
});

test.each(["gzip, identity;q=0", "gzip, *;q=0", "gzip, *;q=0.0"])(
  "%s refuses identity",
  (header) => {
    expect(acceptedEncodings(header)).toEqual(["gzip"]);
  },
);

test.each([null, "", " , ", "deflate, zstd", "identity", "gzip;q=0, br;q=0"])(
  "%s accepts identity only",
  (header) => expect(acceptedEncodings(header)).toEqual(["identity"]),
);

test.each(["identity;q=0", "*;q=0", "deflate, *;q=0"])(
  "%s accepts nothing of this site, and is sent identity",
  (header) => expect(acceptedEncodings(header)).toEqual(["identity"]),
);

test.each(["gzip;q=2", "gzip;q=-1", "gzip;q=0.1234", "gzip;q=abc", "gzip;level=9", "gzip;"])(
  "a malformed weight is not accepted: %s",
  (header) => expect(acceptedEncodings(header)).toEqual(["identity"]),
);

test("a long header is read in linear time", () => {
  expect(acceptedEncodings(`${"gzip;q=0.1,".repeat(100_000)}br`)).toEqual([
    "br",
    "gzip",
    "identity",
  ]);
});
