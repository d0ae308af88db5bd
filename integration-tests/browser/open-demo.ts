import type { Login } from "./admin-api"
import { openChromium } from "./chromium"
import { Customer, type Device } from "./customer"
import { gateway } from "./gateway"
import { runningDemo } from "./running-demo"
import { logIn, type Look } from "./staff"

/** Opens the demo of this worker for the specs of a file: its gateway, and a browser for customers and staff. */
export function openDemo() {
  const demo = runningDemo()
  const browser = openChromium()
  return {
    demo,
    browser,
    gateway: gateway(demo),
    /** A customer comes to the storefront. */
    arrive: (device: Device) => Customer.arrive(browser, demo, device),
    /** The administrator logs in to the admin panel. */
    logIn: (look?: Look) => logIn(browser, demo, demo.administrator, look),
    logInAs: (login: Login, look?: Look) => logIn(browser, demo, login, look),
  }
}
