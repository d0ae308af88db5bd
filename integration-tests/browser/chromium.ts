import { chromium, type Browser } from "playwright-core"
import { lazily } from "../setup/lazily"

/**
 * Since a second such flag replaces the first, these are also what Playwright leaves out for reasons of its own.
 */
const WITHOUT = [
  // Pages of the address bar, which nobody sees: each window had two, at twice the cost of the page in it.
  ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"],
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose"],
  ...["HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "LensOverlay"],
  ...["MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning"],
  ...["AvoidCorsURLLoaderRestartOnRedirect", "TcpPortRandomizationWin"],
  ...["OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"],
  "PreconnectToSearch",
]

const FLAGS = [
  `--disable-features=${WITHOUT.join(",")}`,
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** The system's Chromium for the specs of a file: Playwright's own download is not needed. It runs from `beforeAll` on. */
export function openChromium(): Browser {
  let launched: Browser | undefined

  beforeAll(async () => {
    launched = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      headless: true,
      args: FLAGS,
    })
  })

  // A page that is left open goes on asking the shop and drawing, beside the pages of the next test.
  afterEach(async () => {
    const contexts = launched?.contexts() ?? []
    await Promise.all(contexts.map((context) => context.close()))
  })

  afterAll(() => launched?.close())

  return lazily(() => launched!)
}
