// The pages work without this file. It adds what GOV.UK Frontend adds, and keeps what is typed into a form.
import { initAll } from "/assets/govuk-frontend.js";

initAll();

const WAIT_BEFORE_SAVING = 1500;

for (const form of document.querySelectorAll("form[data-draft]")) {
  const state = form.querySelector("[data-draft-state]");
  let waiting;
  form.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => save(form, state), WAIT_BEFORE_SAVING);
  });
}

async function save(form, state) {
  try {
    const answer = await fetch("/drafts/" + form.dataset.draft, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    state.textContent = answer.ok
      ? "Draft saved"
      : "The draft could not be saved. Save the form before you leave this page.";
  } catch {
    state.textContent = "The draft could not be saved: the server does not answer.";
  }
}

for (const select of document.querySelectorAll("select[data-submit]")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}

// A page that waits for something asks for itself again without moving the reader's place in it.
const main = document.getElementById("main");

function askAgainLater() {
  if (main.dataset.refresh) {
    window.setTimeout(askAgain, Number(main.dataset.refresh) * 1000);
  }
}

async function askAgain() {
  try {
    const answer = await fetch(window.location.href, { headers: { Accept: "text/html" } });
    if (answer.redirected || !answer.ok) {
      window.location.reload();
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.getElementById("main");
    const state = main.querySelector("[role=status]");
    const newState = now.querySelector("[role=status]");
    if (state && newState) {
      state.textContent = newState.textContent;
      main.querySelector("progress")?.replaceWith(now.querySelector("progress"));
    } else {
      window.location.reload();
      return;
    }
  } catch {
    // The server does not answer for now: it is asked again.
  }
  askAgainLater();
}

askAgainLater();
