import { getNonce } from "@/lib/web/page-nonce";
import { keypadAtWork } from "./keypad-at-work";

/**
 * On a slow network the keypad is there before the page's scripts are. This one is in the page itself: what is tapped meanwhile
 * is typed into the field, and drawn as the amount will be. From there the page takes it over.
 */
export async function EarlyKeys() {
  return <script nonce={await getNonce()}>{script}</script>;
}

/**
 * The rules are those of `pressKey` for what the keypad writes. An amount that the form was opened with is replaced, and
 * one in another style is left to the page. The page gets nothing of a tap that was typed here, so that none is typed
 * twice.
 */
const script = `(() => {
let tapped;
const early = (event) => {
  const key = event.target.closest(".till-keys button");
  const field = document.getElementById("amount");
  if (!key || !field || event.button) return;
  const { value, defaultValue } = field;
  const typed = /^(\\d*)([.,]?)(\\d{0,2})$/.exec(key.textContent && value === defaultValue ? "" : value);
  if (!typed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  tapped = event.type === "click" ? null : key;
  let [, whole, mark, decimals] = typed;
  const text = key.textContent;
  if (!text) [, whole, mark, decimals] = /^(\\d*)([.,]?)(\\d*)$/.exec(typed[0].slice(0, -1));
  else if (!/\\d/.test(text)) { mark = mark || text; whole = whole || "0"; }
  else if (mark) decimals = (decimals + text).slice(0, 2);
  else if (whole.length + text.length < 13) whole = (whole + text).replace(/^0+(?=\\d)/, "");
  field.value = whole + mark + decimals;
  const drawn = field.nextElementSibling;
  if (!drawn) return;
  drawn.children[1].textContent = whole || "0";
  const after = drawn.children[2];
  after.textContent = after.textContent.replace(/\\d\\d/, (decimals + "00").slice(0, 2));
  drawn.classList.toggle("text-muted", field.value === "");
};
const click = (event) => {
  if (!event.detail) return isAtWork || early(event);
  const isTapped = tapped && tapped.contains(event.target);
  tapped = null;
  if (isTapped) event.stopImmediatePropagation();
};
let isAtWork = false;
addEventListener("pointerdown", early, true);
addEventListener("click", click, true);
addEventListener("${keypadAtWork}", () => {
  isAtWork = true;
  removeEventListener("pointerdown", early, true);
}, { once: true });
})()`;
