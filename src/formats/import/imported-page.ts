import type { Article } from '../../core/clip/article.ts';
import { Failure } from '../../core/failure.ts';
import { anchorHighlights } from './anchor-highlights.ts';
import { takeArticle, type TakenArticle } from './imported-article.ts';
import type { ImportedClip } from './imported-clip.ts';
import { namePictures } from './page-pictures.ts';

/**
 * The article of a page that was saved as a file, as the extractor would have clipped it; where it finds none, all that the
 * page says. `document` is made of the clip's content, with nothing of it run; `extract` reads an article from HTML, and
 * throws `page/…` where there is none.
 */
export async function takePage(
  clip: ImportedClip,
  document: Document,
  extract: (html: string) => Promise<Article>,
): Promise<TakenArticle> {
  const pictures = namePictures(document, clip.content?.pictures ?? null, false);
  try {
    const article = await extract(document.documentElement.outerHTML);
    const { title, author, publishedAt, description, siteName } = clip;
    return {
      pictures,
      highlights: anchorHighlights(clip.highlights, [], article.blocks),
      article: {
        ...article,
        title: article.title || title,
        author: article.author ?? author,
        publishedAt: article.publishedAt ?? publishedAt,
        description: article.description ?? description,
        siteName: article.siteName ?? siteName,
      },
    };
  } catch (error) {
    if (!(error instanceof Failure) || error.code === 'bug') throw error;
    const taken = takeArticle(clip);
    return { ...taken, article: { ...taken.article, title: clip.title || document.title || clip.url } };
  }
}
