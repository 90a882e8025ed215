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
