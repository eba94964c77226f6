/** The settings that the sandbox reads. Its process gets these alone, and none of the portal's secrets. */
export const sandboxSettings = [
  ...["HOST", "DATA_DIR", "LOG_LEVEL", "APP_URL"],
  ...["SANDBOX", "SANDBOX_PORT", "SANDBOX_PUBLIC_URL", "SANDBOX_TOKEN"],
] as const;
