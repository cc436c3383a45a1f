import { useEffect, useState } from 'preact/hooks';
import { useTranslation } from '../../../ui/translation.ts';
import { type SettingsGroup, settingsGroups } from '../../frame/settings-groups.ts';

/** Leads to the groups, and marks the one that is in sight. */
export function SideList() {
  const { t } = useTranslation();
  const current = useGroupInSight();
  return (
    <nav class="side-list" aria-label={t('optionsTitle')}>
      <ul>
        {settingsGroups.map(([id, label]) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Part of the window's height below which a group counts as the next one. */
const readingLine = 0.3;

function useGroupInSight(): SettingsGroup {
  const [current, setCurrent] = useState<SettingsGroup>(settingsGroups[0][0]);
  useEffect(() => {
    const look = () => setCurrent(groupInSight());
    const release = holdGroup(location.hash.slice(1));
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('hashchange', look);
    return () => {
      release();
      removeEventListener('scroll', look);
      removeEventListener('hashchange', look);
    };
  }, []);
  return current;
}

/** What a user does to look elsewhere. */
const ownMoves = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const;

/**
 * Keeps the group that the address names at the top while the groups above it are still filled: the page was empty when the
 * browser looked for the fragment. The user's first move ends it.
 */
function holdGroup(id: string): () => void {
  const group = document.getElementById(id);
  if (group === null) return () => undefined;
  const sizes = new ResizeObserver(() => group.scrollIntoView({ behavior: 'instant' }));
  for (const each of document.querySelectorAll('.settings-group')) sizes.observe(each);
  const release = () => {
    sizes.disconnect();
    for (const move of ownMoves) removeEventListener(move, release);
  };
  for (const move of ownMoves) addEventListener(move, release, { passive: true });
  return release;
}

function groupInSight(): SettingsGroup {
  const { scrollHeight } = document.documentElement;
  const atEnd = scrollHeight > innerHeight && scrollY + innerHeight >= scrollHeight - 2;
  // Short groups at the end never reach the line: there, the one that was asked for, or the last one.
  const asked = settingsGroups.find(([id]) => location.hash === `#${id}`)?.[0];
  const inSight = (id: string) => {
    const box = document.getElementById(id)?.getBoundingClientRect();
    return box !== undefined && box.top < innerHeight && box.bottom > 0;
  };
  if (atEnd && asked !== undefined && inSight(asked)) return asked;
  if (atEnd) return settingsGroups[settingsGroups.length - 1]?.[0] ?? settingsGroups[0][0];
  const line = innerHeight * readingLine;
  const passed = settingsGroups.findLast(
    ([id]) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < line,
  );
  return passed?.[0] ?? settingsGroups[0][0];
}
