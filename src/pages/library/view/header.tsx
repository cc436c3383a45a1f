import { IconButton } from '../../../ui/button.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { FrameHeader } from '../../frame/frame-header.tsx';
import { searchOf } from '../../library-route/library-route.ts';
import { useLibrary } from '../state/library.ts';
import { SearchBar } from './search-bar.tsx';

export function Header() {
  const { t } = useTranslation();
  const { address, runningJobs, dialog, showDialog, focusRow } = useLibrary();
  const place = address.place.value;
  return (
    <FrameHeader
      current={place.view}
      jobs={runningJobs}
      library={{
        addressOf: (view) => searchOf({ ...place, view }) || '?',
        go: (view) => address.go({ view }),
      }}
      onSkip={place.view === 'clips' ? () => focusRow(0) : undefined}
      search={place.view === 'tags' ? undefined : <SearchBar />}
    >
      <IconButton
        icon="help"
        label={t('searchHelp')}
        pressed={dialog.value === 'help'}
        onClick={() => showDialog('help')}
      />
      <span class="keyboard-tool">
        <IconButton icon="command" label={t('paletteTitle')} onClick={() => showDialog('palette')} />
      </span>
    </FrameHeader>
  );
}
