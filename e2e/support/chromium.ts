const executablePath = process.env.CHROMIUM_PATH;

/** How every browser here is started: the machine's own Chromium, alone with the server under test. */
export const CHROMIUM = {
  browserName: 'chromium' as const,
  launchOptions: {
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
};
