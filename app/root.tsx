// The document around every page. No client-side React is shipped (decision 0003): a page is HTML, CSS and, where it earns it, a small script.
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { readLanguage } from './server/views/language.server.ts';
import styles from './styles.css?url';
import { type Language, textOf } from './text/text.ts';
import { ErrorScreen } from './ui/parts/error-screen.tsx';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
];

export function loader({ request, context }: LoaderFunctionArgs) {
  return { ...readLanguage(request), isDemonstration: context.environment.isDemonstration };
}

/** Of a part of the site that is there in one language only; its layout says so. */
function useOnlyLanguage(): Language | undefined {
  const handles = useMatches().map((match) => match.handle as { language?: Language } | undefined);
  return handles.find((handle) => handle?.language)?.language;
}

export function Layout({ children }: { children: ReactNode }) {
  const chosen = useRouteLoaderData<typeof loader>('root')?.language;
  return (
    <html lang={useOnlyLanguage() ?? chosen ?? 'id'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>{children}</body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const language = useRouteLoaderData<typeof loader>('root')?.language ?? 'id';
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return <ErrorScreen status={status} text={textOf(language).screen} />;
}
