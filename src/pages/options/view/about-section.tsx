import { Button } from '../../../ui/button.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { ProblemReporting } from '../state/problem-report.ts';
import { GuideLink } from './guide-link.tsx';
import { ProblemReportDialog } from './problem-report-dialog.tsx';

export interface AboutProps {
  readonly version: string;
  readonly reporting: ProblemReporting;
}

/** Which Clipshelf this is, what it does not do, and where to turn when something breaks. */
export function AboutSection({ version, reporting }: AboutProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="about-title">
      <h2 id="about-title">{t('optionsAbout')}</h2>
      <p>
        <strong>Clipshelf {version}</strong>
      </p>
      <p>{t('optionsAboutWhat')}</p>
      <div class="row">
        <GuideLink />
        <a href="../welcome/index.html">{t('welcomeAgain')}</a>
        <Button onClick={reporting.open}>{t('reportButton')}</Button>
      </div>
      <ProblemReportDialog reporting={reporting} />
    </section>
  );
}
