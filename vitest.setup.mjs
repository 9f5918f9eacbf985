// Properties are tried with values that differ from run to run, but not in CI: what fails there is to fail again.
// Loaded only then, because it would take every test file a tenth of a second.
if (process.env.CI) {
  const { default: fc } = await import("fast-check");
  fc.configureGlobal({ seed: 20_240_229 });
}
