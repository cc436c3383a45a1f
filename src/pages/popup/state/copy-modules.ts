/** What makes an article a text for the clipboard: loaded when it is first asked for. */
export { clipRichText } from '../../../formats/export/clip-rich-text.ts';
export { chosenForm } from '../../export/chosen-form.ts';
export { markdownCopy, pageAsClip } from '../../../formats/export/markdown-copy.ts';
export { noteForObsidian } from '../../export/copy-clips.ts';
