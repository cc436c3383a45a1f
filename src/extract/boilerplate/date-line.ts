const clock = /^(?:\d{1,2}:\d{2}(?:\s?[ap]m)?\s?[·,|]?\s?)?/.source;
const day =
  /(?:\p{L}{3,9}\.?\s\d{1,2},\s\d{4}|\d{1,2}\.?\s\p{L}{3,9}\.?\s\d{4}|\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?)/u
    .source;
const weekday = /(?:\p{L}{2,10}\.?,?\s)?/u.source;
/** A line that says a day, perhaps with its weekday and time, and nothing else. */
export const dateLine = new RegExp(
  `${clock}${weekday}${day}(?:\\s?[·,|]?\\s?\\d{1,2}:\\d{2}(?:\\s?[ap]m)?)?$`,
  'iu',
);
