import { type Browser, chromium } from 'playwright-core';

/**
 * Off: Chromium hears the last list alone, so Playwright's own is in it. The suggestions of the address bar, which each
 * new window draws beforehand, cost a second of processor each time.
 */
const APAGADAS = [
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
  ...['DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay'],
  ...['MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding', 'PreconnectToSearch'],
  'ThirdPartyStoragePartitioning',
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
];

/**
 * Debian's Chromium, quiet: no sandbox because tests may run as root, no traffic of its own.
 * @param mas further switches: of a camera that is not there
 */
export function abrirNavegador(mas: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${APAGADAS.join(',')}`,
      ...mas,
    ],
  });
}
