// Where the newsroom is played: a browser, a window for each person, and the steps that were done.
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";

/** Milliseconds for anything that has to appear; a check in the background is the slowest. */
const PATIENCE = 45_000;

/** The browser that is installed. */
export function programPath() {
  const programs = "command -v chromium || command -v chromium-browser || command -v google-chrome";
  return process.env.CHROMIUM || execFileSync("sh", ["-c", programs]).toString().trim();
}

export class Stage {
  /** `asked` is what the play was given; what the parts tell each other (addresses, words) is kept in `told`. */
  static async open(asked) {
    const stage = new Stage();
    stage.asked = asked;
    stage.browser = await chromium.launch({ executablePath: programPath(), args: ["--no-sandbox", "--disable-gpu"] });
    stage.steps = [];
    stage.told = {};
    return stage;
  }

  /** A window of somebody who has not logged in, at the site's front page. */
  async somebody(options = {}) {
    const context = await this.browser.newContext({ baseURL: this.asked.base, ...options });
    context.setDefaultTimeout(PATIENCE);
    const tab = await context.newPage();
    this.tab = tab;
    await tab.goto("/");
    return tab;
  }

  /** The role's window: logged in once, through the form. */
  async person(role, options = {}) {
    const tab = await this.somebody(options);
    await this.step(`${role} logs in`, async () => {
      await tab.getByRole("banner").getByRole("link", { name: "Log in" }).click();
      await this.login(tab, role);
    });
    return tab;
  }

  /** Fills in the login form that is open, and waits until another page is. */
  async login(tab, role) {
    const address = `${role}@example.org`;
    await tab.locator("input[name=login]").fill(address);
    await tab.locator("input[name=password]").fill(this.asked.passwords[address]);
    await tab.getByRole("button", { name: "Log in", exact: true }).click();
    await tab.waitForURL((url) => !url.pathname.startsWith("/accounts/login"));
  }

  /** Does one thing that a person does, and notes it. */
  async step(name, act) {
    this.now = name;
    await act();
    this.steps.push(name);
  }

  /** What went wrong, with the page as it was. */
  async failure(error) {
    const words = await this.tab?.locator("main").innerText({ timeout: 1000 }).catch(() => "");
    return { step: this.now, why: String(error.message || error).slice(0, 1500), at: this.tab?.url(),
      page: (words || "").slice(0, 2500) };
  }

  async close() {
    await this.browser.close();
  }
}

/** Waits until the words can be seen inside `place`, a page or a part of one. */
export async function sees(place, words) {
  await place.getByText(words).filter({ visible: true }).first().waitFor();
}

/** Fails where the words stand inside `place`, which is there already. */
export async function seesNot(place, words) {
  const found = await place.getByText(words).filter({ visible: true }).count();
  same(found, 0, `“${words}” is still on the page`);
}

/** Fails where the two are not the same. */
export function same(found, wanted, what) {
  if (found !== wanted) throw new Error(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

/** What the address answers, asked with the window's cookies. */
export async function answer(tab, address) {
  const got = await tab.context().request.get(address);
  return { status: got.status(), type: got.headers()["content-type"] ?? "", text: await got.text() };
}

/** Sends a form of the page's own site, with its token, as if its button were there; gives the status and the page. */
export async function sent(tab, address, fields) {
  return tab.evaluate(async ([to, given]) => {
    const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
    const body = new URLSearchParams({ csrfmiddlewaretoken: token, ...given });
    const got = await fetch(to, { method: "POST", body });
    return { status: got.status, text: await got.text() };
  }, [address, fields]);
}

/** Presses Tab until the focus is on what the selector names. */
export async function tabTo(tab, selector) {
  for (let pressed = 0; pressed < 120; pressed += 1) {
    await tab.keyboard.press("Tab");
    if (await tab.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  throw new Error(`the Tab key never reaches ${selector}`);
}

/** From a page on which a check was asked for to the findings, which come up by themselves. */
export async function checked(tab) {
  await tab.getByRole("heading", { name: "Findings", exact: true }).waitFor();
}
