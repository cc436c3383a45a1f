import { useEffect } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { GoOn } from '../../../ui/go-on.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { BackupNotice } from '../../backup-reminder/backup-notice.tsx';
import { useLibrary } from '../state/library.ts';
import { readerAddress } from '../state/reader-address.ts';
import { ClipList } from './clip-list.tsx';
import { EmptyList } from './empty-list.tsx';
import { FacetRail } from './facet-rail.tsx';
import { JobCards } from './job-cards.tsx';
import { ListBar } from './list-bar.tsx';
import { QueryLine } from './search-bar.tsx';

export function ClipsView() {
  const { results, rows, backup, openBackup } = useLibrary();
  useSpokenCount();
  const count = results.clips.value.length;
  const settled = !results.busy.value && (results.hasWords.value || rows.stage.value === 'whole');
  return (
    <div class="with-rail">
      <FacetRail />
      <div class="library-column">
        <QueryLine />
        {rows.stage.value === 'whole' && rows.rows.value.length === 0 ? null : <ListBar />}
        <BackupNotice backup={backup} onBackUp={openBackup} />
        <Begun />
        <JobCards />
        {count === 0 && settled ? <EmptyList /> : <ClipList />}
        <NearbyWord />
      </div>
    </div>
  );
}

/** Where one left off, while the whole library is listed. */
function Begun() {
  const library = useLibrary();
  const { query, job, text } = library.address.place.value;
  if (query.trim() !== '' || job !== null || text !== null) return null;
  const clip = library.begun.value;
  return clip === null ? null : <GoOn clip={clip} href={readerAddress(library, clip)} />;
}

/** Below the few clips that hold a rare word: the way to those that hold a common one much like it. */
function NearbyWord() {
  const { t } = useTranslation();
  const { results, address } = useLibrary();
  const nearby = results.nearby.value;
  if (nearby === null) return null;
  const { to, from } = nearby.correction;
  return (
    <div class="nearby-word">
      <p>{t('searchNearby', to, from)}</p>
      <ul>
        {nearby.hits.map(({ clip }) => (
          <li key={clip.id}>
            <a href={`../reader/index.html?id=${encodeURIComponent(clip.id)}`} dir="auto">
              {clip.title}
            </a>
          </li>
        ))}
      </ul>
      <Button kind="quiet" onClick={() => address.go({ query: nearby.query })}>
        {t('searchNearbyAll', to)}
      </Button>
    </div>
  );
}

/** Says how many clips a query finds, once it is settled. */
function useSpokenCount(): void {
  const translation = useTranslation();
  const { results, address, dependencies } = useLibrary();
  const { query } = address.place.value;
  const count = results.answer.value?.total ?? results.clips.value.length;
  const busy = results.busy.value;
  useEffect(() => {
    if (busy || query.trim() === '') return undefined;
    const timer = setTimeout(() => dependencies.announcer.say(countText(translation, 'results', count)), 600);
    return () => clearTimeout(timer);
  }, [query, count, busy, dependencies, translation]);
}
