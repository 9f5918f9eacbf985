import vercel from "@next-community/adapter-vercel";

/**
 * Vercel's own adapter, for a copy that has no tests: types are checked where they are.
 *
 * @type {import("next").NextAdapter}
 */
const adapter = {
  ...vercel,
  async modifyConfig(config, context) {
    config.typescript = { ...config.typescript, ignoreBuildErrors: true };
    return vercel.modifyConfig?.(config, context) ?? config;
  },
};

export default adapter;
