import {
  type FileNameForm,
  fileNameForms,
  keyChoices,
  type MarkdownField,
  markdownFields,
  type MarkdownPreset,
  markdownPresets,
  presetRules,
} from '../../../formats/export/markdown-form.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import { useTranslation } from '../../../ui/translation.ts';
import type { MarkdownChoice } from '../state/markdown-choice.ts';

const presetNames: Readonly<Record<MarkdownPreset, MessageKey>> = {
  clipshelf: 'markdownPresetOwn',
  obsidian: 'markdownPresetObsidian',
  logseq: 'markdownPresetLogseq',
  siyuan: 'markdownPresetSiyuan',
  hugo: 'markdownPresetHugo',
  plain: 'markdownPresetPlain',
};

const nameForms: Readonly<Record<FileNameForm, MessageKey>> = {
  title: 'markdownNameTitle',
  'day-title': 'markdownNameDay',
  'title-id': 'markdownNameId',
  slug: 'markdownNameSlug',
};

const fieldNames: Readonly<Record<MarkdownField, MessageKey>> = {
  title: 'markdownFieldTitle',
  url: 'markdownFieldUrl',
  site: 'markdownFieldSite',
  author: 'markdownFieldAuthor',
  published: 'markdownFieldPublished',
  saved: 'markdownFieldSaved',
  updated: 'markdownFieldUpdated',
  language: 'markdownFieldLanguage',
  description: 'markdownFieldDescription',
  note: 'markdownFieldNote',
  read: 'markdownFieldRead',
  starred: 'markdownFieldStarred',
  tags: 'markdownFieldTags',
};

/** How Markdown files and copies are written, with a clip as it would be. */
export function MarkdownSection({ markdown }: { readonly markdown: MarkdownChoice }) {
  const { t } = useTranslation();
  const sample = markdown.sample.value;
  return (
    <section aria-labelledby="markdown-title" class="markdown-form">
      <h2 id="markdown-title">{t('markdownTitle')}</h2>
      <p>{t('markdownWhat')}</p>
      <Choices markdown={markdown} />
      <Fields markdown={markdown} />
      <h3 id="markdown-sample">{t('markdownSample')}</h3>
      {sample === null ? null : (
        <figure class="markdown-sample" aria-labelledby="markdown-sample">
          <figcaption>{sample.name}</figcaption>
          <pre>{sample.text}</pre>
        </figure>
      )}
    </section>
  );
}

function Choices({ markdown: { current, choose, change } }: { readonly markdown: MarkdownChoice }) {
  const { t } = useTranslation();
  const form = current.value;
  return (
    <>
      <div class="options-fields">
        <label>
          <span>{t('markdownPreset')}</span>
          <select
            class="text-field"
            value={form.preset}
            onChange={({ currentTarget }) =>
              choose(markdownPresets.find((each) => each === currentTarget.value) ?? form.preset)
            }
          >
            {markdownPresets.map((preset) => (
              <option key={preset} value={preset}>
                {t(presetNames[preset])}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('markdownName')}</span>
          <select
            class="text-field"
            value={form.fileName}
            onChange={({ currentTarget }) =>
              change({
                fileName: fileNameForms.find((each) => each === currentTarget.value) ?? form.fileName,
              })
            }
          >
            {fileNameForms.map((name) => (
              <option key={name} value={name}>
                {t(nameForms[name])}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('markdownVault')}</span>
          <input
            class="text-field"
            value={form.vault}
            placeholder={t('markdownVaultLast')}
            onChange={({ currentTarget }) => change({ vault: currentTarget.value })}
          />
        </label>
      </div>
      <label class="options-check">
        <input
          type="checkbox"
          checked={form.copyProperties}
          onChange={({ currentTarget }) => change({ copyProperties: currentTarget.checked })}
        />
        <span>{t('markdownCopyProperties')}</span>
      </label>
    </>
  );
}

function Fields({ markdown: { current, setKey } }: { readonly markdown: MarkdownChoice }) {
  const { t } = useTranslation();
  const { keys, preset } = current.value;
  const isList = presetRules[preset].properties === 'list';
  return (
    <details>
      <summary>{t('markdownFields')}</summary>
      <div class="options-fields">
        {markdownFields.map((field) => {
          // In the heading of a plain file.
          if (isList && (field === 'title' || field === 'url')) return null;
          const others = new Set(markdownFields.map((each) => (each === field ? null : keys[each])));
          return (
            <label key={field}>
              <span>{t(fieldNames[field])}</span>
              <select
                class="text-field"
                value={keys[field] ?? ''}
                onChange={({ currentTarget }) =>
                  setKey(field, currentTarget.value === '' ? null : currentTarget.value)
                }
              >
                {field === 'url' ? null : <option value="">{t('markdownLeaveOut')}</option>}
                {keyChoices[field].map((key) => (
                  <option key={key} value={key} disabled={others.has(key)}>
                    {key}
                  </option>
                ))}
              </select>
            </label>
          );
        })}
      </div>
    </details>
  );
}
