// What makes the pages handier; each of them works without.
"use strict";

// Buttons with data-copy put a text on the clipboard and say so.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  const text = "value" in source ? source.value : source.textContent.trim();
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    source.select?.();
    document.execCommand("copy");
  }
  button.textContent = button.dataset.copied;
});

// Where somebody has asked for the offices' keys: F2 adds, F3 finds, F4 closes, F9 saves.
if (document.body.dataset.keys === "office") {
  const names = { F2: "add", F3: "find", F4: "close", F9: "save" };
  document.addEventListener("keydown", (event) => {
    const name = names[event.key];
    const target = name && document.querySelector(`[data-key="${name}"]`);
    if (!target || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // F3 leads to the words that are looked for first, and looks once they are typed.
    const form = name === "find" && target.form;
    const words = target.matches("input, select, textarea") ? target
      : form && document.activeElement?.form !== form && form.querySelector("input:not([type=hidden]), select");
    if (words) words.focus();
    else target.click();
  });
}

// Forms with data-once are sent once, however often the button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) event.preventDefault();
  else if (form.matches("[data-once]")) form.dataset.sent = "yes";
});

// A form with something typed in it asks before it is left.
let isTyped = false;
document.addEventListener("input", (event) => {
  if (event.target.form?.matches("[data-keep]")) isTyped = true;
});
document.addEventListener("submit", () => { isTyped = false; });
window.addEventListener("beforeunload", (event) => { if (isTyped) event.preventDefault(); });

// On paper nothing stays folded.
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll(".report details")) details.open = true;
});

// Ticks every box of a form at once.
document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-all]")) return;
  for (const box of event.target.form.querySelectorAll("input[type=checkbox]:not([data-all])")) box.checked = event.target.checked;
});
