// The way to the other language: it comes back to the same page.
import type { Text } from '#app/text/text.ts';
import { href } from '#app/urls.ts';

export function LanguageSwitch({ text, className }: { text: Text['site']; className: string }) {
  return (
    <form method="post" action={href('language')}>
      <button type="submit" name="bahasa" value={text.languageCode} className={className} lang={text.languageCode}>
        {text.language}
      </button>
    </form>
  );
}
