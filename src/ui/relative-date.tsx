import { isTime, isoTime } from '../core/time.ts';
import { fullDate, relativeDate } from './date-text.ts';
import { useTranslation } from './translation.ts';

/** How long ago, with the full date in its title. Times are epoch ms. */
export function RelativeDate({ time, now }: { readonly time: number; readonly now: number }) {
  const translation = useTranslation();
  if (!isTime(time)) return <span>{relativeDate(time, now, translation)}</span>;
  return (
    <time dateTime={isoTime(time)} title={fullDate(time, translation.language)}>
      {relativeDate(time, now, translation)}
    </time>
  );
}
