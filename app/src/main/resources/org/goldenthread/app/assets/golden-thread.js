// The pages work without this file. It adds what GOV.UK Frontend adds, and keeps what is typed into a form.
import { initAll } from "/assets/govuk-frontend.js";

initAll();

const WAIT_BEFORE_SAVING = 1500;
const LONGEST_WAIT = 6000;
const WAIT_BEFORE_TRYING_AGAIN = 10000;

// What is typed is kept on the server after a pause, and every few seconds while there is none.
for (const form of document.querySelectorAll("form[data-draft]")) {
  const draft = { state: form.querySelector("[data-draft-state]"), kept: true, sending: Promise.resolve() };
  let waiting;
  let since;
  const keep = () => {
    window.clearTimeout(waiting);
    since = undefined;
    // One after another, so that an older text never overtakes a newer one.
    draft.sending = draft.sending.then(() => save(form, draft)).then(() => {
      // What could not be kept is tried again by itself, until it is kept.
      if (!draft.kept && !draft.sent && since === undefined) {
        window.clearTimeout(waiting);
        waiting = window.setTimeout(keep, WAIT_BEFORE_TRYING_AGAIN);
      }
    });
  };
  form.addEventListener("input", () => {
    draft.kept = false;
    since ??= Date.now();
    window.clearTimeout(waiting);
    waiting = window.setTimeout(keep, Math.min(WAIT_BEFORE_SAVING, Math.max(0, since + LONGEST_WAIT - Date.now())));
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && !draft.kept) {
      keep();
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (!draft.kept && !draft.sent && form.dataset.warn) {
      event.preventDefault();
    }
  });
  form.addEventListener("submit", () => {
    draft.sent = true;
    window.clearTimeout(waiting);
  });
}

async function save(form, draft) {
  const body = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch("/drafts/" + form.dataset.draft, { method: "POST", body, keepalive: body.toString().length < 60000 });
    if (answer.redirected || answer.status === 401 || answer.status === 403) {
      tell(draft, "You are signed out, so this is not kept. What you typed is still here: sign in in another tab, then go on typing.");
      await takeNewToken(form);
    } else if (answer.ok) {
      draft.kept = true;
      tell(draft, "Draft kept at " + new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }));
      await check(form);
    } else {
      tell(draft, "The draft could not be kept. What you typed is still here, and is tried again: do not leave this page.");
    }
  } catch {
    tell(draft, "The draft could not be kept: the server does not answer. What you typed is still here.");
  }
}

// What the statutory returns would say of what is typed stands beside the answers that it is about. It never stands in the way of saving.
async function check(form) {
  if (!form.dataset.checks) {
    return;
  }
  const body = new URLSearchParams(new FormData(form));
  let remarks;
  try {
    const answer = await fetch(form.dataset.checks, { method: "POST", body, headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) {
      return;
    }
    remarks = await answer.json();
  } catch {
    // The draft is kept all the same, and the next pause asks again.
    return;
  }
  for (const place of form.querySelectorAll("[data-returns]")) {
    place.replaceChildren(...remarks.filter((remark) => remark.field === place.dataset.returns).map(shown));
  }
  const state = form.querySelector("[data-returns-state]");
  const words = remarks.length === 0 ? "" : "The statutory returns would question " + (remarks.length === 1 ? "one answer" : remarks.length + " answers") +
    ". You can save all the same.";
  // The same words are not read out again at every pause.
  if (state && state.textContent !== words) {
    state.textContent = words;
  }
}

function shown(remark) {
  const paragraph = document.createElement("p");
  paragraph.className = "govuk-body gt-small";
  const lead = document.createElement("strong");
  lead.textContent = "Return check:";
  const rule = document.createElement("span");
  rule.className = "gt-quiet";
  rule.textContent = "(" + remark.rule + ")";
  paragraph.append(lead, " " + remark.message + " ");
  if (remark.suggestion) {
    const suggestion = document.createElement("em");
    suggestion.textContent = remark.suggestion;
    paragraph.append(suggestion, " ");
  }
  paragraph.append(rule);
  return paragraph;
}

// A form is protected by a token of its session. After signing in again in another tab the session is a new one, and so is the token:
// with it the same form can be kept and sent.
async function takeNewToken(form) {
  const answer = await fetch("/sign-in", { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = page.querySelector("input[name=_csrf]");
  const own = form.querySelector("input[name=_csrf]");
  if (token && own) {
    own.value = token.value;
  }
}

function tell(draft, words) {
  if (draft.state) {
    draft.state.textContent = words;
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

// A question that only makes sense with some answers to another is put away with the others, unless it is answered or wrong.
for (const question of document.querySelectorAll("[data-only-with]")) {
  const [name, ...answers] = question.dataset.onlyWith.split(" ");
  const form = question.closest("form");
  const fits = () => {
    const answered = [...question.querySelectorAll("input, select, textarea")].some((input) =>
      input.type === "radio" || input.type === "checkbox" ? input.checked && input.value !== "" : input.value !== "");
    const wrong = question.classList.contains("govuk-form-group--error");
    question.hidden = !answered && !wrong && !answers.includes(new FormData(form).get(name));
  };
  form.addEventListener("change", fits);
  fits();
}
