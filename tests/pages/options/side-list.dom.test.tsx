import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/pages/options/options.css';
import { SideList } from '../../../src/pages/options/view/side-list.tsx';
import { settingsGroups } from '../../../src/pages/frame/settings-groups.ts';
import { eventually } from '../../factories/eventually.ts';
import { show } from '../../ui/show.tsx';

const group = (id: string) => document.getElementById(id) as HTMLElement;
const top = (id: string) => group(id).getBoundingClientRect().top;

test('a group that the address names stays at the top while the groups above it grow, until the user moves', async () => {
  history.replaceState(null, '', '#sync');
  show(
    <>
      <SideList />
      {settingsGroups.map(([id]) => (
        <div key={id} id={id} class="settings-group" style={{ height: '100px', scrollMargin: 0 }} />
      ))}
      <div style={{ height: '3000px' }} />
    </>,
  );
  await eventually(() => expect(Math.abs(top('sync'))).toBeLessThan(2));
  group('transfer').style.height = '900px';
  await eventually(() => expect(Math.abs(top('sync'))).toBeLessThan(2));

  await userEvent.keyboard('{Shift}');
  scrollTo(0, 0);
  group('transfer').style.height = '400px';
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(scrollY).toBe(0);
  history.replaceState(null, '', location.pathname + location.search);
});
