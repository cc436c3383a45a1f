/** What a shell or an interpreter writes before the line that is pasted with it. */
const prompts = [
  /^PS(?: [A-Z]:[^>\n]{0,200})?> ?/u,
  /^[A-Z]:\\[^>\n]{0,200}> ?/u,
  /^\[?[\w.-]{1,40}@[\w.-]{1,60}[ :][^$#\n]{0,200}[$#] /u,
  /^(?:mysql|mariadb|sqlite|sql|irb|ghci|jshell|scala|julia|mongosh)(?:\([^)\n]{0,40}\)(?::\d{1,4})?)?> /iu,
  /^(?:>>>|[$%❯➜]) (?=\S)/u,
];

/** A pasted line without its prompt; as it is where it has none, or nothing else. Linear in the length of the prompt. */
export function withoutPrompt(text: string): string {
  for (const prompt of prompts) {
    const rest = text.replace(prompt, '');
    if (rest !== text && /[\p{L}\p{N}]/u.test(rest)) return rest;
  }
  return text;
}
