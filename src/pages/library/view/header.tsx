import { IconButton } from '../../../ui/button.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { type View, searchOf, views } from '../../library-route/library-route.ts';
import { useLibrary } from '../state/library.ts';

export function Header() {
  const { t } = useTranslation();
  const { showDialog, dependencies } = useLibrary();
  return (
    <header class="library-header">
      <span class="brand">Clipshelf</span>
      <nav class="library-nav" aria-label={t('libraryNav')}>
        {views.map((view) => (
          <ViewLink key={view} view={view} />
        ))}
      </nav>
      <span class="library-tools">
        <IconButton icon="add" label={t('jobsTitle')} onClick={() => dependencies.clipList('')} />
        <IconButton icon="command" label={t('paletteTitle')} onClick={() => showDialog('palette')} />
        <IconButton icon="help" label={t('helpTitle')} onClick={() => showDialog('help')} />
        <IconButton
          icon="gear"
          label={t('settings')}
          onClick={() => dependencies.visit('../options/index.html')}
        />
      </span>
    </header>
  );
}

const labels = { clips: 'viewClips', snippets: 'viewSnippets', tags: 'viewTags' } as const;

function ViewLink({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const { address } = useLibrary();
  const place = address.place.value;
  return (
    <a
      href={searchOf({ ...place, view }) || '?'}
      aria-current={place.view === view ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        address.go({ view });
      }}
    >
      {t(labels[view])}
    </a>
  );
}
